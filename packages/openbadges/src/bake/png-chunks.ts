import { OpenBadgesError } from '../errors.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** More chunks than any picture has, fewer than would cost time. */
const MAX_CHUNKS = 100_000

/** Where a chunk lies: `start` at its length field, `end` after its CRC. */
export type PngChunk = { type: string; start: number; dataStart: number; dataEnd: number; end: number }

/** Whether the bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/** Big-endian unsigned 32-bit number. */
export function readUint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4)
  return a * 0x1000000 + ((b << 16) | (c << 8) | d)
}

/**
 * The chunks of a PNG, from its IHDR to its IEND. No pixel is decoded.
 *
 * @throws OpenBadgesError `malformed_png` with the offset
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function listPngChunks(bytes: Uint8Array): PngChunk[] {
  if (!isPng(bytes)) throw malformed('no PNG signature', 0)
  const chunks: PngChunk[] = []
  for (let start = SIGNATURE.length; ; ) {
    if (start + 12 > bytes.length) throw malformed('the file ends inside a chunk', start)
    if (chunks.length >= MAX_CHUNKS) throw malformed('too many chunks', start)
    const length = readUint32(bytes, start)
    const dataStart = start + 8
    const dataEnd = dataStart + length
    const type = String.fromCharCode(...bytes.subarray(start + 4, dataStart))
    if (!/^[A-Za-z]{4}$/.test(type)) throw malformed('not a chunk type', start + 4)
    if (dataEnd + 4 > bytes.length) throw malformed(`chunk ${type} is longer than the file`, start)
    if (chunks.length === 0 && (type !== 'IHDR' || length !== 13)) {
      throw malformed('the first chunk is not IHDR', start)
    }
    chunks.push({ type, start, dataStart, dataEnd, end: dataEnd + 4 })
    if (type === 'IEND') return chunks
    start = dataEnd + 4
  }
}

export function malformed(message: string, offset: number): OpenBadgesError {
  return new OpenBadgesError('malformed_png', `${message} (at byte ${offset})`, { offset })
}
