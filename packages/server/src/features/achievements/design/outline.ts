/** Closed outlines as cubic curves, so that a shape can be written as a path and measured along its edge. */

export type Point = readonly [x: number, y: number]
type Curve = readonly [from: Point, leave: Point, arrive: Point, to: Point]
export type Outline = { d: string; length: number }

const between = (a: Point, b: Point, share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
const round = (value: number): number => Math.round(value * 10) / 10
const write = (point: Point): string => `${round(point[0])} ${round(point[1])}`

const at = ([p, q, r, s]: Curve, t: number): Point => {
  const [a, b, c] = [between(p, q, t), between(q, r, t), between(r, s, t)]
  return between(between(a, b, t), between(b, c, t), t)
}

const curveLength = (curve: Curve): number => {
  let total = 0
  for (let step = 1; step <= 24; step++) {
    const [a, b] = [at(curve, (step - 1) / 24), at(curve, step / 24)]
    total += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return total
}

function close(curves: readonly Curve[]): Outline {
  const first = (curves[0] as Curve)[0]
  const body = curves.map(([, leave, arrive, to]) => `C${write(leave)} ${write(arrive)} ${write(to)}`).join('')
  return { d: `M${write(first)}${body}Z`, length: curves.reduce((sum, curve) => sum + curveLength(curve), 0) }
}

/** `numbers` are start, then triples of points, as after an `M` and a `C` in a path. */
export function cubicOutline(start: Point, ...points: readonly Point[]): Outline {
  const curves: Curve[] = []
  let from = start
  for (let index = 0; index < points.length; index += 3) {
    const [leave, arrive, to] = points.slice(index, index + 3) as [Point, Point, Point]
    curves.push([from, leave, arrive, to])
    from = to
  }
  return close(curves)
}

export function circleOutline([x, y]: Point, radius: number): Outline {
  const k = radius * 0.5523
  return cubicOutline(
    [x, y - radius],
    [x + k, y - radius],
    [x + radius, y - k],
    [x + radius, y],
    [x + radius, y + k],
    [x + k, y + radius],
    [x, y + radius],
    [x - k, y + radius],
    [x - radius, y + k],
    [x - radius, y],
    [x - radius, y - k],
    [x - k, y - radius],
    [x, y - radius],
  )
}

type Corner = { point: Point; cut: number }

/** A polygon whose corners are cut and rounded; it starts at the middle of its first corner, to keep dots symmetrical. */
export function roundedOutline(corners: readonly Corner[]): Outline {
  const arcs = corners.map(({ point, cut }, index) => {
    const previous = (corners.at(index - 1) as Corner).point
    const next = (corners[(index + 1) % corners.length] as Corner).point
    const toward = (other: Point) => between(point, other, cut / Math.hypot(other[0] - point[0], other[1] - point[1]))
    const [enter, exit] = [toward(previous), toward(next)]
    const [a, b] = [between(enter, point, 0.62), between(exit, point, 0.62)]
    const middle = at([enter, a, b, exit], 0.5)
    const [before, after] = [between(between(enter, a, 0.5), between(a, b, 0.5), 0.5), between(between(a, b, 0.5), between(b, exit, 0.5), 0.5)]
    return {
      first: [enter, between(enter, a, 0.5), before, middle] as Curve,
      second: [middle, after, between(b, exit, 0.5), exit] as Curve,
    }
  })
  const curves = arcs.flatMap(({ second }, index): Curve[] => {
    const { first } = arcs[(index + 1) % arcs.length] as (typeof arcs)[number]
    const [exit, enter] = [second[3], first[0]]
    return [second, [exit, between(exit, enter, 1 / 3), between(exit, enter, 2 / 3), enter], first]
  })
  return close(curves)
}

export const polar = ([x, y]: Point, radius: number, turn: number): Point => [x + radius * Math.sin(turn * 2 * Math.PI), y - radius * Math.cos(turn * 2 * Math.PI)]

export function regularOutline(centre: Point, radius: number, options: { sides: number; cut: number; turn?: number }): Outline {
  const { sides, cut, turn = 0 } = options
  return roundedOutline(Array.from({ length: sides }, (_, side) => ({ point: polar(centre, radius, turn + side / sides), cut })))
}

/** Soft lobes between `valley` and `peak` radii, a lobe on top. */
export function lobedOutline(centre: Point, options: { lobes: number; valley: number; peak: number }): Outline {
  const { lobes, valley, peak } = options
  const reach = valley + (peak - valley) * (4 / 3)
  const points = Array.from({ length: lobes }, (_, lobe) => {
    const middle = lobe / lobes
    return [polar(centre, reach, middle - 0.32 / lobes), polar(centre, reach, middle + 0.32 / lobes), polar(centre, valley, middle + 0.5 / lobes)]
  })
  return cubicOutline(polar(centre, valley, -0.5 / lobes), ...points.flat())
}

/** Alternate points at two radii, barely softened. */
export function burstOutline(centre: Point, options: { rays: number; inner: number; outer: number; cut: number }): Outline {
  const { rays, inner, outer, cut } = options
  return roundedOutline(Array.from({ length: rays * 2 }, (_, index) => ({ point: polar(centre, index % 2 ? inner : outer, index / rays / 2), cut })))
}
