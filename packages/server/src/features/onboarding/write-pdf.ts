import { type Doc, INK, mm, openPdf } from '#kit/pdf.ts'

const MARGIN = { top: mm(22), bottom: mm(22), left: mm(24), right: mm(24) }

export type Sheet = { title: string; lang: 'fr' | 'en'; createdAt: Date /** Written above the text; a letter has its own head. */; hasHeading: boolean; body: string }

/** A text on A4, as many pages as it needs; archivable (PDF/A-3b), fonts embedded. */
export function writePdf({ title, lang, createdAt, hasHeading, body }: Sheet): Promise<Uint8Array> {
  const { doc, finish } = openPdf({ title, lang, createdAt, page: { size: 'A4', margins: MARGIN } })
  doc.addPage()
  doc.fillColor(INK)
  if (hasHeading) doc.font('bold').fontSize(18).text(title).moveDown(0.8)
  doc.font('regular').fontSize(11)
  for (const line of body.split('\n')) writeLine(doc, line)
  return finish()
}

/** A list hangs by its dash; a box to tick is drawn, since fonts rarely have one. */
function writeLine(doc: Doc, line: string): void {
  const mark = /^([-☐])\s+(.*)$/u.exec(line)
  if (!mark) {
    doc.text(line || ' ', { lineGap: 3 })
    return
  }
  const indent = mm(7)
  const y = doc.y
  if (mark[1] === '☐')
    doc
      .rect(MARGIN.left + mm(0.5), y + 1.5, 9, 9)
      .lineWidth(0.8)
      .strokeColor(INK)
      .stroke()
  else doc.text('–', MARGIN.left + mm(2), y, { lineBreak: false })
  doc.text(mark[2]!, MARGIN.left + indent, y, { lineGap: 3, width: doc.page.width - MARGIN.left - MARGIN.right - indent })
  doc.x = MARGIN.left
}
