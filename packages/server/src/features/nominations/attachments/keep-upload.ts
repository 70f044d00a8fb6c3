import { type Ctx, requirePerson } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { spend } from '#kit/rate-limit.ts'
import { readUpload, type Upload } from '#kit/read-upload.ts'
import { uploadLimit } from '../limits.ts'
import { refuse } from '../nominations.errors.ts'
import { MAX_FILE_BYTES } from '../nominations.schema.ts'

export type Draft = { uploadId: string; fileName: string; isPhoto: boolean }

/** Keeps a photo or a file while the form around it is being filled in. Only who sent it sees it, and uses it. */
export async function keepUpload(ctx: Ctx, upload: Upload): Promise<Draft> {
  const { personId } = requirePerson(ctx)
  await spend(ctx.db, ctx.now(), uploadLimit(personId)).catch(sayTomorrow)
  const { fileName, mediaType, bytes, thumbnail } = await readUpload(upload, MAX_FILE_BYTES)
  const uploadId = ctx.newId()
  await ctx.db
    .insertInto('attachment')
    .values({ id: uploadId, uploaded_by: personId, file_name: fileName, media_type: mediaType, bytes, thumbnail, created_at: ctx.now() })
    .execute()
  return { uploadId, fileName, isPhoto: thumbnail !== null }
}

/** The platform's own sentence speaks of an hour. */
function sayTomorrow(error: unknown): never {
  throw error instanceof Refusal && error.code === 'too_many_requests' ? refuse('too_many_uploads') : error
}

/** Those of these drafts that are theirs and still there: what a form names may be anything. */
export async function findDrafts(ctx: Ctx, uploadIds: readonly string[]): Promise<Map<string, Draft>> {
  const { personId } = requirePerson(ctx)
  if (uploadIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('attachment')
    .select(['id', 'file_name', 'media_type'])
    .where('id', 'in', uploadIds)
    .where('uploaded_by', '=', personId)
    .where('voice_id', 'is', null)
    .where('fact_id', 'is', null)
    .execute()
  return new Map(rows.map(({ id, file_name, media_type }) => [id, { uploadId: id, fileName: file_name, isPhoto: media_type !== 'application/pdf' }]))
}
