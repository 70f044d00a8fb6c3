// Pictures that are drawn here and seen elsewhere: an SVG with our own font, painted as a PNG.
import { Resvg } from '@resvg/resvg-js'
import { escapeXml } from './escape-xml.ts'
import { fonts } from './fonts.ts'

export const paintSvg = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { font: { fontFiles: Object.values(fonts), loadSystemFonts: false, defaultFontFamily: 'Inter' }, fitTo: { mode: 'width', value: width } }).render().asPng()

export const textAt = (text: string, x: number, y: number, size: number, weight: number, fill: string): string =>
  `<text x="${x}" y="${Math.round(y)}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`

/** How many letters of Inter a line holds, a little fewer rather than more. */
export const lettersIn = (width: number, size: number): number => width / (size * 0.57)

/** A word that is longer than a line stands on a line of its own. */
export function breakLines(text: string, letters: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line && line.length + 1 + word.length > letters) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}

/** The last of the lines that are shown says that there are more. */
export const breakOff = (line: string): string => `${line.replace(/.{1,2}$/u, '')}…`
