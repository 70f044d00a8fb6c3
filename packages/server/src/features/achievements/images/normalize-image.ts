import { refuse } from '../achievements.errors.ts'
import { isPng, normalizePng } from './normalize-png.ts'
import { sanitizeSvg } from './sanitize-svg.ts'

export type StoredImage = { bytes: Buffer; mediaType: 'image/png' | 'image/svg+xml' }

export const MAX_IMAGE_BYTES = 1024 * 1024

/** What was uploaded, recognised by what it holds and never by its name, made safe and square. */
export async function normalizeImage(bytes: Uint8Array): Promise<StoredImage> {
  if (bytes.length > MAX_IMAGE_BYTES) throw refuse('image_too_large')
  if (isPng(bytes)) return { bytes: await normalizePng(bytes), mediaType: 'image/png' }
  const text = readText(bytes)
  if (text === undefined || !/<(?:[\w-]+:)?svg[\s>]/i.test(text)) throw refuse('image_unknown_format')
  return { bytes: Buffer.from(sanitizeSvg(text)), mediaType: 'image/svg+xml' }
}

/** UTF-8, or UTF-16 with its mark; undefined for anything that is not text. */
function readText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text.replace(/^\s*<\?xml[^>]*\?>/, '')
  } catch {
    return undefined
  }
}
