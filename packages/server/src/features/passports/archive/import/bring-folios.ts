import { type Ctx, transaction } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { type Kept, readUpload } from '#kit/read-upload.ts'
import { FolioContent, MAX_FILE_BYTES, MAX_FOLIOS, MAX_KEPT_BYTES } from '../../folios/folio.schema.ts'
import type { ArchiveData } from './archive-data.schema.ts'
import type { Bringing } from './import-archive.ts'
import { newIdOf } from './new-id.ts'

type Wanted = ArchiveData['folios'][number]
type KeptFile = Kept & { id: string; alt: string }

/** Each page once, with its photos drawn anew, as if they had been sent one by one. */
export async function bringFolios(ctx: Ctx, folios: readonly Wanted[], bringing: Bringing): Promise<number> {
  const { personId } = bringing
  let count = 0
  for (const folio of folios) {
    const id = newIdOf(personId, folio.id)
    const here = await ctx.db.selectFrom('folio').select('id').where('person_id', '=', personId).execute()
    if (here.length >= MAX_FOLIOS || here.some((own) => own.id === id || own.id === folio.id)) continue
    const files = await keepFiles(folio, bringing)
    const content = FolioContent.safeParse({ title: folio.title, introduction: folio.introduction, blocks: moveBlocks(folio.blocks, bringing, files) })
    if (content.success) count += await insertFolio(ctx, { id, personId, content: content.data, files })
  }
  return count
}

/** A file that is no photo and no PDF stays out; the page comes all the same. */
async function keepFiles({ files }: Wanted, { personId, read }: Bringing): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  let room = MAX_KEPT_BYTES
  for (const { id, file, fileName, alt } of files) {
    const bytes = read(file)
    if (!bytes) continue
    try {
      const upload = await readUpload({ fileName, bytes }, MAX_FILE_BYTES)
      room -= upload.bytes.length
      if (room >= 0) kept.push({ ...upload, id: newIdOf(personId, id), alt })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return kept
}

type RawBlock = { kind?: unknown; badgeIds?: unknown; fileId?: unknown }

function moveBlocks(blocks: unknown, { personId, newIds }: Bringing, files: readonly KeptFile[]): unknown[] {
  const here = new Set(files.map(({ id }) => id))
  return (Array.isArray(blocks) ? (blocks as unknown[]) : []).flatMap((raw) => {
    const block = Object(raw) as RawBlock
    if (block.kind === 'badges') return [{ ...block, badgeIds: (Array.isArray(block.badgeIds) ? block.badgeIds : []).flatMap((id) => newIds.get(String(id)) ?? []) }]
    if (block.kind !== 'file') return [block]
    const fileId = newIdOf(personId, String(block.fileId))
    return here.has(fileId) ? [{ ...block, fileId }] : []
  })
}

type Inserting = { id: string; personId: string; content: FolioContent; files: readonly KeptFile[] }

const insertFolio = (ctx: Ctx, { id, personId, content, files }: Inserting): Promise<number> =>
  transaction(ctx, async (ctx) => {
    const now = ctx.now()
    const { title, introduction, blocks } = content
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('folio')
      .values({ id, person_id: personId, title, introduction, blocks: JSON.stringify(blocks), created_at: now, changed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return 0
    for (const { id: fileId, fileName, mediaType, bytes, thumbnail, alt } of files)
      await ctx.db.insertInto('folio_file').values({ id: fileId, folio_id: id, file_name: fileName, media_type: mediaType, alt, bytes, thumbnail, created_at: now }).execute()
    return 1
  })
