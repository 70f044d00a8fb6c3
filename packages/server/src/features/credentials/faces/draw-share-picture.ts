import { breakLines, breakOff, lettersIn, paintSvg, textAt } from '#kit/paint-svg.ts'

export type SharePicture = { badgeName: string; recipient: string; issuedBy: string; footer: string; badgePng: Uint8Array }

const WIDTH = 1200
const HEIGHT = 630
const TEXT_LEFT = 560
const TEXT_WIDTH = WIDTH - TEXT_LEFT - 70

/** The 1200 × 630 picture that social networks show beside a link. */
export function drawSharePicture(picture: SharePicture): Uint8Array {
  const title = wrap(picture.badgeName, TEXT_WIDTH, [68, 58, 48], 3)
  const recipient = wrap(picture.recipient, TEXT_WIDTH, [38, 32], 1)
  const issuer = wrap(picture.issuedBy, TEXT_WIDTH, [30, 27], 2)
  const height = title.height + 34 + recipient.height + 18 + issuer.height
  let y = (HEIGHT - 60 - height) / 2
  const block = (lines: Wrapped, weight: number, colour: string, gap: number) => {
    const text = lines.lines.map((line, index) => textAt(line, TEXT_LEFT, y + lines.size * (index * 1.18 + 0.92), lines.size, weight, colour)).join('')
    y += lines.height + gap
    return text
  }
  const image = Buffer.from(picture.badgePng).toString('base64')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf8f3"/>
<rect width="500" height="${HEIGHT}" fill="#e8f6f7"/>
<rect x="0" y="${HEIGHT - 14}" width="${WIDTH}" height="14" fill="#0b5c66"/>
<image x="60" y="118" width="380" height="380" xlink:href="data:image/png;base64,${image}"/>
${block(title, 700, '#0b3c43', 34)}${block(recipient, 600, '#1d2b2e', 18)}${block(issuer, 400, '#55656a', 0)}
${textAt(picture.footer, TEXT_LEFT, HEIGHT - 50, 24, 400, '#55656a')}
</svg>`
  return paintSvg(svg, WIDTH)
}

type Wrapped = { lines: string[]; size: number; height: number }

/** The largest size at which the words hold in `most` lines; at the smallest, what is too long ends with an ellipsis. */
function wrap(text: string, width: number, sizes: readonly number[], most: number): Wrapped {
  let wrapped: Wrapped = { lines: [], size: 0, height: 0 }
  for (const size of sizes) {
    const lines = breakLines(text, lettersIn(width, size))
    wrapped = { lines: lines.slice(0, most), size, height: Math.min(lines.length, most) * size * 1.18 }
    if (lines.length <= most) return wrapped
  }
  wrapped.lines[most - 1] = breakOff(wrapped.lines[most - 1]!)
  return wrapped
}
