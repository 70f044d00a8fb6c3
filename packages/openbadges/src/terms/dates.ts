import { OpenBadgesError } from '../errors.ts'

/** A moment as the credentials write it: UTC, to the second, `2026-11-23T10:00:00Z`. */
export function toDateTimeZ(moment: Date): string {
  if (!(moment instanceof Date) || Number.isNaN(moment.getTime())) {
    throw new OpenBadgesError('invalid_argument', 'not a valid Date')
  }
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/**
 * The instant of a date and time with a time zone, in milliseconds since 1970, or `undefined` when the
 * text is not one. A date that does not exist (30 February) is not one.
 */
export function parseDateTimeZ(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined
  const parts = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(text)
  if (!parts) return undefined
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return undefined
  const instant = Date.parse(text.replace(/T(\d\d:\d\d):60/, 'T$1:59'))
  return Number.isNaN(instant) ? undefined : instant
}
