import { z } from 'zod'
import { parisTime } from '#kit/paris-time.ts'
import { ShareUntil } from './share.schema.ts'

const DAY_MS = 24 * 3600_000
const DAYS = { day: 1, week: 7, month: 30 } as const

/** The moment at which an address stops showing anything; a day that was given counts to its last minute. Null: it has no end. */
export function readEnd(input: z.input<typeof ShareUntil>, now: Date): Date | null {
  return ShareUntil.transform(({ end, until }, { addIssue }) => {
    if (end === 'never') return null
    if (end !== 'date') return new Date(now.getTime() + DAYS[end] * DAY_MS)
    const moment = z.iso.date().safeParse(until).success ? parisTime(until, '23:59') : undefined
    if (moment && moment > now) return moment
    addIssue({ code: 'custom', path: ['until'], message: moment ? 'past' : 'day' })
    return z.NEVER
  }).parse(input)
}
