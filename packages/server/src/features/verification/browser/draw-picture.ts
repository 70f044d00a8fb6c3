import { type Draw, MAX_PIXELS, THUMBNAIL_SIDE } from './picture.ts'

/** The browser's way to draw a PNG again small. Its header is read first: a small file may unfold to a very large picture. */
export const drawPicture: Draw = async (png) => {
  try {
    const header = new DataView(png.buffer, png.byteOffset, 24)
    if (header.getUint32(16) * header.getUint32(20) > MAX_PIXELS) return null
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }))
    const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const pixels = canvas.getContext('2d')!
    pixels.imageSmoothingQuality = 'high'
    pixels.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return canvas.toDataURL('image/png')
  } catch {
    return null
  }
}
