// Bodies of requests, and not a byte more than expected.
import { refuse } from './errors.ts'

/** Read and thrown away, so that the browser gets to the answer; beyond it the connection is cut. */
const MAX_DRAINED = 16 * 1024 * 1024

export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maxBytes + MAX_DRAINED) break
    if (size <= maxBytes) chunks.push(chunk)
  }
  if (size > maxBytes) throw refuse('too_large')
  return new Uint8Array(Buffer.concat(chunks))
}

/** The form in a request, or nothing where there is none. */
export async function readForm(request: Request, maxBytes: number): Promise<FormData | undefined> {
  const body = await readBody(request, maxBytes)
  try {
    return await new Response(body, { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** What was typed in a field; nothing where there is none, or a file came instead. */
export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Every value of a field that may be sent several times. */
export const texts = (form: FormData, name: string): string[] => form.getAll(name).filter((value): value is string => typeof value === 'string')

/** A file of a form, or undefined: a form without JavaScript sends an empty one. */
export function fileOf(form: FormData, name: string): File | undefined {
  const file = form.get(name)
  return file instanceof File && (file.size > 0 || file.name !== '') ? file : undefined
}
