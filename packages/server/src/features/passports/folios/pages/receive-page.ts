import { refuse } from '#kit/errors.ts'
import { readForm } from '#kit/read-form.ts'
import type { Upload } from '#kit/read-upload.ts'
import { receiveForm } from '#kit/receive-form.ts'
import { MAX_FILE_BYTES } from '../folio.schema.ts'

/** Sixty texts of eight thousand signs, in the widest letters. */
const MAX_FIELDS_BYTES = 2 * 1024 * 1024
/** Read and thrown away, so that the browser gets to the answer. */
const MAX_DRAINED = 32 * 1024 * 1024

/** The composer as it was sent, with the one file that may come along: whatever that file is, what was typed is read. */
export async function receivePage(request: Request): Promise<{ fields: FormData; upload: Upload | undefined }> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const fields = await readForm(request, MAX_FIELDS_BYTES)
    if (!fields) throw refuse('invalid_input')
    return { fields, upload: undefined }
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const start = async () => async (chunk: Uint8Array) => {
    size += chunk.length
    if (size > MAX_FILE_BYTES + MAX_DRAINED) throw refuse('too_large')
    // One piece more than may be kept: its reader then says that it is too large, by its name.
    if (size - chunk.length <= MAX_FILE_BYTES) chunks.push(chunk)
  }
  const { fields, fileName } = await receiveForm(request, start, { maxFieldsBytes: MAX_FIELDS_BYTES })
  return { fields, upload: fileName === undefined ? undefined : { fileName, bytes: Buffer.concat(chunks) } }
}
