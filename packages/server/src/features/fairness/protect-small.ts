// Small numbers stay hidden, and so does whatever would give them back by a subtraction.
export const SMALL = 5

export type Cell = {
  value: number
  /** Out of so many people, whose number is no secret: what is left of them is a number too. */
  of?: number
  /** Known to be at least this, from what else is said. */
  atLeast?: number
  /** Numbers that only tie others together are never shown. */
  isLink?: true
  /** What the others say already, and so the first to be hidden. */
  isSpare?: true
}
export type Cells = ReadonlyMap<string, Cell>
export type Sum = { total: string; parts: readonly string[] }
type Bounds = Map<string, { low: number; high: number }>

/** How far apart the least and the greatest value must stay that a reader could hold possible for a small number. */
const ROOM = SMALL - 1

export const isSmall = ({ value, of }: Cell): boolean => value < SMALL || (of !== undefined && of - value < SMALL)

/**
 * The cells that may be shown. Small ones are hidden first; as long as one of them could be worked out from what is left, the smallest
 * number beside it is hidden too. The sums must form no loop: then what `boundsOf` finds is all that can be found.
 */
export function protectSmall(cells: Cells, sums: readonly Sum[]): Set<string> {
  const shown = new Set([...cells].filter(([, cell]) => !cell.isLink && !isSmall(cell)).map(([key]) => key))
  for (;;) {
    const exposed = findExposed(cells, boundsOf(cells, sums, shown))
    const given = exposed && findNearestShown(exposed, cells, sums, shown)
    if (!given) return shown
    shown.delete(given)
  }
}

/** What a reader who sees `shown`, and knows which numbers add up to which, can tell about every other number. */
function boundsOf(cells: Cells, sums: readonly Sum[], shown: ReadonlySet<string>): Bounds {
  const bounds: Bounds = new Map(
    [...cells].map(([key, { value, of = Number.POSITIVE_INFINITY, atLeast = 0 }]) => [key, shown.has(key) ? { low: value, high: value } : { low: atLeast, high: of }]),
  )
  while (sums.map((sum) => tighten(bounds, sum)).some(Boolean));
  return bounds
}

function tighten(bounds: Bounds, { total, parts }: Sum): boolean {
  const whole = bounds.get(total)!
  const known = parts.map((part) => bounds.get(part)!)
  const isTighter = narrow(whole, add(known, 'low'), add(known, 'high'))
  return known.map((part) => narrow(part, whole.low - add(known, 'high', part), whole.high - add(known, 'low', part))).some(Boolean) || isTighter
}

const add = (known: { low: number; high: number }[], side: 'low' | 'high', except?: object): number => known.reduce((sum, part) => (part === except ? sum : sum + part[side]), 0)

function narrow(bound: { low: number; high: number }, low: number, high: number): boolean {
  const isTighter = low > bound.low || high < bound.high
  bound.low = Math.max(bound.low, low)
  bound.high = Math.min(bound.high, high)
  return isTighter
}

function findExposed(cells: Cells, bounds: Bounds): string | undefined {
  for (const [key, cell] of cells) {
    const { low, high } = bounds.get(key)!
    const room = Math.min(ROOM, (cell.of ?? Number.POSITIVE_INFINITY) - (cell.atLeast ?? 0))
    if (isSmall(cell) && high - low < room) return key
  }
  return undefined
}

const cost = ({ value, isSpare }: Cell): number => (isSpare ? -1 : value)

/** From sum to sum, the first that holds something to hide: the smallest of its numbers. */
function findNearestShown(from: string, cells: Cells, sums: readonly Sum[], shown: ReadonlySet<string>): string | undefined {
  const reached = new Set([from])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const { total, parts } of sums) {
      const members = [total, ...parts]
      if (!members.some((member) => reached.has(member))) continue
      const candidates = members.filter((member) => shown.has(member)).sort((a, b) => cost(cells.get(a)!) - cost(cells.get(b)!))
      if (candidates[0]) return candidates[0]
      for (const member of members) reached.add(member)
    }
  }
  return undefined
}
