import { refuse } from './verification.errors.ts'
import { MAX_BYTES } from './verification.schema.ts'

const OVERHEAD = 64 * 1024
/** Read and thrown away, so that the browser gets to the answer; beyond it the connection is cut. */
const MAX_DRAINED = 16 * 1024 * 1024

/** The body of a request that may carry a badge, and not a byte more. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > MAX_DRAINED) break
    if (size <= MAX_BYTES + OVERHEAD) chunks.push(chunk)
  }
  if (size > MAX_BYTES + OVERHEAD) throw refuse('too_large')
  return new Uint8Array(Buffer.concat(chunks))
}

export async function readForm(request: Request): Promise<FormData> {
  const body = await readBody(request)
  try {
    return await new Response(body, { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData()
  } catch (error) {
    if (error instanceof TypeError) throw refuse('nothing_given')
    throw error
  }
}

/** The file of a form, or undefined: a form without JavaScript sends an empty one. */
export async function readFile(form: FormData): Promise<Uint8Array | undefined> {
  const file = form.get('file')
  return file instanceof File && (file.size > 0 || file.name !== '') ? new Uint8Array(await file.arrayBuffer()) : undefined
}
