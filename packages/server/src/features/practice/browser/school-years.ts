// School years, their terms, and what a year later is.
import type { Period } from './progress.ts'

export type PeriodSeed = Omit<Period, 'periodId'>

const firstYear = (schoolYear: string): number => Number(schoolYear.slice(0, 4))
export const yearAfter = (schoolYear: string): string => `${firstYear(schoolYear) + 1}-${firstYear(schoolYear) + 2}`

/** A first idea of three terms, to put right by the calendar of the school: 29 February becomes the day before. */
export function proposeTerms(schoolYear: string, names: readonly [string, string, string]): PeriodSeed[] {
  const year = firstYear(schoolYear)
  const days = [
    [`${year}-09-01`, `${year}-11-30`],
    [`${year}-12-01`, `${year + 1}-03-15`],
    [`${year + 1}-03-16`, `${year + 1}-06-30`],
  ] as const
  return days.map(([startsOn, endsOn], place) => ({ name: names[place]!, startsOn, endsOn, required: 2 }))
}

export function shiftPeriods(periods: readonly Period[], from: string, to: string): PeriodSeed[] {
  const years = firstYear(to) - firstYear(from)
  return periods.map(({ name, startsOn, endsOn, required }) => ({ name, startsOn: shiftDay(startsOn, years), endsOn: shiftDay(endsOn, years), required }))
}

function shiftDay(day: string, years: number): string {
  const shifted = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  const exists = new Date(`${shifted}T00:00:00Z`).toISOString().startsWith(shifted)
  return exists ? shifted : shifted.replace(/-29$/, '-28')
}
