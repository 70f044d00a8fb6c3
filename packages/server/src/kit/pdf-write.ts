// Words, pictures and QR codes at a place in millimetres.
import { type Doc, type Font, INK, mm } from '#kit/pdf.ts'
import { qrPath } from '#kit/qr-code.ts'

export type Images = ReadonlyMap<string, unknown>
export type Place = { x: number; y: number; width: number }
export type Style = { font: Font; size: number; color?: string; align?: 'left' | 'center' }

/** One embedded picture for all the pieces that show it; the types of pdfkit do not know openImage. */
export function openImages(doc: Doc, images: ReadonlyMap<string, Uint8Array>): Images {
  const { openImage } = doc as unknown as { openImage(this: Doc, source: Buffer): object }
  return new Map([...images].map(([key, bytes]) => [key, openImage.call(doc, Buffer.from(bytes))]))
}

/** One line that is never cut: it shrinks until it fits. */
export function writeLine(doc: Doc, text: string, { x, y, width }: Place, { font, size, color = INK, align = 'left' }: Style): void {
  const natural = doc.font(font).fontSize(size).widthOfString(text)
  const fitting = Math.min(size, (size * mm(width)) / natural)
  const inset = align === 'center' ? Math.max(0, (mm(width) - (natural * fitting) / size) / 2) : 0
  doc
    .fillColor(color)
    .fontSize(fitting)
    .text(text, mm(x) + inset, mm(y) + (size - fitting) * 0.6, { lineBreak: false })
}

export function placeImage(doc: Doc, images: Images, key: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const image = images.get(key)
  if (image) doc.image(image as string, mm(x), mm(y), { fit: [mm(side), mm(side)] })
}

export function placeQr(doc: Doc, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { size, path } = qrPath(text)
  doc
    .save()
    .translate(mm(x), mm(y))
    .scale(mm(side) / size)
    .path(path)
    .fill('#000000')
    .restore()
}

/** What the font has no sign for (a smiley, a drawing) would be printed as an empty box: it is left out. */
export function printable(doc: Doc, text: string): string {
  const { font } = (doc.font('regular') as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font
  return [...text.normalize('NFC')]
    .filter((sign) => sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0)!))
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[.,)])/g, '')
    .trim()
}
