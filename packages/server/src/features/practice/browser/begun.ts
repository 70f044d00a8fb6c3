// Who has begun with a period, and who may be encouraged.
import type { PeriodProgress } from './progress.ts'

/** How long before its end a period becomes a matter of encouragement. */
export const ENCOURAGED_DAYS = 21

type Touched = { state: string; at: Date | null }

/** Asked, was advised or passed something since it started, or is in advance. A period that asks for nothing is begun. */
export const hasBegun = ({ done, required }: PeriodProgress, cells: readonly Touched[], start: Date): boolean =>
  required === 0 || done > 0 || cells.some(({ state, at }) => state !== 'none' && at !== null && at >= start)

export const daysLeft = (endsOn: string, today: string): number => Math.round((Date.parse(endsOn) - Date.parse(today)) / 86_400_000)

/** From three weeks before its end until that day. */
export const isEncouraged = ({ state, endsOn }: PeriodProgress, today: string): boolean => state === 'now' && daysLeft(endsOn, today) <= ENCOURAGED_DAYS
