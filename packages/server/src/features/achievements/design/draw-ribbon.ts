import { deepen, mix, readableInk } from './colour.ts'
import { fitSize, textLine, textWidth } from './svg-text.ts'

const ROOM = 372
const LARGEST = 48
const SMALL = 40

/** One line; when that would be small print and there is a space to break at, the two most even lines. */
function setLines(text: string): { lines: readonly string[]; size: number } {
  const words = text.split(/[ \t\n]+/)
  const single = { lines: [words.join(' ')], size: fitSize(words.join(' '), ROOM, LARGEST) }
  if (words.length === 1 || single.size >= SMALL) return single
  const breaks = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(textWidth))
  const lines = breaks.sort((a, b) => widest(a) - widest(b))[0] as string[]
  return { lines, size: Math.min(...lines.map((line) => fitSize(line, ROOM, 42))) }
}

/** Whether the ribbon is the taller one, which the icon must make room for. */
export const hasTwoLines = (text: string): boolean => setLines(text).lines.length === 2

/** A banner across the foot of the badge, with the ribbon's two ends folded behind it. */
export function drawRibbon(text: string, colours: { secondary: string; ink: string }): string {
  const { lines, size } = setLines(text)
  const height = lines.length === 2 ? 108 : 78
  const [top, bottom] = [446 - height, 446]
  const band = colours.secondary
  const ink = readableInk(band, colours.ink)
  const [tail, fold] = [deepen(band, 0.84), mix(deepen(band, 0.84), '#06121f', 0.45)]
  const tails = `M66 ${top + 20}H10l22 ${height / 2}l-22 ${height / 2}H66ZM446 ${top + 20}H502l-22 ${height / 2}l22 ${height / 2}H446Z`
  const folds = `M40 ${bottom - 4}H84V${bottom + 20}ZM472 ${bottom - 4}H428V${bottom + 20}Z`
  const step = size * 1.06
  const middle = (top + bottom) / 2 - ((lines.length - 1) * step) / 2
  return [
    `<path d="${tails}" fill="${tail}"/>`,
    `<path d="${folds}" fill="${fold}"/>`,
    `<rect x="40" y="${top}" width="432" height="${height}" rx="7" fill="${band}"/>`,
    ...lines.map((line, index) => textLine(line, { middle: middle + index * step, size, fill: ink })),
  ].join('')
}
