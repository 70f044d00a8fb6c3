import type { LoaderFunctionArgs } from 'react-router'
import { translate } from '#web/translations.ts'
import { listJuries } from '../read/list-juries.ts'
import { inStructure } from './enter.ts'
import { formatMoment } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can }) => {
    const juries = await listJuries(ctx, organization.id)
    return {
      title: `${translate(ctx.locale)('juries:list.title')} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      juries: juries.map(({ startsAt, ...jury }) => ({ ...jury, moment: formatMoment(startsAt, ctx.locale) })),
    }
  })
