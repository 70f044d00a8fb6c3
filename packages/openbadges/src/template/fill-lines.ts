import { fromUtf8 } from '../encoding/bytes.ts'
import type { Sha256 } from '../proof/canonicalize.ts'
import type { CompiledLines } from './compile-lines.ts'
import { Page } from './page.ts'
import { makeSheet, type Sheet, writeSheet } from './sheet.ts'

type Sheets = { all: Sheet; blanks: (Sheet | undefined)[] }

const sheets = new WeakMap<CompiledLines, Sheets>()
const page = new Page()
const NO_LABELS: readonly string[] = []
const LABELS = Array.from({ length: 32 }, (_, rank) => `_:c14n${rank}`)

function sheetsOf(lines: CompiledLines): Sheets {
  let made = sheets.get(lines)
  if (!made) {
    made = { all: makeSheet(lines.blocks), blanks: lines.blanks.map(({ digest, blocks }) => (digest === undefined ? makeSheet(blocks) : undefined)) }
    sheets.set(lines, made)
  }
  return made
}

/** The canonical label of each blank node by its number, unless two hashes are equal. */
function labelsOf({ blanks }: CompiledLines, own: Sheets['blanks'], slots: readonly string[], sha256: Sha256): string[] | undefined {
  const digests: Uint8Array[] = []
  for (let at = 0; at < blanks.length && blanks.length > 1; at++) {
    const sheet = own[at]
    if (sheet && !writeSheet(sheet, slots, NO_LABELS, page)) return undefined
    digests.push(sheet ? sha256(page.view()) : (blanks[at]?.digest as Uint8Array))
  }
  const labels: string[] = []
  for (let at = 0; at < blanks.length; at++) {
    let rank = 0
    for (let other = 0; other < digests.length; other++) {
      if (other === at) continue
      const order = compareBytes(digests[other] as Uint8Array, digests[at] as Uint8Array)
      if (order === 0) return undefined
      if (order < 0) rank++
    }
    labels[(blanks[at] as { node: number }).node] = LABELS[rank] ?? `_:c14n${rank}`
  }
  return labels
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at === a.length ? 0 : (a[at] as number) - (b[at] as number)
}

function writeLines(lines: CompiledLines, slots: readonly string[], sha256: Sha256): boolean {
  const { all, blanks } = sheetsOf(lines)
  const labels = labelsOf(lines, blanks, slots, sha256)
  return labels !== undefined && writeSheet(all, slots, labels, page)
}

/** The hash of all lines with the values in, in canonical order; `undefined` when the general way has to be taken. */
export function hashLines(lines: CompiledLines, slots: readonly string[], sha256: Sha256): Uint8Array | undefined {
  return writeLines(lines, slots, sha256) ? sha256(page.view()) : undefined
}

/** As `hashLines`, but the lines themselves. */
export function fillLines(lines: CompiledLines, slots: readonly string[], sha256: Sha256): string | undefined {
  return writeLines(lines, slots, sha256) ? fromUtf8(page.view()) : undefined
}
