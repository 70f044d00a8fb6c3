import { Resvg } from '@resvg/resvg-js'
import { fonts } from '#kit/fonts.ts'

/** A badge in a picture of several: its own picture, or the first letter of its name. */
export type Drawn = { name: string; png: Uint8Array | null }

export const drawPng = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { font: { fontFiles: Object.values(fonts), loadSystemFonts: false, defaultFontFamily: 'Inter' }, fitTo: { mode: 'width', value: width } }).render().asPng()

export function pictureAt({ name, png }: Drawn, x: number, y: number, size: number): string {
  if (png) return `<image x="${x}" y="${y}" width="${size}" height="${size}" xlink:href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`
  const [cx, cy] = [x + size / 2, y + size / 2]
  return `<circle cx="${cx}" cy="${cy}" r="${size / 2}" fill="#d2e9ef"/><text x="${cx}" y="${cy + size * 0.15}" text-anchor="middle" font-family="Inter" font-size="${size * 0.42}" font-weight="700" fill="#0f5a70">${escapeXml(name.slice(0, 1).toUpperCase())}</text>`
}

export const textAt = (text: string, x: number, y: number, size: number, weight: number, fill: string): string =>
  `<text x="${x}" y="${Math.round(y)}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`

/** What Inter takes for a text, a little more rather than less. */
export const widthOf = (text: string, size: number): number => Math.ceil(text.length * size * 0.58)

/** At most so many lines of that width; what is too long ends with an ellipsis. */
export function breakLines(text: string, width: number, size: number, most: number): string[] {
  const fits = Math.floor(width / (size * 0.57))
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line && line.length + 1 + word.length > fits) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  const shown = lines.slice(0, most).map((line) => shorten(line, fits))
  return lines.length > most ? [...shown.slice(0, -1), `${shown.at(-1)!.replace(/.{1,2}$/u, '')}…`] : shown
}

export const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

const escapeXml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
