import type { LoaderFunctionArgs } from 'react-router'
import { inStructure } from '../../programmes/pages/enter.ts'
import { presentBooklet, sayIn } from '../present-booklet.ts'
import { getShownBooklet } from '../shown-booklets.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can }) => {
    const { personId, programmeId } = args.params
    const booklet = presentBooklet(ctx, await getShownBooklet(ctx, { organizationId: organization.id, personId: personId!, programmeId: programmeId! }))
    return { title: `${booklet.name} · ${sayIn(ctx)('shown.title')}`, organization: { slug: organization.slug, name: organization.name }, can, booklet }
  })
