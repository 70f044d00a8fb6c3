import { type Doc, openPdf } from '#kit/pdf.ts'
import type { Words } from './piece.ts'

export { type Doc, type Font, INK, MUTED, mm, SEA } from '#kit/pdf.ts'
export type Images = ReadonlyMap<string, unknown>

export const openDocument = ({ title, lang }: Pick<Words, 'title' | 'lang'>, createdAt: Date) => openPdf({ title, lang, createdAt })

/** One embedded picture for all the pieces that show it; the types of pdfkit do not know openImage. */
export function openImages(doc: Doc, images: ReadonlyMap<string, Uint8Array>): Images {
  const { openImage } = doc as unknown as { openImage(this: Doc, source: Buffer): object }
  return new Map([...images].map(([key, bytes]) => [key, openImage.call(doc, Buffer.from(bytes))]))
}
