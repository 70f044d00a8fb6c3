import type { MilestoneKind } from '../onboarding.schema.ts'

/** The nth such weekday of a month; months from January on belong to the second half of the school year. 1 is Monday. */
const DEFAULTS: Record<MilestoneKind, { month: number; nth: number; weekday: number }> = {
  steering: { month: 9, nth: 3, weekday: 2 },
  information: { month: 10, nth: 1, weekday: 2 },
  opening: { month: 11, nth: 2, weekday: 1 },
  'class-time': { month: 1, nth: 3, weekday: 4 },
  closing: { month: 3, nth: 3, weekday: 5 },
  jury: { month: 3, nth: 4, weekday: 4 },
  ceremony: { month: 6, nth: 2, weekday: 5 },
  review: { month: 6, nth: 4, weekday: 2 },
}

/** Away from the autumn and Christmas holidays, and from the first and last week, whatever the year. */
export function defaultDay(kind: MilestoneKind, schoolYear: string): string {
  const { month, nth, weekday } = DEFAULTS[kind]
  const year = Number(schoolYear.slice(0, 4)) + (month < 8 ? 1 : 0)
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const day = 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
