import { escapeXml, textWidth } from '../design/svg-text.ts'
import { rasterizeSvg } from './render-png.ts'

/** A title, then a line or two about it; `badgePng` is square. */
export type SharePicture = { title: string; lines: string[]; footer: string; badgePng: Uint8Array }

const WIDTH = 1200
const HEIGHT = 630
const LEFT = 560
const ROOM = WIDTH - LEFT - 72
const INK = { title: '#0b3c43', line: '#41545a', footer: '#5d6e73' }

/** The 1200 × 630 picture shown beside a link. */
export function drawSharePicture({ title, lines, footer, badgePng }: SharePicture): Buffer {
  const heading = fitLines(title, [72, 60, 50, 42], 4)
  const rest = lines.filter(Boolean).map((line) => fitLines(line, [34, 30], 2))
  const height = heading.height + rest.reduce((sum, block) => sum + 22 + block.height, 0)
  let y = (HEIGHT - 24 - height) / 2
  const blocks = [{ ...heading, weight: 700, fill: INK.title, gap: 0 }, ...rest.map((block) => ({ ...block, weight: 400, fill: INK.line, gap: 22 }))]
  const texts = blocks.map((block) => {
    y += block.gap
    const drawn = block.lines.map((line, index) => textAt(line, { y: y + block.size * (index * 1.16 + 0.92), size: block.size, weight: block.weight, fill: block.fill }))
    y += block.height
    return drawn.join('')
  })
  return rasterizeSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf8f3"/>
<path d="M0 0H486C520 90 446 160 470 250C494 340 520 400 476 480C452 530 470 590 490 ${HEIGHT}H0Z" fill="#dff0f1"/>
<rect y="${HEIGHT - 12}" width="${WIDTH}" height="12" fill="#0b5c66"/>
<image x="52" y="110" width="390" height="390" href="data:image/png;base64,${Buffer.from(badgePng).toString('base64')}"/>
${texts.join('\n')}
${textAt(footer, { y: HEIGHT - 44, size: 24, weight: 400, fill: INK.footer })}
</svg>`,
    WIDTH,
  )
}

const textAt = (text: string, at: { y: number; size: number; weight: number; fill: string }): string =>
  `<text x="${LEFT}" y="${at.y.toFixed(1)}" font-family="Inter" font-size="${at.size}" font-weight="${at.weight}" fill="${at.fill}">${escapeXml(text)}</text>`

type Fitted = { lines: string[]; size: number; height: number }

/** The largest of `sizes` at which the text holds in `most` lines; at the smallest, the rest is an ellipsis. */
function fitLines(text: string, sizes: readonly number[], most: number): Fitted {
  const fitted = sizes.map((size) => ({ size, lines: breakLines(text, ROOM / size) }))
  const { size, lines } = fitted.find((attempt) => attempt.lines.length <= most) ?? fitted.at(-1)!
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]!.replace(/.{1,2}$/u, '')}…`
  return { lines: kept, size, height: kept.length * size * 1.16 }
}

function breakLines(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/[^\S\u00A0\u202F]+/)) {
    const line = lines.at(-1)
    if (line !== undefined && textWidth(`${line} ${word}`) <= room) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
