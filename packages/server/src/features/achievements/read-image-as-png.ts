import type { Ctx } from '#ctx'
import { type PngSize, renderPng } from './images/render-png.ts'
import { type BadgeImage, readImage } from './read-image.ts'

/** Images never change: what was drawn once is kept, the least recently asked for leaving first. */
const drawn = new Map<string, Buffer>()
const KEPT = 400

/** An image as a square PNG, for pages, mails and programs that show no SVG. */
export async function readImageAsPng(ctx: Ctx, imageId: string, size: PngSize): Promise<BadgeImage> {
  const image = await readImage(ctx, imageId)
  const key = `${imageId}/${size}`
  const bytes = drawn.get(key) ?? (await renderPng(image, size))
  drawn.delete(key)
  drawn.set(key, bytes)
  if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value!)
  return { ...image, bytes, mediaType: 'image/png' }
}
