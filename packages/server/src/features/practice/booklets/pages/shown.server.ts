import type { LoaderFunctionArgs } from 'react-router'
import { inStructure } from '../../programmes/pages/enter.ts'
import { sayIn } from '../present-booklet.ts'
import { listShownBooklets } from '../shown-booklets.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, home }) => ({
    title: `${sayIn(ctx)('shown.title')} · ${organization.name}`,
    organization: { slug: organization.slug, name: organization.name },
    can,
    home,
    booklets: (await listShownBooklets(ctx, { organizationId: organization.id })).map(({ cohorts, givenName, familyName, ...line }) => ({
      ...line,
      person: `${familyName} ${givenName}`.trim(),
      className: cohorts.join(', '),
    })),
  }))
