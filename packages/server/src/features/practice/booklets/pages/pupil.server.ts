import type { LoaderFunctionArgs } from 'react-router'
import { inProgramme } from '../../programmes/pages/enter.ts'
import { getClassBooklet } from '../class-booklets.ts'
import { presentBooklet, sayIn } from '../present-booklet.ts'
import { listShownBooklets } from '../shown-booklets.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const booklet = presentBooklet(ctx, await getClassBooklet(ctx, programme.id, args.params.personId!))
    const shown = await listShownBooklets(ctx, { organizationId: organization.id, personId: booklet.personId })
    return {
      title: `${booklet.name} · ${sayIn(ctx)('class.title')}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      booklet,
      shown: shown.map(({ programmeId, name, schoolYear, organizationName }) => ({ programmeId, name, schoolYear, organizationName })),
    }
  })
