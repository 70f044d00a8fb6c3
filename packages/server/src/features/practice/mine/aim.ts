import { currentPeriod, type PeriodProgress } from '../browser/progress.ts'

/**
 * What somebody has before them: so many badges until a day, or nothing any more. `name`: of the period; `next`: the one that takes what is too much.
 * That they were given more time or fewer badges is only their number and their day; why is not said.
 */
export type Aim =
  | { kind: 'left'; name: string; left: number; done: number; required: number; endsOn: string }
  | { kind: 'done'; name: string; required: number; next: string | null }
  | { kind: 'free'; name: string }
  | { kind: 'ahead'; name: string; startsOn: string; done: number; required: number }
  | { kind: 'over' }

export function aimOf(periods: readonly PeriodProgress[]): Aim {
  const period = currentPeriod(periods)
  if (!period) return { kind: 'over' }
  const { name, done, required, startsOn, endsOn, state } = period
  if (state === 'ahead') return { kind: 'ahead', name, startsOn, done, required }
  if (required === 0) return { kind: 'free', name }
  if (done < required) return { kind: 'left', name, left: required - done, done, required, endsOn }
  return { kind: 'done', name, required, next: periods.find((other) => other.startsOn > startsOn)?.name ?? null }
}
