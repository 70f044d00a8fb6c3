// How far somebody is in the periods of a programme: « 1 sur 2 », and never a percentage.

export type Period = { periodId: string; name: string; startsOn: string; endsOn: string; required: number }
/** For one pupil: fewer badges, or more time. */
export type Exception = { periodId: string; required: number | null; endsOn: string | null }
export type PeriodProgress = Period & { done: number; isExcepted: boolean; state: 'over' | 'now' | 'ahead' }

/**
 * Each period takes, in the order of time, the badges that it asks for out of those passed until its end. What is too much counts for the next one;
 * what is missing is not carried over. Days are ISO dates, in order of time, `passedOn` one for each badge.
 */
export function progressOf(periods: readonly Period[], exceptions: readonly Exception[], passedOn: readonly string[], today: string): PeriodProgress[] {
  const left = [...passedOn].sort()
  return periods.map((period) => {
    const exception = exceptions.find(({ periodId }) => periodId === period.periodId)
    const required = exception?.required ?? period.required
    const endsOn = exception?.endsOn ?? period.endsOn
    const inTime = left.filter((day) => day <= endsOn).length
    const done = left.splice(0, Math.min(required, inTime)).length
    return { ...period, required, endsOn, done, isExcepted: exception !== undefined, state: endsOn < today ? 'over' : period.startsOn > today ? 'ahead' : 'now' }
  })
}

/** The period that somebody works for: the one that runs and ends first, or the next to come. */
export const currentPeriod = (periods: readonly PeriodProgress[]): PeriodProgress | undefined =>
  periods.filter(({ state }) => state === 'now').sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))[0] ?? periods.find(({ state }) => state === 'ahead')
