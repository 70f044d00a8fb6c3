import { sql } from 'kysely'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { Refusal, refuse as refuseKit } from '#kit/errors.ts'
import { spend } from '#kit/rate-limit.ts'
import { readUpload, type Upload } from '#kit/read-upload.ts'
import { lockFolios } from './create-folio.ts'
import { MAX_FILE_BYTES, MAX_KEPT_BYTES } from './folio.schema.ts'
import { refuse } from './folios.errors.ts'
import { findFolio } from './read-folio.ts'

export type AddedFile = { fileId: string; fileName: string; isPhoto: boolean }

/** Keeps a photo, drawn anew without what the camera wrote into it, or a PDF, beside a page. It stands on it once the page is saved with it. */
export async function addFile(ctx: Ctx, folioId: string, upload: Upload): Promise<AddedFile> {
  const { personId } = requirePerson(ctx)
  if (!(await findFolio(ctx, folioId))) throw refuseKit('not_found')
  await spend(ctx.db, ctx.now(), { key: `folio-file:${personId}`, max: 100, windowSeconds: 86_400 }).catch(sayTomorrow)
  const { fileName, mediaType, bytes, thumbnail } = await readUpload(upload, MAX_FILE_BYTES)
  return transaction(ctx, async (ctx) => {
    await lockFolios(ctx, personId)
    if ((await weighFiles(ctx, personId)) + bytes.length > MAX_KEPT_BYTES) throw refuse('folio_files_full', { name: fileName, max: MAX_KEPT_BYTES / 1024 / 1024 })
    const fileId = ctx.newId()
    await ctx.db.insertInto('folio_file').values({ id: fileId, folio_id: folioId, file_name: fileName, media_type: mediaType, bytes, thumbnail, created_at: ctx.now() }).execute()
    return { fileId, fileName, isPhoto: thumbnail !== null }
  })
}

async function weighFiles(ctx: Ctx, personId: string): Promise<number> {
  const { weight } = await ctx.db
    .selectFrom('folio_file')
    .innerJoin('folio', 'folio.id', 'folio_file.folio_id')
    .select(sql<number>`coalesce(sum(length(bytes)), 0)::int`.as('weight'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return weight
}

/** The platform's own sentence speaks of an hour. */
function sayTomorrow(error: unknown): never {
  throw error instanceof Refusal && error.code === 'too_many_requests' ? refuse('too_many_uploads') : error
}
