import sharp from 'sharp'

const SIDE = 360
const MAX_PIXELS = 4096 * 4096
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** A PNG that somebody sent, drawn again small as a data address; null for what is no PNG, or does not draw. */
export async function drawThumbnail(bytes: Uint8Array): Promise<string | null> {
  if (!PNG.equals(bytes.subarray(0, PNG.length))) return null
  try {
    const drawn = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true }).png().toBuffer()
    return `data:image/png;base64,${drawn.toString('base64')}`
  } catch {
    return null
  }
}

/** The bytes of a PNG that came as a data address. */
export function readPngData(address: string): Uint8Array | undefined {
  const base64 = /^data:image\/png;base64,([\w+/=\s]+)$/i.exec(address)?.[1]
  return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'))
}
