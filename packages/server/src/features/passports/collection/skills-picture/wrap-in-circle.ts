/** Of one letter of Inter, on average, to the size of the letters. */
const LETTER = 0.56
const LEADING = 1.2
const MOST_LINES = 4

export type Wrapped = { lines: string[]; size: number }

/** Words in a circle, as large as they hold; what does not hold at the smallest ends with an ellipsis. */
export function wrapInCircle(text: string, r: number, sizes: readonly number[]): Wrapped {
  for (const size of sizes)
    for (let count = 1; count <= MOST_LINES; count++) {
      const lines = fill(text, widthsOf(count, size, r))
      if (lines) return { lines, size }
    }
  const size = sizes.at(-1)!
  return { lines: fill(text, widthsOf(MOST_LINES, size, r), true)!, size }
}

/** How many letters each line of so many holds, the lines in the middle of the circle. */
function widthsOf(count: number, size: number, r: number): number[] {
  const height = size * LEADING
  return Array.from({ length: count }, (_, line) => {
    const middle = (line - (count - 1) / 2) * height
    const farthest = Math.abs(middle) + height / 2
    return Math.floor((2 * Math.sqrt(Math.max(0, r ** 2 - farthest ** 2))) / (size * LETTER))
  })
}

function fill(text: string, widths: readonly number[], isCut = false): string[] | undefined {
  const words = text.split(/\s+/)
  const lines: string[] = []
  for (const [index, width] of widths.entries()) {
    let line = ''
    while (words.length > 0 && `${line} ${words[0]}`.trim().length <= width) line = `${line} ${words.shift()}`.trim()
    const isLast = index === widths.length - 1
    if (isCut && words.length > 0 && (line === '' || isLast)) line = cut(`${line} ${words.shift()}`.trim(), width)
    if (line === '') return isCut ? lines : undefined
    lines.push(line)
    if (words.length === 0) return lines
  }
  return isCut ? lines : undefined
}

const cut = (line: string, width: number): string => (line.length <= width - 1 ? `${line}…` : `${line.slice(0, Math.max(1, width - 1))}…`)
