import { concatBytes } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'

/** The bytes, compressed by the platform's own gzip. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  return pump(new CompressionStream('gzip'), bytes, Number.POSITIVE_INFINITY)
}

/**
 * The bytes of a gzip, never more than `limit` of them: a bomb is left as soon as it exceeds it.
 *
 * @throws OpenBadgesError `status_list_too_large`, `invalid_status_list`
 */
export async function gunzip(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  try {
    return await pump(new DecompressionStream('gzip'), bytes, limit)
  } catch (cause) {
    if (cause instanceof OpenBadgesError) throw cause
    throw new OpenBadgesError('invalid_status_list', 'not a gzip', { cause })
  }
}

async function pump(stream: CompressionStream | DecompressionStream, bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close())
  written.catch(() => undefined)
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      reader.cancel().catch(() => undefined)
      throw new OpenBadgesError('status_list_too_large', `more than ${limit} bytes`)
    }
    chunks.push(value)
  }
  await written
  return concatBytes(...chunks)
}
