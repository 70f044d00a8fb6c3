import type { LoaderFunctionArgs } from 'react-router'
import { translate } from '#web/translations.ts'
import { listSharedProgrammes } from '../shared-programmes.ts'
import { inStructure } from './enter.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, home }) => ({
    title: `${translate(ctx.locale)('practice:library.title')} · ${organization.name}`,
    organization: { slug: organization.slug, name: organization.name },
    can,
    home,
    programmes: (await listSharedProgrammes(ctx, { organizationId: organization.id })).map(
      ({ programmeId, name, description, organizationName, badgeCount, imageIds, periods }) => ({
        programmeId,
        name,
        description,
        organizationName,
        badgeCount,
        imageIds,
        periodCount: periods.length,
      }),
    ),
  }))
