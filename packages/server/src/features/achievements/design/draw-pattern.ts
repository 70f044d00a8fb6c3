import type { PatternName } from './badge-design.schema.ts'
import { type Point, polar } from './outline.ts'

/** `tone` is the pattern's colour over `field`, `bright` a second one; `at` is the middle of the icon, `d` the shape's outline. */
type PatternInk = { tone: string; bright: string; field: string; at: Point; d: string }

const round = (value: number): number => Math.round(value * 10) / 10
const write = (point: Point): string => `${round(point[0])} ${round(point[1])}`

function rays({ tone, at }: PatternInk): string {
  const wedges = Array.from({ length: 16 }, (_, ray) => {
    const [start, end] = [(ray - 0.25) / 16, (ray + 0.25) / 16]
    return `M${write(at)}L${write(polar(at, 420, start))}L${write(polar(at, 420, end))}Z`
  })
  return `<path d="${wedges.join('')}" fill="${tone}"/>`
}

function waves({ tone }: PatternInk): string {
  const lines = [132, 196, 260, 324, 388].map((y, row) => `M${row % 2 ? -40 : 0} ${y}${'q20 -22 40 0t40 0'.repeat(8)}`)
  return `<path d="${lines.join('')}" fill="none" stroke="${tone}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"/>`
}

function dots({ tone }: PatternInk): string {
  const spots: string[] = []
  for (let row = 0; row < 12; row++) for (let column = 0; column < 12; column++) spots.push(`M${36 + column * 40 + (row % 2) * 20} ${40 + row * 36}h.1`)
  return `<path d="${spots.join('')}" fill="none" stroke="${tone}" stroke-width="13" stroke-linecap="round"/>`
}

function grid({ tone }: PatternInk): string {
  const lines = Array.from({ length: 11 }, (_, line) => `M${56 + line * 40} 0V512M0 ${50 + line * 40}H512`)
  return `<path d="${lines.join('')}" fill="none" stroke="${tone}" stroke-width="5"/>`
}

/** Rings parallel to the edge: nested strokes of the outline, from the inmost outwards. */
function echo({ tone, field, d }: PatternInk): string {
  const widths = [172, 154, 128, 110, 84, 66]
  return widths.map((width, index) => `<path d="${d}" fill="none" stroke="${index % 2 ? field : tone}" stroke-width="${width}" stroke-linejoin="round"/>`).join('')
}

function hills({ tone }: PatternInk): string {
  const far = 'M0 330C80 262 150 268 226 318C300 262 400 250 512 320V512H0Z'
  const near = 'M0 396C110 336 220 348 300 392C370 356 440 350 512 380V512H0Z'
  return `<path d="${far}${near}" fill="${tone}" fill-rule="evenodd"/>`
}

const scatter: readonly (readonly [turn: number, radius: number, kind: number])[] = [
  [0.02, 164, 0],
  [0.07, 138, 1],
  [0.11, 176, 2],
  [0.17, 150, 0],
  [0.21, 182, 1],
  [0.27, 160, 2],
  [0.32, 186, 0],
  [0.68, 186, 1],
  [0.73, 158, 0],
  [0.78, 182, 2],
  [0.83, 150, 1],
  [0.88, 178, 0],
  [0.93, 140, 2],
  [0.975, 168, 1],
  [0.37, 168, 1],
  [0.63, 168, 2],
]

function confetti({ tone, bright, at }: PatternInk): string {
  const pieces = scatter.map(([turn, radius, kind]) => {
    const spot = polar(at, radius, turn)
    if (kind === 0) return `M${write(spot)}h.1`
    const [from, to] = [polar(spot, 11, turn + kind / 5), polar(spot, -11, turn + kind / 5)]
    return `M${write(from)}L${write(to)}`
  })
  const half = (odd: number) => pieces.filter((_, index) => index % 2 === odd).join('')
  const draw = (d: string, colour: string) => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="17" stroke-linecap="round"/>`
  return draw(half(0), tone) + draw(half(1), bright)
}

function laurel({ tone, at }: PatternInk): string {
  const leaves = Array.from({ length: 8 }, (_, leaf) => 0.13 + leaf * 0.042).flatMap((turn) =>
    [1, -1].flatMap((side) =>
      [144, 172].map((radius, row) => {
        const root = polar(at, 156, side * (turn + 0.016))
        const tip = polar(at, radius + (row ? 12 : -12), side * (turn - 0.032))
        const [one, other] = [polar(at, radius - 8, side * (turn - 0.006)), polar(at, radius + 14, side * (turn - 0.006))]
        return `M${write(root)}Q${write(one)} ${write(tip)}Q${write(other)} ${write(root)}Z`
      }),
    ),
  )
  return `<path d="${leaves.join('')}" fill="${tone}"/>`
}

const halo = ({ tone, at }: PatternInk): string => `<circle cx="${at[0]}" cy="${at[1]}" r="146" fill="${tone}"/>`

const patterns: Record<PatternName, (ink: PatternInk) => string> = { plain: () => '', halo, rays, waves, hills, dots, grid, echo, confetti, laurel }

export const drawPattern = (name: PatternName, ink: PatternInk): string => patterns[name](ink)
