import { toUtf8 } from '../encoding/bytes.ts'
import { type Block, type Gapped, join } from './compile-lines.ts'
import type { Page } from './page.ts'

/**
 * Lines that differ in values only, to be put in canonical order. Which order it is depends on how a few values
 * compare; each arrangement that occurs is laid out once, and filled again from then on.
 */
export type Sheet = {
  blocks: readonly Block[]
  /** Subjects that never change, in order: those that do are placed among them. */
  fixedSubjects: string[]
  /** Slots that are subjects. */
  subjectSlots: number[]
  /** Lines of one subject and predicate, of which the values tell the order. */
  loose: Gapped[][]
  layouts: Map<string, Layout | undefined>
}

/** An arrangement: bytes, a slot, bytes, a slot … bytes; and which of the slots were not met before. */
type Layout = { bytes: Uint8Array[]; slots: number[]; isFirst: boolean[] }

/** More arrangements than a template of a badge has, and not enough to fill memory. */
const MAX_LAYOUTS = 200

export function makeSheet(blocks: readonly Block[]): Sheet {
  const subjects = blocks.map(({ subject }) => subject)
  return {
    blocks,
    fixedSubjects: subjects.flatMap(({ texts, parts }) => (parts.length === 0 ? (texts as [string]) : [])).sort(),
    subjectSlots: subjects.flatMap(({ parts }) => parts.filter((part) => part >= 0)),
    loose: blocks.flatMap(looseOf),
    layouts: new Map(),
  }
}

/** The loose lines of a block whose order waits for values, and not for labels only. */
function looseOf({ subject, runs }: Block): Gapped[][] {
  return runs.flatMap((run) => (run.kind === 'loose' && run.lines.some(({ parts }) => parts.slice(subject.parts.length).some((part) => part >= 0)) ? [run.lines] : []))
}

/** Puts the lines on the page, in canonical order; false when two subjects, or two lines, have become one. */
export function writeSheet(sheet: Sheet, slots: readonly string[], labels: readonly string[], page: Page): boolean {
  const key = arrangementOf(sheet, slots, labels)
  if (key === undefined) return false
  let layout = sheet.layouts.get(key)
  if (layout === undefined && !sheet.layouts.has(key)) {
    layout = makeLayout(sheet, slots, labels)
    if (sheet.layouts.size >= MAX_LAYOUTS) sheet.layouts.clear()
    sheet.layouts.set(key, layout)
  }
  if (layout === undefined) return false
  fillLayout(layout, slots, page)
  return true
}

/** What of the values and labels decides the order of the lines; `undefined` when two subjects or lines are the same. */
function arrangementOf({ fixedSubjects, subjectSlots, loose }: Sheet, slots: readonly string[], labels: readonly string[]): string | undefined {
  let key = labels.join()
  for (let at = 0; at < subjectSlots.length; at++) {
    const subject = slots[subjectSlots[at] as number] as string
    const place = placeAmong(fixedSubjects, subject)
    if (fixedSubjects[place] === subject) return undefined
    key += `;${place}`
    for (let other = 0; other < at; other++) {
      const former = slots[subjectSlots[other] as number] as string
      if (former === subject) return undefined
      key += former < subject ? '<' : '>'
    }
  }
  for (const lines of loose) {
    const filled = lines.map((line) => fill(line, slots, labels))
    const order = filled.map((_, index) => index).sort((a, b) => ((filled[a] as string) < (filled[b] as string) ? -1 : 1))
    if (new Set(filled).size < filled.length) return undefined
    key += `|${order.join()}`
  }
  return key
}

/** How many of the sorted texts are before the text. */
function placeAmong(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < text) low = middle + 1
    else high = middle
  }
  return low
}

const valueAt = (part: number, slots: readonly string[], labels: readonly string[]) => (part < 0 ? labels[-1 - part] : slots[part]) as string

function fill({ texts, parts }: Gapped, slots: readonly string[], labels: readonly string[]): string {
  let text = texts[0] as string
  for (let at = 0; at < parts.length; at++) text += valueAt(parts[at] as number, slots, labels) + (texts[at + 1] as string)
  return text
}

/** The lines in the order that these values give them, with the labels in. */
function makeLayout({ blocks }: Sheet, slots: readonly string[], labels: readonly string[]): Layout | undefined {
  // What follows a subject is a space: `_:c14n1` is before `_:c14n10`.
  const ordered = blocks.map((block) => ({ block, subject: `${fill(block.subject, slots, labels)} ` })).sort((a, b) => (a.subject < b.subject ? -1 : 1))
  if (ordered.some(({ subject }, index) => subject === ordered[index - 1]?.subject)) return undefined
  const parts: Gapped[] = []
  for (const run of ordered.flatMap(({ block }) => block.runs)) {
    if (run.kind === 'fixed') parts.push(run.text)
    else {
      const lines = run.lines.map((line) => ({ line, text: fill(line, slots, labels) })).sort((a, b) => (a.text < b.text ? -1 : 1))
      if (lines.some(({ text }, index) => text === lines[index - 1]?.text)) return undefined
      parts.push(...lines.map(({ line }) => line))
    }
  }
  const { texts, parts: inOrder } = join(...parts.map((part) => withLabels(part, labels)))
  return { bytes: texts.map(toUtf8), slots: inOrder, isFirst: inOrder.map((slot, at) => inOrder.indexOf(slot) === at) }
}

/** The labels written into the texts, so that slots alone are left. */
function withLabels({ texts, parts }: Gapped, labels: readonly string[]): Gapped {
  const open: Gapped[] = [{ texts: [texts[0] as string], parts: [] }]
  for (const [index, part] of parts.entries()) {
    open.push(part < 0 ? { texts: [labels[-1 - part] as string], parts: [] } : { texts: ['', ''], parts: [part] })
    open.push({ texts: [texts[index + 1] as string], parts: [] })
  }
  return join(...open)
}

/** Where each slot was written first, so that its other places are a copy. */
const starts: number[] = []
const ends: number[] = []

function fillLayout({ bytes, slots: parts, isFirst }: Layout, slots: readonly string[], page: Page): void {
  page.clear()
  page.add(bytes[0] as Uint8Array)
  for (let at = 0; at < parts.length; at++) {
    const slot = parts[at] as number
    if (isFirst[at]) {
      starts[slot] = page.length
      page.addText(slots[slot] as string)
      ends[slot] = page.length
    } else page.repeat(starts[slot] as number, ends[slot] as number)
    page.add(bytes[at + 1] as Uint8Array)
  }
}
