import { translate } from '#web/translations.ts'
import { readFilter } from '../../browser/cells.ts'
import { packGrid } from '../../browser/pack.ts'
import { type Args, inProgramme } from '../../programmes/pages/enter.ts'
import { readGrid } from '../read-grid.ts'

export const loader = (args: Args) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const search = new URL(args.request.url).searchParams
    return {
      title: `${translate(ctx.locale)('grid:title')} · ${programme.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      programme: { name: programme.name, isArchived: programme.archived_at !== null },
      programmeId: programme.id,
      grid: packGrid(await readGrid(ctx, programme.id)),
      filter: readFilter(search),
      page: Math.max(1, Math.floor(Number(search.get('page'))) || 1),
    }
  })
