/** One thing to be measured: does the work once. */
export type Work = (turn: number) => unknown

/** A comparison: our work and that of a peer, or of the machine itself. */
export type Comparison = {
  id: string
  /** What is compared, in words. */
  title: string
  ours: Work
  theirs: Work
  /** The name of the other. */
  to: string
  /** The least ratio ours ÷ theirs, of rates. */
  goal: number
}

export type Row = { id: string; value: number; unit: string; ratio: number; to: string; goal: number; met: boolean; title: string }

/** How long one round lasts, in milliseconds, and how many rounds of each alternate. */
const ROUND_MS = 150
const ROUNDS = 9

async function rateOf(work: Work): Promise<number> {
  // Nobody clears away in their own time what the other has left.
  globalThis.gc?.()
  const end = performance.now() + ROUND_MS
  const start = performance.now()
  let count = 0
  do {
    const done = work(count++)
    if (done instanceof Promise) await done
  } while (performance.now() < end)
  return (count * 1000) / (performance.now() - start)
}

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** The median ratio of rounds that alternate, so that what else the machine does falls on both. */
export async function compare({ id, title, ours, theirs, to, goal }: Comparison): Promise<Row> {
  await rateOf(ours)
  await rateOf(theirs)
  const rates: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = round % 2 === 0 ? [ours, theirs] : [theirs, ours]
    const [a, b] = [await rateOf(first), await rateOf(second)]
    const [own, other] = round % 2 === 0 ? [a, b] : [b, a]
    rates.push(own)
    ratios.push(own / other)
  }
  const ratio = median(ratios)
  return { id, title, value: Math.round(median(rates)), unit: 'per second', ratio: Number(ratio.toFixed(2)), to, goal, met: ratio >= goal }
}
