import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { fonts } from '#kit/fonts.ts'
import type { StoredImage } from './normalize-image.ts'

export const PNG_SIZES = [64, 128, 256, 512] as const
export type PngSize = (typeof PNG_SIZES)[number]

/** Only our own font: the same picture on every machine, and no file of the machine in it. */
const font = { fontFiles: [fonts.regular, fonts.semibold, fonts.bold], loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter', serifFamily: 'Inter' }

export const rasterizeSvg = (svg: string, width: number): Buffer => new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng()

/** A stored image as a square PNG of that many pixels. */
export function renderPng({ bytes, mediaType }: Pick<StoredImage, 'bytes' | 'mediaType'>, size: number): Promise<Buffer> | Buffer {
  if (mediaType === 'image/svg+xml') return rasterizeSvg(bytes.toString('utf8'), size)
  return sharp(bytes).resize(size, size).png().toBuffer()
}
