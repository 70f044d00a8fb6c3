import type { LoaderFunctionArgs } from 'react-router'
import { translate } from '#web/translations.ts'
import { listProgrammes } from '../list-programmes.ts'
import { inStructure } from './enter.ts'
import { sayDay } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, home }) => {
    const programmes = await listProgrammes(ctx, organization.id)
    return {
      title: `${translate(ctx.locale)('practice:list.title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      home,
      programmes: programmes.map(({ period, ...programme }) => ({
        ...programme,
        period: period && {
          name: period.name,
          required: period.required,
          isAhead: period.state === 'ahead',
          from: sayDay(period.startsOn, ctx.locale),
          to: sayDay(period.endsOn, ctx.locale),
        },
      })),
    }
  })
