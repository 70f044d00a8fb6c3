import sharp from 'sharp'
import { type Draw, MAX_PIXELS, THUMBNAIL_SIDE } from './browser/picture.ts'

export const drawThumbnail: Draw = async (png) => {
  try {
    const drawn = await sharp(png, { limitInputPixels: MAX_PIXELS }).resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true }).png().toBuffer()
    return `data:image/png;base64,${drawn.toString('base64')}`
  } catch {
    return null
  }
}
