import { fileOf, readForm as readFormOf, readBody as readOf } from '#kit/read-form.ts'
import { refuse } from './verification.errors.ts'
import { MAX_BYTES } from './verification.schema.ts'

const OVERHEAD = 64 * 1024

/** The body of a request that may carry a badge, and not a byte more. */
export const readBody = (request: Request): Promise<Uint8Array<ArrayBuffer>> => readOf(request, MAX_BYTES + OVERHEAD)

export async function readForm(request: Request): Promise<FormData> {
  const form = await readFormOf(request, MAX_BYTES + OVERHEAD)
  if (!form) throw refuse('nothing_given')
  return form
}

export async function readFile(form: FormData): Promise<Uint8Array | undefined> {
  const file = fileOf(form, 'file')
  return file && new Uint8Array(await file.arrayBuffer())
}
