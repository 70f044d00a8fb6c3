import { openPdf } from '#kit/pdf.ts'
import type { Words } from './piece.ts'

export { type Doc, type Font, INK, MUTED, mm, SEA } from '#kit/pdf.ts'
export { type Images, openImages } from '#kit/pdf-write.ts'

export const openDocument = ({ title, lang }: Pick<Words, 'title' | 'lang'>, createdAt: Date) => openPdf({ title, lang, createdAt })
