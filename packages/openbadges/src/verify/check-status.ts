import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import { checkBitstringStatus } from './check-bitstring-status.ts'
import { checkRevocationList } from './check-revocation-list.ts'
import { type Check, toCheck } from './report.ts'
import type { Verification } from './verification.ts'

const MAX_STATUSES = 8

/**
 * Step 4: neither revoked nor suspended, by every status that the credential has. A kind of status that is not
 * known here leaves the question open.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#credentialstatus
 */
export async function checkStatus(verification: Verification): Promise<Check> {
  const statuses = asArray(verification.document.credentialStatus)
  if (statuses.length === 0) return toCheck('status', 'skipped')
  if (statuses.length > MAX_STATUSES) return toCheck('status', 'undetermined', 'unsupported_status', `${statuses.length} statuses`)
  const checks: Check[] = []
  for (const status of statuses) checks.push(isJsonObject(status) ? await checkOne(verification, status) : toCheck('status', 'failed', 'unsupported_status'))
  const worst = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'undetermined')
  return worst ?? checks[0] ?? toCheck('status', 'skipped')
}

function checkOne(verification: Verification, status: JsonObject): Promise<Check> | Check {
  const type = String(asArray(status.type)[0])
  if (type === 'BitstringStatusListEntry' || type === 'StatusList2021Entry') return checkBitstringStatus(verification, status)
  if (type === '1EdTechRevocationList') return checkRevocationList(verification, status)
  return toCheck('status', 'undetermined', 'unsupported_status', type)
}
