import { paintSvg, textAt } from '#kit/paint-svg.ts'
import { type Drawn, fitLines, pictureAt } from './pictures.ts'

export type Card = { title: string; names: string; footer: string; badges: readonly Drawn[] }

const [WIDTH, HEIGHT, LEFT] = [1200, 630, 560]
export const MOST_ON_CARD = 6

/** The 1200 × 630 picture that social networks show beside a link. */
export function drawCard({ title, names, footer, badges }: Card): Uint8Array {
  const width = WIDTH - LEFT - 60
  const [heading, list] = [fitLines(title, width, 54, 3), fitLines(names, width, 28, 4)]
  let y = (HEIGHT - 60 - heading.length * 64 - 24 - list.length * 40) / 2
  const block = (lines: string[], size: number, step: number, weight: number, fill: string) => {
    const text = lines.map((line, index) => textAt(line, LEFT, y + size * 0.9 + index * step, size, weight, fill)).join('')
    y += lines.length * step + 24
    return text
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf7ee"/><rect width="500" height="${HEIGHT}" fill="#e9f5f8"/><rect y="${HEIGHT - 14}" width="${WIDTH}" height="14" fill="#0f5a70"/>
${pictures(badges.slice(0, MOST_ON_CARD))}
${block(heading, 54, 64, 700, '#06303e')}${block(list, 28, 40, 400, '#14283a')}
${textAt(footer, LEFT, HEIGHT - 50, 24, 400, '#50616e')}
</svg>`
  return paintSvg(svg, WIDTH)
}

/** One large, two to four in a square, up to six in three rows, in the middle of their half. */
function pictures(badges: readonly Drawn[]): string {
  const columns = badges.length === 1 ? 1 : 2
  const rows = Math.ceil(badges.length / columns)
  const size = badges.length === 1 ? 360 : rows > 2 ? 170 : 200
  const step = size + 24
  const [x, y] = [(500 - (columns * step - 24)) / 2, (HEIGHT - 14 - (rows * step - 24)) / 2]
  return badges.map((badge, index) => pictureAt(badge, x + (index % columns) * step, y + Math.floor(index / columns) * step, size)).join('')
}
