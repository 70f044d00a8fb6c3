/** Somebody who offers help, and how often they were asked in a while. */
export type Asked = { personId: string; name: string; asked: number }
export type Hint = { often: Asked[]; others: Asked[] }

const FEW = 4

/**
 * When one or two are nearly always the ones, whom else to make known: those who offer and were not asked.
 * Nothing is said of a handful of helps, nor where nobody else offers. In the order in which people are given.
 */
export function findHint(people: readonly Asked[]): Hint | undefined {
  const all = people.reduce((sum, { asked }) => sum + asked, 0)
  const others = people.filter(({ asked }) => asked === 0)
  if (all < FEW || others.length === 0) return undefined
  const most = [...people].sort((a, b) => b.asked - a.asked).slice(0, 2)
  const fair = all / people.length
  const often = people.filter((person) => most.includes(person) && person.asked > 1 && person.asked >= 1.5 * fair)
  const share = often.reduce((sum, { asked }) => sum + asked, 0)
  return share * 2 > all ? { often, others } : undefined
}
