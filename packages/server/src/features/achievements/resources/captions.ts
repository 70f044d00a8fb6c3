// What is said in a film, as players want it: WebVTT. SubRip, which most tools write, is read as well.
import { refuse } from '../achievements.errors.ts'

const MAX_CAPTIONS = 200_000
const TIME = String.raw`(?:\d{1,3}:)?[0-5]\d:[0-5]\d[.,]\d{3}`
const CUE = new RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}`, 'm')
const COMMA = new RegExp(`^(${TIME})([ \\t]+-->[ \\t]+)(${TIME})`, 'gm')

/** Refuses what no player would show. */
export function readCaptions(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text file has none.
  if (text.length > MAX_CAPTIONS || /[\x00-\x08\x0e-\x1f\ufffd]/.test(text)) throw refuse('captions_refused')
  const lines = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  if (!CUE.test(lines)) throw refuse('captions_refused')
  if (/^WEBVTT(?:[ \t\n]|$)/.test(lines)) return lines
  return `WEBVTT\n\n${lines.replaceAll(COMMA, (_, from: string, arrow: string, to: string) => from.replace(',', '.') + arrow + to.replace(',', '.'))}`
}
