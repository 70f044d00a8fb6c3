import { type Doc, INK, MUTED, mm, SEA } from '#kit/pdf.ts'
import { placeQr, writeLine } from '#kit/pdf-write.ts'
import { SHEET } from './draw-recto.ts'
import { heightOf, linesOf, printable, type Run, writeName, writeRuns } from './lay.ts'
import type { Paper, PaperWords } from './paper.ts'

const TOP = 22
const SIGNATURES = { y: 246, height: 34 }
const BODY = SIGNATURES.y - 6 - TOP
const QR = 20
/** A code with two lines below. */
const CODE = QR + 11
/** What a section needs at least when the other one is long. */
const LEAST = 0.36
const HEADING = 8
/** Of the advice. */
const MOST = BODY * (1 - LEAST) - HEADING
const GAP = 5

/** What was advised and what to redo, the pupil's own words, and room for the family. */
export function drawVerso(doc: Doc, paper: Paper, words: PaperWords): void {
  const whose = [paper.name, paper.className, paper.programme].filter(Boolean).join(' · ')
  writeName(doc, { text: whose, size: 9, color: MUTED }, { x: SHEET.left, y: 12, width: SHEET.width, height: linesOf(doc, { size: 9 }, 1) })
  const more: Run = { text: words.more, size: 9, color: SEA, font: 'semibold' }
  const sentences = sentenceRuns(doc, paper, words)
  const adviceWidth = SHEET.width - (paper.redo.length > 0 ? QR + 10 : 0)
  const advice = adviceRuns(doc, paper, words, { width: adviceWidth, more })
  const codes = paper.redo.length > 0 ? HEADING + paper.redo.length * CODE : 0
  const wanted = { advice: Math.max(HEADING + heightOf(doc, advice, adviceWidth), codes), sentences: HEADING + heightOf(doc, sentences, SHEET.width) }
  const sentenceHeight = Math.min(wanted.sentences, Math.max(BODY * LEAST, BODY - GAP - wanted.advice))
  const adviceHeight = Math.min(wanted.advice, BODY - GAP - sentenceHeight)

  writeHeading(doc, words.advice, TOP, adviceWidth)
  writeRuns(doc, advice, { x: SHEET.left, y: TOP + HEADING, width: adviceWidth, height: adviceHeight - HEADING }, more)
  drawCodes(doc, paper, words)
  const y = TOP + adviceHeight + GAP
  writeHeading(doc, words.sentences, y)
  const end = writeRuns(doc, sentences, { x: SHEET.left, y: y + HEADING, width: SHEET.width, height: sentenceHeight - HEADING }, more)
  drawNotes(doc, words.notes, end + 5)
  drawSignatures(doc, words.signatures)
  writeLine(doc, words.foot, { x: SHEET.left, y: SHEET.foot, width: SHEET.width }, { font: 'regular', size: 7.5, color: MUTED })
}

const writeHeading = (doc: Doc, text: string, y: number, width = SHEET.width) => writeLine(doc, text, { x: SHEET.left, y, width }, { font: 'bold', size: 13, color: SEA })

/** When there is too much, the latest advice for each badge rather than all of it for the first one. */
function adviceRuns(doc: Doc, { advice }: Paper, { noAdvice }: PaperWords, { width, more }: { width: number; more: Run }): Run[] {
  if (advice.length === 0) return [{ text: noAdvice, color: MUTED }]
  const whole = adviceUpTo(doc, advice, Number.POSITIVE_INFINITY)
  if (heightOf(doc, whole, width) <= MOST) return whole
  const shorter = [2, 1].map((steps) => [...adviceUpTo(doc, advice, steps), more])
  return shorter.find((runs) => heightOf(doc, runs, width) <= MOST) ?? shorter.at(-1)!.slice(0, -1)
}

const adviceUpTo = (doc: Doc, advice: Paper['advice'], count: number): Run[] =>
  advice.flatMap(({ badge, steps, toRedo }) => {
    const told = steps
      .slice(0, count)
      .flatMap(({ when, lines }): Run[] => [
        { text: when, size: 8.5, color: MUTED, gap: 0.4, isHeading: true },
        ...lines.map((line): Run => ({ text: printable(doc, line), size: 9.5, indent: 3, gap: 0.6 })),
      ])
    const runs: Run[] = [{ text: badge, font: 'semibold', size: 10.5, gap: 0.4, isHeading: true }, ...told, ...(toRedo ? [{ text: toRedo, size: 9.5, color: SEA, indent: 3 }] : [])]
    return runs.map((run, index) => (index === runs.length - 1 ? { ...run, gap: 3 } : run))
  })

const sentenceRuns = (doc: Doc, { sentences }: Paper, { noSentences }: PaperWords): Run[] =>
  sentences.length === 0
    ? [{ text: noSentences, size: 9, color: MUTED }]
    : sentences.flatMap(({ about, text }): Run[] => [
        { text: about, size: 8.5, color: MUTED, gap: 0.2, isHeading: true },
        { text: printable(doc, text), size: 10, color: INK, indent: 3, gap: 2 },
      ])

/** Beside the advice: a phone goes straight to what to redo. */
function drawCodes(doc: Doc, { redo }: Paper, words: PaperWords): void {
  if (redo.length === 0) return
  const x = SHEET.left + SHEET.width - QR
  writeLine(doc, words.redo, { x: x - 4, y: TOP + 1, width: QR + 4 }, { font: 'semibold', size: 9, color: SEA, align: 'center' })
  for (const [index, { address, caption }] of redo.entries()) {
    const y = TOP + HEADING + index * CODE
    placeQr(doc, address, { x: x - 2, y, side: QR })
    writeName(doc, { text: caption, size: 7.5, color: MUTED }, { x: x - 4, y: y + QR + 1, width: QR + 4, height: linesOf(doc, { size: 7.5 }, 2) })
  }
}

const RULE = 8.5

/** What is left is ruled: for the meeting, or for what the pupil writes by hand. */
function drawNotes(doc: Doc, label: string, y: number): void {
  const rules = Math.floor((SIGNATURES.y - 8 - y - 4) / RULE)
  if (rules < 2) return
  writeLine(doc, label, { x: SHEET.left, y, width: SHEET.width }, { font: 'semibold', size: 9, color: MUTED })
  for (let rule = 1; rule <= rules; rule++) {
    const at = mm(y + 4 + rule * RULE)
    doc
      .moveTo(mm(SHEET.left), at)
      .lineTo(mm(SHEET.left + SHEET.width), at)
      .lineWidth(0.4)
      .dash(1, { space: 2 })
      .strokeColor('#8b979b')
      .stroke()
      .undash()
  }
}

function drawSignatures(doc: Doc, labels: readonly string[]): void {
  const gap = 4
  const width = (SHEET.width - gap * (labels.length - 1)) / labels.length
  for (const [index, label] of labels.entries()) {
    const x = SHEET.left + index * (width + gap)
    doc.roundedRect(mm(x), mm(SIGNATURES.y), mm(width), mm(SIGNATURES.height), mm(2)).lineWidth(0.6).strokeColor('#8b979b').stroke()
    writeLine(doc, label, { x: x + 3, y: SIGNATURES.y + 2, width: width - 6 }, { font: 'regular', size: 8.5, color: MUTED })
  }
}
