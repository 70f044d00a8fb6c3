import { paintSvg, textAt } from '#kit/paint-svg.ts'
import { type Drawn, pictureAt, shorten, widthOf } from './pictures.ts'

/** More would not fit in a mail. */
export const MOST_IN_SIGNATURE = 6
const [PAD, SIDE, GAP, TEXT] = [12, 56, 8, 13]
const MOST_LETTERS = 60

export type Signature = { badges: readonly Drawn[]; caption: string }

/** In CSS pixels: a mail client needs to be told, since the picture itself is twice as fine. */
export function measureSignature({ count, caption }: { count: number; caption: string }): { width: number; height: number } {
  const shown = Math.min(count, MOST_IN_SIGNATURE)
  const row = shown * SIDE + Math.max(0, shown - 1) * GAP
  return { width: Math.max(row, widthOf(shorten(caption, MOST_LETTERS), TEXT)) + 2 * PAD, height: SIDE + TEXT + 8 + 2 * PAD }
}

/** The badges in a row with whose they are, on white: a mail may be read by night. */
export function drawSignature({ badges, caption }: Signature): Uint8Array {
  const { width, height } = measureSignature({ count: badges.length, caption })
  const row = badges.slice(0, MOST_IN_SIGNATURE).map((badge, index) => pictureAt(badge, PAD + index * (SIDE + GAP), PAD, SIDE))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}">
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="#ffffff" stroke="#e4dccb"/>
${row.join('')}
${textAt(shorten(caption, MOST_LETTERS), PAD, height - PAD - 2, TEXT, 600, '#14283a')}
</svg>`
  return paintSvg(svg, width * 2)
}
