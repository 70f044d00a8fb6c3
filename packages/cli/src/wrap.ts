const WIDTH = 80

/** Control characters of a foreign document must not drive the terminal. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}

/** Lines of at most 80 columns, all but the first indented. A word that is longer, an address, stays whole. */
export function wrap(first: string, text: string): string {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of clean(text).split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = ' '.repeat(first.length)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}

/** Facts by label, one under the other; those that are not known are left out. */
export function printFacts(facts: readonly (readonly [string, string | undefined])[], indent = ''): string[] {
  return facts.flatMap(([label, value]) => (value ? [wrap(`${indent}${label.padEnd(13)}`, value)] : []))
}
