import { toHex } from '../encoding/bytes.ts'
import type { Sha256 } from '../proof/canonicalize.ts'
import type { Block, CompiledLines, Gapped } from './compile-lines.ts'

function fill({ texts, parts }: Gapped, slots: readonly string[], labels: readonly string[]): string {
  let text = texts[0] as string
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as number
    text += (part < 0 ? labels[-1 - part] : slots[part]) + (texts[at + 1] as string)
  }
  return text
}

/** The lines of all subjects in canonical order. `undefined` when two subjects, or two lines, have become one. */
function fillBlocks(blocks: readonly Block[], slots: readonly string[], labels: readonly string[]): string | undefined {
  const filled: { subject: string; text: string }[] = []
  for (const { subject, runs } of blocks) {
    let text = ''
    for (const run of runs) {
      const more = run.kind === 'fixed' ? fill(run.text, slots, labels) : fillLoose(run.lines, slots, labels)
      if (more === undefined) return undefined
      text += more
    }
    // What follows a subject is a space: `_:c14n1` is before `_:c14n10`.
    filled.push({ subject: `${fill(subject, slots, labels)} `, text })
  }
  filled.sort((a, b) => (a.subject < b.subject ? -1 : 1))
  let all = ''
  for (let at = 0; at < filled.length; at++) {
    if (at > 0 && filled[at]?.subject === filled[at - 1]?.subject) return undefined
    all += filled[at]?.text
  }
  return all
}

function fillLoose(lines: readonly Gapped[], slots: readonly string[], labels: readonly string[]): string | undefined {
  const filled = lines.map((line) => fill(line, slots, labels)).sort()
  for (let at = 1; at < filled.length; at++) if (filled[at] === filled[at - 1]) return undefined
  return filled.join('')
}

/** The canonical label of each blank node by its number, unless two hashes are equal. */
function labelsOf({ blanks }: CompiledLines, slots: readonly string[], sha256: Sha256): string[] | undefined {
  const digests: { digest: string; node: number }[] = []
  for (const { node, blocks, digest } of blanks) {
    if (digest !== undefined) digests.push({ digest, node })
    else {
      const lines = fillBlocks(blocks, slots, [])
      if (lines === undefined) return undefined
      digests.push({ digest: toHex(sha256(lines)), node })
    }
  }
  digests.sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const labels: string[] = []
  for (const [index, { digest, node }] of digests.entries()) {
    if (index > 0 && digest === digests[index - 1]?.digest) return undefined
    labels[node] = `_:c14n${index}`
  }
  return labels
}

/** All lines with the values in, in canonical order; `undefined` when the general way has to be taken. */
export function fillLines(lines: CompiledLines, slots: readonly string[], sha256: Sha256): string | undefined {
  const labels = labelsOf(lines, slots, sha256)
  return labels && fillBlocks(lines.blocks, slots, labels)
}
