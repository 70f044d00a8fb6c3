// The order of a ceremony: class by class, and in each, person by person.
import type { Placed } from './ceremony-rows.ts'

/** What was just added has a place from here on, until it is put among its class. */
export const LAST = 1_000_000

type Group<Row> = [className: string, people: Row[]]

/** Classes in the order that was chosen. A new one comes before the first that would naturally follow it: the youngest first (6e, 5e, …), people without a class at the end. */
export function groupByClass<Row extends Placed>(rows: readonly Row[]): Group<Row>[] {
  const groups = [...Map.groupBy(rows, ({ class_name }) => class_name)]
  const ordered = groups.filter(([, people]) => firstPlace(people) < LAST).sort(([, a], [, b]) => firstPlace(a) - firstPlace(b))
  for (const added of groups.filter(([, people]) => firstPlace(people) >= LAST)) {
    const follower = ordered.findIndex(([className]) => compareClasses(added[0], className) < 0)
    ordered.splice(follower < 0 ? ordered.length : follower, 0, added)
  }
  return ordered
}

const firstPlace = (people: readonly Placed[]): number => Math.min(...people.map(({ position }) => position))

const byName = new Intl.Collator('fr', { numeric: true })
const compareClasses = (a: string, b: string): number => yearOf(b) - yearOf(a) || byName.compare(a, b)
const yearOf = (className: string): number => Number(/^(\d+)/.exec(className)?.[1] ?? (className === '' ? -1 : 0))
