import { escapeXml } from '#kit/escape-xml.ts'
import { breakLines, breakOff, lettersIn } from '#kit/paint-svg.ts'

/** A badge in a picture of several: its own picture, or the first letter of its name. */
export type Drawn = { name: string; png: Uint8Array | null }

export function pictureAt({ name, png }: Drawn, x: number, y: number, size: number): string {
  if (png) return `<image x="${x}" y="${y}" width="${size}" height="${size}" xlink:href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`
  const [cx, cy] = [x + size / 2, y + size / 2]
  return `<circle cx="${cx}" cy="${cy}" r="${size / 2}" fill="#d2e9ef"/><text x="${cx}" y="${cy + size * 0.15}" text-anchor="middle" font-family="Inter" font-size="${size * 0.42}" font-weight="700" fill="#0f5a70">${escapeXml(name.slice(0, 1).toUpperCase())}</text>`
}

/** What Inter takes for a text, a little more rather than less. */
export const widthOf = (text: string, size: number): number => Math.ceil(text.length * size * 0.58)

/** At most so many lines of that width; what is too long ends with an ellipsis. */
export function fitLines(text: string, width: number, size: number, most: number): string[] {
  const fits = Math.floor(lettersIn(width, size))
  const lines = breakLines(text, fits)
  const shown = lines.slice(0, most).map((line) => shorten(line, fits))
  return lines.length > most ? [...shown.slice(0, -1), breakOff(shown.at(-1)!)] : shown
}

export const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)
