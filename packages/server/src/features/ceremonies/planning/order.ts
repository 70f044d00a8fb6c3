// The order of a ceremony: class by class, and in each, person by person.
import type { Placed } from './ceremony-rows.ts'

/** What was just added has a place from here on, until it is put among its class. */
export const LAST = 1_000_000

/** Classes in the order that was chosen; new ones after them, the youngest first (6e, 5e, …), and people without a class at the end. */
export function groupByClass<Row extends Placed>(rows: readonly Row[]): [className: string, people: Row[]][] {
  const groups = [...Map.groupBy(rows, ({ class_name }) => class_name)]
  const byName = new Intl.Collator('fr', { numeric: true })
  return groups.sort(([a, ofA], [b, ofB]) => {
    const [first, second] = [Math.min(firstPlace(ofA), LAST), Math.min(firstPlace(ofB), LAST)]
    return first - second || yearOf(b) - yearOf(a) || byName.compare(a, b)
  })
}

const firstPlace = (people: readonly Placed[]): number => Math.min(...people.map(({ position }) => position))
const yearOf = (className: string): number => Number(/^(\d+)/.exec(className)?.[1] ?? (className === '' ? -1 : 0))
