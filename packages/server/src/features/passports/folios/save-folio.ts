import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { sayWhen } from '#kit/paris-time.ts'
import { isUuid } from '#kit/uuid.ts'
import { findCollected } from '../collection/list-collection.ts'
import { lockFolios } from './create-folio.ts'
import { type Block, badgeIdsIn, FolioContent } from './folio.schema.ts'
import { refuse } from './folios.errors.ts'
import { mergeContents } from './merge-contents.ts'
import { type Folio, findFolio } from './read-folio.ts'

type Saving = {
  folioId: string
  /** When the page was changed last, as far as whoever writes knows. */
  basedOn: Date
  content: { title: string; introduction: string; blocks: unknown[] }
  /** Words for those who do not see a photo, by file. */
  alts?: ReadonlyMap<string, string>
  /** Keeps what another tab saved meanwhile as well, below. */
  keepsBoth?: boolean
}
/** `lost`: files that another tab had taken out. */
export type Saved = { changedAt: Date; lost: number }

/**
 * The whole page as it was written. What another tab has saved since is not written over unseen: `folio_changed` says so, and whoever writes decides.
 * Files that no longer stand on the page are forgotten.
 */
export async function saveFolio(ctx: Ctx, { folioId, basedOn, content, alts = new Map(), keepsBoth = false }: Saving): Promise<Saved> {
  const { personId } = requirePerson(ctx)
  const typed = FolioContent.parse(content)
  return transaction(ctx, async (ctx) => {
    await lockFolios(ctx, personId)
    const stored = await findFolio(ctx, folioId)
    if (!stored) throw refuseKit('not_found')
    const written = keepsBoth ? mergeContents(typed, stored, ctx.newId) : typed
    const { blocks, lost } = await keepOwn(ctx, folioId, written.blocks)
    const saved = FolioContent.parse({ ...written, blocks })
    // Sent twice, or the same thing typed twice, is no quarrel.
    if (stored.changedAt.getTime() !== basedOn.getTime() && !isSame(stored, saved))
      throw refuse('folio_changed', { changedAt: stored.changedAt.toISOString(), when: sayWhen(stored.changedAt, ctx.locale) })
    await writeAlts(ctx, folioId, alts)
    await forgetFiles(ctx, stored, saved.blocks)
    if (isSame(stored, saved)) return { changedAt: stored.changedAt, lost }
    const changedAt = new Date(Math.max(ctx.now().getTime(), stored.changedAt.getTime() + 1))
    await ctx.db
      .updateTable('folio')
      .set({ title: saved.title, introduction: saved.introduction, blocks: JSON.stringify(saved.blocks), changed_at: changedAt })
      .where('id', '=', folioId)
      .execute()
    return { changedAt, lost }
  })
}

/** The badges that are theirs, the files of this page: a form may name anything. Two blocks with one id are one. */
async function keepOwn(ctx: Ctx, folioId: string, blocks: readonly Block[]) {
  const own = await findCollected(ctx, requirePerson(ctx).personId, badgeIdsIn(blocks))
  const theirs = new Set(own.map(({ badgeId }) => badgeId))
  const rows = await ctx.db.selectFrom('folio_file').select('id').where('folio_id', '=', folioId).execute()
  const files = new Set(rows.map(({ id }) => id))
  const single = [...new Map(blocks.map((block) => [block.id, block])).values()]
  const kept = single.filter((block) => block.kind !== 'file' || files.has(block.fileId))
  return {
    blocks: kept.map((block) => (block.kind === 'badges' ? { ...block, badgeIds: [...new Set(block.badgeIds)].filter((badgeId) => theirs.has(badgeId)) } : block)),
    lost: single.length - kept.length,
  }
}

const isSame = (stored: FolioContent, saved: FolioContent): boolean => canonical(stored) === canonical(saved)
/** PostgreSQL gives the keys of a block back in an order of its own. */
const canonical = ({ title, introduction, blocks }: FolioContent): string =>
  JSON.stringify([title, introduction, blocks.map((block) => Object.entries(block).toSorted(([one], [other]) => (one < other ? -1 : 1)))])

async function writeAlts(ctx: Ctx, folioId: string, alts: ReadonlyMap<string, string>): Promise<void> {
  for (const [fileId, alt] of alts)
    if (isUuid(fileId))
      await ctx.db
        .updateTable('folio_file')
        .set({ alt: alt.trim().slice(0, 500) })
        .where('id', '=', fileId)
        .where('folio_id', '=', folioId)
        .execute()
}

/** What was sent for a page that was never saved waits for a day: another tab may still be about to use it. */
const DAY_MS = 86_400_000

async function forgetFiles(ctx: Ctx, stored: Folio, blocks: readonly Block[]): Promise<void> {
  const filesOf = (all: readonly Block[]) => all.flatMap((block) => (block.kind === 'file' ? [block.fileId] : []))
  const kept = filesOf(blocks)
  const gone = filesOf(stored.blocks).filter((fileId) => !kept.includes(fileId))
  await ctx.db
    .deleteFrom('folio_file')
    .where('folio_id', '=', stored.folioId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .where((where) => where.or([where('created_at', '<', new Date(ctx.now().getTime() - DAY_MS)), ...(gone.length > 0 ? [where('id', 'in', gone)] : [])]))
    .execute()
}
