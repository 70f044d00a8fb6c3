// What somebody sends from a phone or a desk, made harmless, or refused by its name.
import sharp, { type Metadata } from 'sharp'
import { refusals } from './errors.ts'

export type Upload = { fileName: string; bytes: Uint8Array }
export type Kept = { fileName: string; mediaType: 'image/webp' | 'application/pdf'; bytes: Buffer; thumbnail: Buffer | null }

const refuse = refusals({
  file_too_large: 413,
  /** Neither a photo nor a PDF, whatever it calls itself. */
  file_refused: 422,
  /** The format of some telephones, which is not decoded here. */
  file_heic: 422,
  file_unreadable: 422,
  photo_too_many_pixels: 422,
})

/** As large as telephones make them; one that must be unpacked whole before it is drawn, smaller. */
const MAX_PIXELS = 50_000_000
const MAX_PIXELS_AT_ONCE = 16_000_000
const LARGEST = 2000
const THUMBNAIL = 320
const SECONDS = 10

/** A photo is drawn anew, upright, without what the camera wrote into it; a PDF stays what it is, for it is only ever downloaded. */
export async function readUpload({ fileName, bytes }: Upload, maxBytes: number): Promise<Kept> {
  const name = tidyName(fileName)
  if (bytes.length > maxBytes) throw refuse('file_too_large', { name, max: maxBytes / 1024 / 1024 })
  const kind = kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (kind === 'pdf') return { fileName: name, mediaType: 'application/pdf', bytes: Buffer.from(bytes), thumbnail: null }
  if (kind === 'heif') throw refuse('file_heic', { name })
  if (kind === undefined) throw refuse('file_refused', { name })
  return { fileName: name, mediaType: 'image/webp', ...(await redraw(bytes, kind, name)) }
}

type Photo = 'jpeg' | 'png' | 'webp'

/** By its first bytes: what a file calls itself says nothing. */
function kindOf(bytes: Buffer): Photo | 'pdf' | 'heif' | undefined {
  const at = (start: number, end: number) => bytes.toString('latin1', start, end)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (at(4, 8) === 'ftyp' && /^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/.test(at(8, 12))) return 'heif'
  if (/^%PDF-[12]\.\d/.test(at(0, 8)) && bytes.subarray(-1024).includes('%%EOF')) return 'pdf'
  return undefined
}

async function redraw(bytes: Uint8Array, kind: Photo, name: string): Promise<{ bytes: Buffer; thumbnail: Buffer }> {
  // Only its header is read here.
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (metadata?.format !== kind) throw refuse(metadata ? 'file_refused' : 'file_unreadable', { name })
  if (metadata.width * metadata.height > maxPixelsOf(metadata)) throw refuse('photo_too_many_pixels', { name })
  try {
    const photo = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize(LARGEST, LARGEST, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
    const thumbnail = await sharp(photo).resize(THUMBNAIL, THUMBNAIL, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 75 }).toBuffer()
    return { bytes: photo, thumbnail }
  } catch {
    throw refuse('file_unreadable', { name })
  }
}

const maxPixelsOf = ({ isProgressive, format, pages = 1 }: Metadata) => (isProgressive || format === 'webp' || pages > 1 ? MAX_PIXELS_AT_ONCE : MAX_PIXELS)

/** The name without the way to it, and without what could write elsewhere. */
const tidyName = (fileName: string) =>
  (fileName.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{C}"<>|:*?]/gu, '')
    .trim()
    .slice(-100) || 'fichier'
