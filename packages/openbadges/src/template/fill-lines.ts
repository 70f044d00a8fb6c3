import { fromUtf8, toHex, toUtf8 } from '../encoding/bytes.ts'
import type { Sha256 } from '../proof/canonicalize.ts'
import type { Block, CompiledLines, Gapped } from './compile-lines.ts'

/** A value or a label, as text and as bytes. */
export type Written = { text: string; bytes: Uint8Array }
export const written = (text: string): Written => ({ text, bytes: toUtf8(text) })

/** What stands in the gaps: the slots, and the labels of blank nodes by number. */
type Values = { slots: readonly Written[]; labels: readonly Written[] }

const LABELS = Array.from({ length: 64 }, (_, index) => written(`_:c14n${index}`))

/** Bytes one after the other. One of these serves one call, from start to end without a pause. */
class Page {
  private bytes = new Uint8Array(16_384)
  private length = 0

  add(part: Uint8Array): void {
    const end = this.length + part.length
    if (end > this.bytes.length) {
      const larger = new Uint8Array(end * 2)
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    this.bytes.set(part, this.length)
    this.length = end
  }

  /** What was added, until the next `clear`. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
  }
}

const page = new Page()

const valueAt = (part: number, { slots, labels }: Values) => (part < 0 ? labels[-1 - part] : slots[part]) as Written

function fill({ texts, parts }: Gapped, values: Values): string {
  let text = texts[0] as string
  for (let at = 0; at < parts.length; at++) text += valueAt(parts[at] as number, values).text + (texts[at + 1] as string)
  return text
}

function addGapped({ bytes, parts }: Gapped, values: Values): void {
  page.add(bytes[0] as Uint8Array)
  for (let at = 0; at < parts.length; at++) {
    page.add(valueAt(parts[at] as number, values).bytes)
    page.add(bytes[at + 1] as Uint8Array)
  }
}

/** Puts the lines of all subjects on the page, in canonical order; false when two subjects, or two lines, have become one. */
function addBlocks(blocks: readonly Block[], values: Values): boolean {
  page.clear()
  // What follows a subject is a space: `_:c14n1` is before `_:c14n10`.
  const ordered = blocks.map((block) => ({ block, subject: `${fill(block.subject, values)} ` }))
  ordered.sort((a, b) => (a.subject < b.subject ? -1 : 1))
  let before = ''
  for (const { block, subject } of ordered) {
    if (subject === before) return false
    before = subject
    for (const run of block.runs) {
      if (run.kind === 'fixed') addGapped(run.text, values)
      else if (!addLoose(run.lines, values)) return false
    }
  }
  return true
}

function addLoose(lines: readonly Gapped[], values: Values): boolean {
  const filled = lines.map((line) => fill(line, values)).sort()
  for (let at = 1; at < filled.length; at++) if (filled[at] === filled[at - 1]) return false
  page.add(toUtf8(filled.join('')))
  return true
}

/** The canonical label of each blank node by its number, unless two hashes are equal. */
function labelsOf({ blanks }: CompiledLines, slots: readonly Written[], sha256: Sha256): Written[] | undefined {
  const [only] = blanks
  if (only && blanks.length === 1) {
    const labels: Written[] = []
    labels[only.node] = LABELS[0] as Written
    return labels
  }
  const digests: { digest: string; node: number }[] = []
  for (const { node, blocks, digest } of blanks) {
    if (digest === undefined && !addBlocks(blocks, { slots, labels: [] })) return undefined
    digests.push({ digest: digest ?? toHex(sha256(page.view())), node })
  }
  digests.sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const labels: Written[] = []
  for (let index = 0; index < digests.length; index++) {
    const { digest, node } = digests[index] as { digest: string; node: number }
    if (digest === digests[index - 1]?.digest) return undefined
    labels[node] = LABELS[index] ?? written(`_:c14n${index}`)
  }
  return labels
}

/** The hash of all lines with the values in, in canonical order; `undefined` when the general way has to be taken. */
export function hashLines(lines: CompiledLines, slots: readonly Written[], sha256: Sha256): Uint8Array | undefined {
  const labels = labelsOf(lines, slots, sha256)
  return labels && addBlocks(lines.blocks, { slots, labels }) ? sha256(page.view()) : undefined
}

/** As `hashLines`, but the lines themselves. */
export function fillLines(lines: CompiledLines, slots: readonly Written[], sha256: Sha256): string | undefined {
  const labels = labelsOf(lines, slots, sha256)
  return labels && addBlocks(lines.blocks, { slots, labels }) ? fromUtf8(page.view()) : undefined
}
