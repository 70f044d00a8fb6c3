import sharp from 'sharp'
import { refuse } from '../achievements.errors.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Decoded, this many pixels are 36 MB: no more is ever unpacked, however small the file. */
const MAX_SIDE = 3000
const MIN_SIDE = 64
const LARGEST = 1024

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.equals(bytes.subarray(0, 8))

/** Somebody's PNG → a square one, drawn anew: what was hidden in the file is gone. */
export async function normalizePng(bytes: Uint8Array): Promise<Buffer> {
  const side = Math.min(LARGEST, readLongestSide(bytes))
  try {
    return await sharp(bytes, { limitInputPixels: MAX_SIDE * MAX_SIDE, failOn: 'error', sequentialRead: true })
      .resize(side, side, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png({ compressionLevel: 9 })
      .toBuffer()
  } catch {
    throw refuse('image_unreadable')
  }
}

/** From the file's header, before anything is unpacked. */
function readLongestSide(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < 33 || view.toString('latin1', 12, 16) !== 'IHDR') throw refuse('image_unreadable')
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)]
  if (width > MAX_SIDE || height > MAX_SIDE) throw refuse('image_too_many_pixels', { max: MAX_SIDE })
  if (Math.max(width, height) < MIN_SIDE) throw refuse('image_too_small', { min: MIN_SIDE })
  return Math.max(width, height)
}
