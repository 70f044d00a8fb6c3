import { openPdf } from '#kit/pdf.ts'
import { openImages } from '#kit/pdf-write.ts'
import { drawRecto } from './draw-recto.ts'
import { drawVerso } from './draw-verso.ts'
import type { Paper, PaperWords } from './paper.ts'

/** A sheet for each, recto and verso: printed on both sides, every booklet begins a sheet. `images` are square PNGs by key. */
export async function drawBooklets(papers: readonly Paper[], images: ReadonlyMap<string, Uint8Array>, words: PaperWords, createdAt: Date): Promise<Uint8Array> {
  const { doc, finish } = openPdf({ title: words.title, lang: words.lang, createdAt })
  const opened = openImages(doc, images)
  for (const paper of papers) {
    doc.addPage({ size: 'A4', margin: 0 })
    drawRecto(doc, paper, opened, words)
    doc.addPage({ size: 'A4', margin: 0 })
    drawVerso(doc, paper, words)
  }
  return finish()
}
