// Days as people here count them: in the time of Paris.
import type { Ctx } from '#ctx'
import { inParis } from '#kit/paris-time.ts'

const ZONE = 'Europe/Paris'

export const formatDay = (ctx: Ctx, date: Date): string => new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long', timeZone: ZONE }).format(date)
export const formatMoment = (ctx: Ctx, date: Date): string => new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE }).format(date)

/** YYYY-MM-DD, as a date field writes it. */
export const toDay = (date: Date): string => inParis(date).day

export const firstMomentOf = (day: string): Date => at(day, '00:00:00')
/** The whole of the last day counts. */
export const lastMomentOf = (day: string): Date => at(day, '23:59:59')

function at(day: string, time: string): Date {
  const parts = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' }).formatToParts(new Date(`${day}T12:00:00Z`))
  const offset = parts.find(({ type }) => type === 'timeZoneName')!.value.slice('GMT'.length)
  return new Date(`${day}T${time}${offset}`)
}
