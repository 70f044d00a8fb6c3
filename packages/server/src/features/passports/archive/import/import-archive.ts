import { createHash } from 'node:crypto'
import { type Ctx, requirePerson } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { spend } from '#kit/rate-limit.ts'
import { writeNote } from '../../collection/write-note.ts'
import { importBadge } from '../../imports/import-badge.ts'
import { bringCvs } from './bring-cvs.ts'
import { bringFolios } from './bring-folios.ts'
import { type ReadArchive, readArchive, type Waiting } from './read-archive.ts'

/** What became of one file. `later`: the time or the number of one go was used up; sent again, the zip goes on from there. */
export type BroughtBadge =
  | { file: string; name: string | null; outcome: 'added' | 'kept' | 'later'; badgeId?: string }
  | { file: string; name: string | null; outcome: 'refused'; code: string; found: string | null }
export type BroughtArchive = { badges: BroughtBadge[]; notes: number; folios: number; cvs: number }

/** A browser waits no longer than a minute or two. */
const MAX_MS = 60_000

/**
 * Takes in an archive of a passport, or any zip with badges in it, file by file: one that is no badge does not keep the others out. What is there already
 * is passed over, so that the same zip can be sent again until all of it is there.
 */
export async function importArchive(ctx: Ctx, bytes: Uint8Array): Promise<BroughtArchive> {
  const { personId } = requirePerson(ctx)
  await spend(ctx.db, ctx.now(), { key: `archive-in:${personId}`, max: 20, windowSeconds: 3600 })
  const archive = readArchive(bytes)
  const badges = await bringBadges(ctx, personId, archive)
  const newIds = new Map(archive.badges.flatMap(({ id }, index) => (id && 'badgeId' in badges[index]! ? [[id, badges[index].badgeId!]] : [])))
  const notes = await bringNotes(ctx, { personId, waiting: archive.badges, newIds })
  const pages = { personId, newIds, read: archive.read }
  return { badges, notes, folios: await bringFolios(ctx, archive.data?.folios ?? [], pages), cvs: await bringCvs(ctx, archive.data?.cvs ?? [], pages) }
}

/** How pages find what they point at under its id here. */
export type Bringing = { personId: string; newIds: ReadonlyMap<string, string>; read: ReadArchive['read'] }

async function bringBadges(ctx: Ctx, personId: string, { badges, read }: ReadArchive): Promise<BroughtBadge[]> {
  const rows = await ctx.db.selectFrom('imported_badge').select(['id', 'digest']).where('person_id', '=', personId).execute()
  const here = new Map(rows.map(({ id, digest }) => [digest.toString('hex'), id]))
  const end = ctx.now().getTime() + MAX_MS
  const brought: BroughtBadge[] = []
  let isFull = false
  for (const { path: file, name, fileName } of badges) {
    const bytes = read(file)
    const known = bytes && here.get(createHash('sha256').update(bytes).digest('hex'))
    isFull ||= ctx.now().getTime() > end
    if (!bytes) brought.push({ file, name, outcome: 'refused', code: 'file_missing', found: null })
    else if (known) brought.push({ file, name, outcome: 'kept', badgeId: known })
    else if (isFull) brought.push({ file, name, outcome: 'later' })
    else brought.push(await bringOne(ctx, { file, name, fileName, bytes }))
    isFull ||= brought.at(-1)!.outcome === 'later'
  }
  return brought
}

type One = { file: string; name: string | null; fileName: string; bytes: Uint8Array }

async function bringOne(ctx: Ctx, { file, name, fileName, bytes }: One): Promise<BroughtBadge> {
  try {
    const imported = await importBadge(ctx, { fileName, bytes })
    return { file, name, outcome: imported.kept ? 'kept' : 'added', badgeId: 'credentialId' in imported ? imported.credentialId : imported.importedId }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 429) return { file, name, outcome: 'later' }
    return { file, name, outcome: 'refused', code: error.code, found: (error.detail?.found as string | undefined) ?? null }
  }
}

type Noting = { personId: string; waiting: readonly Waiting[]; newIds: ReadonlyMap<string, string> }

/** What is written here already stays: it is newer than the archive. */
async function bringNotes(ctx: Ctx, { personId, waiting, newIds }: Noting): Promise<number> {
  const rows = await ctx.db.selectFrom('badge_note').select('badge_id').where('person_id', '=', personId).execute()
  const written = new Set(rows.map(({ badge_id }) => badge_id))
  let count = 0
  for (const { id, sentence, tags } of waiting) {
    const badgeId = id && newIds.get(id)
    if (!badgeId || written.has(badgeId) || (sentence === '' && tags.length === 0)) continue
    await writeNote(ctx, { badgeId, sentence, tags })
    written.add(badgeId)
    count += 1
  }
  return count
}
