// Where the bubbles of a picture of skills stand: close together, the largest in the middle, never one over another. The same skills give the same picture.

export type Circle = { x: number; y: number; r: number }
export type Room = { width: number; smallest: number; step: number; largest: number; margin: number; height: number }

/** A desk, a sheet; and a phone held upright. With many bubbles the picture is about so high. */
export const WIDE: Room = { width: 960, smallest: 54, step: 16, largest: 118, margin: 17, height: 900 }
export const NARROW: Room = { width: 360, smallest: 48, step: 9, largest: 84, margin: 16, height: 1900 }

/** Circles never fill a page whole. */
const FILLED = 0.75

/** Their surface grows with the number of badges behind them; all together they are smaller where the page could not hold them. */
function sizeBubbles(counts: readonly number[], { width, height, smallest, step, largest, margin }: Room): number[] {
  const wished = counts.map((count) => Math.min(largest, smallest + step * Math.sqrt(Math.max(0, count - 1))))
  const surface = wished.reduce((sum, r) => sum + Math.PI * (r + margin) ** 2, 0)
  const scale = Math.min(1, Math.sqrt((width * height * FILLED) / surface))
  return wished.map((r) => Math.max(smallest, r * scale))
}

export function arrangeBubbles(counts: readonly number[], room: Room): { circles: Circle[]; width: number; height: number } {
  const placed: Circle[] = []
  for (const r of sizeBubbles(counts, room)) placed.push(findPlace(placed, r + room.margin, room.width))
  const [top, bottom] = [Math.min(0, ...placed.map(({ y, r }) => y - r)), Math.max(0, ...placed.map(({ y, r }) => y + r))]
  const circles = placed.map(({ x, y, r }) => ({ x: x + room.width / 2, y: y - top, r: r - room.margin }))
  return { circles, width: room.width, height: bottom - top }
}

/** The place nearest to the middle that touches what is there. A page is wider than high: sideways counts for less. */
function findPlace(placed: readonly Circle[], r: number, width: number): Circle {
  if (placed.length === 0) return { x: 0, y: 0, r }
  const half = width / 2 - r
  let best: Circle | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { x, y } of touching(placed, r, half)) {
    const cost = (x / 1.8) ** 2 + y ** 2
    if (cost >= least || Math.abs(x) > half + SLACK) continue
    if (placed.some((other) => Math.hypot(x - other.x, y - other.y) < r + other.r - SLACK)) continue
    best = { x, y, r }
    least = cost
  }
  // Whatever else, below all of them there is room.
  return best ?? { x: 0, y: Math.max(...placed.map((other) => other.y + other.r)) + r, r }
}

const SLACK = 0.01
const ANGLES = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12)

/** Beside one of those that are placed, against the edge of the page, or in the hollow between two. */
function* touching(placed: readonly Circle[], r: number, half: number): Generator<{ x: number; y: number }> {
  for (const [i, one] of placed.entries()) {
    const reach = one.r + r
    for (const angle of ANGLES) yield { x: one.x + reach * Math.cos(angle), y: one.y + reach * Math.sin(angle) }
    for (const edge of [-half, half]) {
      const rest = reach ** 2 - (edge - one.x) ** 2
      if (rest >= 0) for (const side of [-1, 1]) yield { x: edge, y: one.y + side * Math.sqrt(rest) }
    }
    for (const other of placed.slice(0, i)) yield* hollows(one, other, r)
  }
}

function* hollows(one: Circle, other: Circle, r: number): Generator<{ x: number; y: number }> {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const apart = Math.hypot(dx, dy)
  const [a, b] = [one.r + r, other.r + r]
  if (apart === 0 || apart > a + b) return
  const along = (a ** 2 - b ** 2 + apart ** 2) / (2 * apart)
  const across = Math.sqrt(Math.max(0, a ** 2 - along ** 2))
  for (const side of [-1, 1]) yield { x: one.x + (along * dx - side * across * dy) / apart, y: one.y + (along * dy + side * across * dx) / apart }
}
