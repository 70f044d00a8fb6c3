import type { Ctx } from '#ctx'
import type { Block } from '../../folios/folio.schema.ts'
import { extensionOf, type NameFile, withoutExtension } from './name-files.ts'
import type { PackedBadge } from './pack-badges.ts'
import { jsonFile, type Packed, textFile } from './packed.ts'
import { writeFolio } from './write-folio.ts'

export type PackedFolio = { id: string; file: string; title: string; introduction: string; blocks: Block[]; createdAt: Date; changedAt: Date; files: PackedFile[] }
export type PackedFile = { id: string; file: string; fileName: string; mediaType: string; alt: string }
export type PackedCv = { id: string; title: string; locale: string; content: unknown; badgeIds: string[]; createdAt: Date; changedAt: Date; file: string }

/** The pages that a person composed with the files in them, and their CVs. */
export async function* packPages(
  ctx: Ctx,
  { personId, badges, name }: { personId: string; badges: readonly PackedBadge[]; name: NameFile },
): AsyncGenerator<Packed, { folios: PackedFolio[]; cvs: PackedCv[] }> {
  const folios: PackedFolio[] = []
  for (const folio of await ctx.db.selectFrom('folio').selectAll().where('person_id', '=', personId).orderBy('created_at').orderBy('id').execute()) {
    const { id, title, introduction, blocks, created_at: createdAt, changed_at: changedAt } = folio
    const files = yield* packFiles(ctx, id, name)
    const packed: PackedFolio = { id, file: name('pages', title, 'html'), title, introduction, blocks: blocks as Block[], createdAt, changedAt, files }
    yield textFile(packed.file, writeFolio(ctx, packed, badges))
    folios.push(packed)
  }
  const cvs: PackedCv[] = []
  for (const cv of await ctx.db.selectFrom('cv').selectAll().where('person_id', '=', personId).orderBy('created_at').orderBy('id').execute()) {
    const packed = { id: cv.id, title: cv.title, locale: cv.locale, content: cv.content, badgeIds: cv.badge_ids, createdAt: cv.created_at, changedAt: cv.changed_at }
    const path = name('cv', cv.title || 'cv', 'json')
    yield jsonFile(path, packed)
    cvs.push({ ...packed, file: path })
  }
  return { folios, cvs }
}

async function* packFiles(ctx: Ctx, folioId: string, name: NameFile): AsyncGenerator<Packed, PackedFile[]> {
  const ids = await ctx.db.selectFrom('folio_file').select('id').where('folio_id', '=', folioId).orderBy('created_at').orderBy('id').execute()
  const files: PackedFile[] = []
  for (const { id } of ids) {
    const row = await ctx.db.selectFrom('folio_file').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) continue
    const path = name('pages', withoutExtension(row.file_name), extensionOf(row.media_type))
    yield { path, bytes: row.bytes }
    files.push({ id, file: path, fileName: row.file_name, mediaType: row.media_type, alt: row.alt })
  }
  return files
}
