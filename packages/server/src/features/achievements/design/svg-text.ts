/** Text in SVG without measuring it in a browser: estimated widths, made exact by `textLength`. */

const FONTS = "Inter, 'Inter Variable', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

/** XML 1.0 forbids most control characters, even escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export const escapeXml = (text: string): string =>
  text
    .normalize('NFC')
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const widths: readonly (readonly [characters: RegExp, em: number])[] = [
  [/[iljI.,:;'’!|·]/, 0.3],
  [/[frt()[\]\s\-–/]/, 0.37],
  [/[szJ]/, 0.54],
  [/[mwMW—%@œŒæÆ]/, 0.88],
  [/[A-Z]/, 0.71],
  [/[a-z0-9]/, 0.59],
]

/** Width in em of bold sans-serif text: an accent adds nothing, an unknown script counts as square. */
export function textWidth(text: string): number {
  const bare = [...text.normalize('NFD').replace(/\p{M}/gu, '')]
  return bare.reduce((sum, character) => sum + (widths.find(([known]) => known.test(character))?.[1] ?? 1), 0)
}

/** The largest size, up to `most`, at which `text` is no wider than `room`. */
export const fitSize = (text: string, room: number, most: number): number => Math.min(most, Math.floor((room / textWidth(text)) * 10) / 10)

/** A centred line; `middle` is the middle of its capital letters. */
export function textLine(text: string, options: { middle: number; size: number; fill: string; weight?: number }): string {
  const { middle, size, fill, weight = 700 } = options
  const baseline = Math.round((middle + size * 0.36) * 10) / 10
  const length = [...text].length > 1 ? ` textLength="${Math.round(textWidth(text) * size)}" lengthAdjust="spacingAndGlyphs"` : ''
  return `<text x="256" y="${baseline}" text-anchor="middle" font-family="${FONTS}" font-size="${size}" font-weight="${weight}" fill="${fill}"${length}>${escapeXml(text)}</text>`
}
