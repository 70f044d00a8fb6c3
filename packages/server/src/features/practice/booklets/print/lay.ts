// Paragraphs in a room: all of them when they fit; otherwise shortened at a word, with a line that says where the rest is.
import { type Doc, type Font, INK, mm } from '#kit/pdf.ts'

export { printable } from '#kit/pdf-write.ts'

/** Lengths in millimetres, sizes in points. `isHeading`: not left alone at the foot of the room. */
export type Run = { text: string; font?: Font; size?: number; color?: string; indent?: number; gap?: number; isHeading?: boolean }
export type Room = { x: number; y: number; width: number; height: number }

const inMillimetres = (points: number) => (points * 25.4) / 72
const LINE_GAP = 1.2

function measure(doc: Doc, { text, font = 'regular', size = 10, indent = 0 }: Run, width: number): number {
  const options = { width: mm(width - indent), lineGap: LINE_GAP }
  return inMillimetres(doc.font(font).fontSize(size).heightOfString(text, options))
}

export const heightOf = (doc: Doc, runs: readonly Run[], width: number): number => runs.reduce((sum, run) => sum + measure(doc, run, width) + (run.gap ?? 1), 0)

function write(doc: Doc, run: Run, { x, y, width }: Omit<Room, 'height'>): number {
  const { text, font = 'regular', size = 10, color = INK, indent = 0, gap = 1 } = run
  const height = measure(doc, run, width)
  doc.fillColor(color)
  doc
    .font(font)
    .fontSize(size)
    .text(text, mm(x + indent), mm(y), { width: mm(width - indent), lineGap: LINE_GAP })
  return y + height + gap
}

/** Gives where it ends. */
export function writeRuns(doc: Doc, runs: readonly Run[], room: Room, more: Run): number {
  let { y } = room
  // What was measured to fit does, whatever the sums of floats say.
  if (heightOf(doc, runs, room.width) <= room.height + 0.01) {
    for (const run of runs) y = write(doc, run, { ...room, y })
    return y
  }
  const bottom = room.y + room.height - measure(doc, more, room.width)
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    const needed = measure(doc, run, room.width) + (run.isHeading && next ? (run.gap ?? 1) + measure(doc, firstLine(next), room.width) : 0)
    if (y + needed > bottom) {
      const text = run.isHeading ? '' : shorten(doc, run, { width: room.width, height: bottom - y })
      if (text) y = write(doc, { ...run, text }, { ...room, y })
      break
    }
    y = write(doc, run, { ...room, y })
  }
  return write(doc, more, { ...room, y: Math.min(y, bottom) })
}

const firstLine = (run: Run): Run => ({ ...run, text: 'X' })

/** As many whole words as the height holds, or none when these would be only a few. */
function shorten(doc: Doc, run: Run, room: { width: number; height: number }): string {
  const { text, count } = fitWords(doc, run, room)
  return count < 4 ? '' : text
}

/** The words that the height holds: all, or the first ones. */
export function fitWords(doc: Doc, run: Run, { width, height }: { width: number; height: number }): { text: string; count: number } {
  const words = run.text.split(/(?<=\s)/)
  if (measure(doc, run, width) <= height) return { text: run.text, count: words.length }
  let [low, high] = [0, words.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(doc, { ...run, text: cut(words, middle) }, width) <= height) low = middle
    else high = middle - 1
  }
  return { text: cut(words, low), count: low }
}

/** A name in as many lines as there is room for: set a little smaller, then shortened. */
function fitName(doc: Doc, run: Name, room: { width: number; height: number }): Name {
  const sizes = [1, 0.9, 0.8].map((part) => ({ ...run, size: run.size * part, gap: 0 }))
  const smallest = sizes.at(-1)!
  return sizes.find((smaller) => measure(doc, smaller, room.width) <= room.height + 0.01) ?? { ...smallest, text: fitWords(doc, smallest, room).text }
}
type Name = Run & { size: number }

export const heightOfName = (doc: Doc, run: Name, room: { width: number; height: number }): number => measure(doc, fitName(doc, run, room), room.width)

/** Gives where it ends. */
export const writeName = (doc: Doc, run: Name, room: Room): number => write(doc, fitName(doc, run, room), room)

/** The height of some lines of this size. */
export const linesOf = (doc: Doc, { font = 'regular', size = 10 }: Omit<Run, 'text'>, count: number): number =>
  measure(doc, { text: Array(count).fill('X').join('\n'), font, size }, 100)

const cut = (words: readonly string[], count: number) => `${words.slice(0, count).join('').trimEnd()}…`

/** The last steps of a story that fit, when all do not: what is recent counts. */
export function fitStory(doc: Doc, story: readonly string[], run: Omit<Run, 'text'>, { width, height }: { width: number; height: number }): string {
  const from = story.findIndex((_, first) => measure(doc, { ...run, text: tell(story, first) }, width) <= height)
  return from < 0 ? '' : tell(story, from)
}

const tell = (story: readonly string[], first: number) => `${first > 0 ? '… ' : ''}${story.slice(first).join(' · ')}`
