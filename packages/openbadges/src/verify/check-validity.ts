import { parseDateTimeZ } from '../terms/dates.ts'
import { type Check, toCheck } from './report.ts'
import type { Verification } from './verification.ts'

/**
 * Not before `validFrom`, not after `validUntil` (VC Data Model 1.1: `issuanceDate`, `expirationDate`).
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification
 */
export function checkValidity({ document, now }: Pick<Verification, 'document' | 'now'>): Check {
  const start = document.validFrom ?? document.issuanceDate
  const end = document.validUntil ?? document.expirationDate
  const [from, until] = [start, end].map(parseDateTimeZ)
  if ((start !== undefined && from === undefined) || (end !== undefined && until === undefined)) {
    return toCheck('validity', 'failed', 'invalid_date', String(start !== undefined && from === undefined ? start : end))
  }
  if (from !== undefined && now.getTime() < from) return toCheck('validity', 'failed', 'not_yet_valid', String(start))
  if (until !== undefined && now.getTime() > until) return toCheck('validity', 'failed', 'expired', String(end))
  return toCheck('validity', 'passed')
}
