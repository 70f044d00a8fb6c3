import { concatBytes, fromUtf8, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { crc32 } from './crc32.ts'
import { listPngChunks, malformed, type PngChunk, readUint32 } from './png-chunks.ts'

/** The keyword of the chunk: Open Badges 3.0, or 2.0 and before. */
export type BakeKeyword = 'openbadgecredential' | 'openbadges'

const KEYWORDS: readonly string[] = ['openbadgecredential', 'openbadges']
const TEXT_CHUNKS: readonly string[] = ['iTXt', 'tEXt', 'zTXt']

/** The keyword of a text chunk when it is one of ours. */
function keywordOf(bytes: Uint8Array, chunk: PngChunk): BakeKeyword | undefined {
  if (!TEXT_CHUNKS.includes(chunk.type)) return undefined
  const zero = bytes.subarray(chunk.dataStart, Math.min(chunk.dataEnd, chunk.dataStart + 80)).indexOf(0)
  if (zero < 1) return undefined
  const keyword = String.fromCharCode(...bytes.subarray(chunk.dataStart, chunk.dataStart + zero))
  return KEYWORDS.includes(keyword) ? (keyword as BakeKeyword) : undefined
}

/**
 * A PNG with the credential in it, as an uncompressed iTXt chunk after IHDR. One already there is replaced.
 *
 * @param credential the JSON, the compact JWS, or (before 3.0) the address of the assertion
 * @param image the bytes of the PNG; they are not changed
 * @throws OpenBadgesError `malformed_png`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#baking-pngs
 * @example
 * bakePng(image, JSON.stringify(signed))
 */
export function bakePng(image: Uint8Array, credential: string, keyword: BakeKeyword = 'openbadgecredential'): Uint8Array {
  const chunks = listPngChunks(image)
  const [header] = chunks as [PngChunk]
  const last = chunks.at(-1) as PngChunk
  const parts = [image.subarray(0, header.end), iTXt(keyword, credential)]
  let from = header.end
  for (const chunk of chunks) {
    if (keywordOf(image, chunk) === undefined) continue
    parts.push(image.subarray(from, chunk.start))
    from = chunk.end
  }
  parts.push(image.subarray(from, last.end))
  return concatBytes(...parts)
}

/** Keyword, zero, not compressed, zero, no language, zero, no translated keyword, zero, text. */
function iTXt(keyword: string, text: string): Uint8Array {
  const body = concatBytes(toUtf8(`iTXt${keyword}\0\0\0\0\0`), toUtf8(text))
  const chunk = new Uint8Array(body.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, body.length - 4)
  chunk.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  return chunk
}

/**
 * The text baked into a PNG, or `undefined` when there is none.
 *
 * @throws OpenBadgesError `malformed_png` (with the offset), `multiple_credentials`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#baking-pngs
 * @example
 * unbakePng(image) // { credential: '{…}', keyword: 'openbadgecredential' }
 */
export function unbakePng(image: Uint8Array): { credential: string; keyword: BakeKeyword } | undefined {
  const found = listPngChunks(image).flatMap((chunk) => {
    const keyword = keywordOf(image, chunk)
    return keyword ? [{ chunk, keyword }] : []
  })
  const [first] = found
  if (!first) return undefined
  if (found.length > 1) {
    throw new OpenBadgesError('multiple_credentials', 'more than one credential in the image')
  }
  const { chunk, keyword } = first
  if (crc32(image, chunk.start + 4, chunk.dataEnd) !== readUint32(image, chunk.dataEnd)) {
    throw malformed('the checksum of the credential is wrong', chunk.start)
  }
  return { credential: readText(image, chunk, keyword), keyword }
}

function readText(image: Uint8Array, chunk: PngChunk, keyword: string): string {
  const data = image.subarray(chunk.dataStart + keyword.length + 1, chunk.dataEnd)
  if (chunk.type === 'tEXt') return String.fromCharCode(...data.subarray(0, 4096)).trim()
  if (chunk.type === 'zTXt' || data[0] !== 0) throw malformed('the credential is compressed', chunk.start)
  const language = data.indexOf(0, 2)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0) throw malformed('not an iTXt chunk', chunk.start)
  try {
    return fromUtf8(data.subarray(translated + 1))
  } catch {
    throw malformed('the credential is not UTF-8', chunk.start)
  }
}
