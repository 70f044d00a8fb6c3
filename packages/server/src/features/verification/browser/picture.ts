// Which picture of a badge a report shows. Pixels are drawn by the caller: a server and a browser each have their own way.
import { isUuid } from '#kit/uuid.ts'

export const THUMBNAIL_SIDE = 360
export const MAX_PIXELS = 4096 * 4096

/** A PNG drawn again small as a data address; null for one that does not draw. */
export type Draw = (png: Uint8Array) => Promise<string | null>

export type Picture = { kind: 'ours'; imageId: string } | { kind: 'signed' | 'file'; source: string } | null

/** What is signed first: ours, or data inside the document. The pixels of the file itself prove nothing, and the page says so. */
export async function choosePicture(image: string, { platformUrl, file, draw }: { platformUrl: string; file?: Uint8Array | undefined; draw: Draw }): Promise<Picture> {
  const imageId = image.startsWith(`${platformUrl}/images/`) ? image.slice(`${platformUrl}/images/`.length).split('?')[0]! : ''
  if (isUuid(imageId)) return { kind: 'ours', imageId }
  const data = readPngData(image)
  const signed = data && isPng(data) && (await draw(data))
  if (signed) return { kind: 'signed', source: signed }
  const source = file && isPng(file) && (await draw(file))
  return source ? { kind: 'file', source } : null
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, index) => bytes[index] === byte)

/** The bytes of a PNG that came as a data address. */
function readPngData(address: string): Uint8Array | undefined {
  const base64 = /^data:image\/png;base64,([\w+/=\s]+)$/i.exec(address)?.[1]
  try {
    return base64 === undefined ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
