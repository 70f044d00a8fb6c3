import { parseDateTimeZ } from '../terms/dates.ts'
import type { JsonObject, JsonValue } from '../terms/json.ts'
import { type Check, toCheck } from '../verify/report.ts'

/** A date of Open Badges 2.0 and before as an instant: without a time it is the day's beginning, without a zone UTC. */
export function parseDate2(date: JsonValue | undefined): number | undefined {
  const [, day, time = '00:00', seconds = ':00', zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(String(date)) ?? []
  return parseDateTimeZ(`${day}T${time}${seconds}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
}

/** Issued in the past, not expired, and not expired before it was issued. */
export function checkValidity2(assertion: JsonObject, now: Date): Check {
  const issued = parseDate2(assertion.issuedOn)
  const expires = assertion.expires === undefined ? undefined : parseDate2(assertion.expires)
  const isWrong = issued === undefined || (assertion.expires !== undefined && expires === undefined)
  if (isWrong || (expires !== undefined && expires < issued)) return toCheck('validity', 'failed', 'invalid_date')
  if (now.getTime() < issued) return toCheck('validity', 'failed', 'not_yet_valid', String(assertion.issuedOn))
  if (expires !== undefined && now.getTime() > expires) return toCheck('validity', 'failed', 'expired', String(assertion.expires))
  return toCheck('validity', 'passed')
}
