import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import { loadJson } from './load-document.ts'
import { type Check, toCheck } from './report.ts'
import { issuerIdOf, type Verification } from './verification.ts'

/**
 * A list of revoked credentials as 1EdTech has it: `{id, issuer, revokedCredential: [{id, revocationReason}]}`.
 * It is not signed: it counts only when it is served at the address that the credential names and is the issuer's.
 *
 * @see https://www.imsglobal.org/spec/vcrl/v1p0/
 */
export async function checkRevocationList(verification: Verification, status: JsonObject): Promise<Check> {
  if (typeof status.id !== 'string') return toCheck('status', 'failed', 'unsupported_status', 'a list without address')
  const loaded = await loadJson(verification.loader, status.id)
  if (!loaded.ok) return toCheck('status', loaded.outcome, loaded.code, loaded.detail)
  const list = loaded.value
  const issuer = isJsonObject(list.issuer) ? list.issuer.id : list.issuer
  if (issuer !== undefined && issuer !== issuerIdOf(verification.document)) {
    return toCheck('status', 'failed', 'status_list_not_verified', `${status.id} is the list of ${issuer}`)
  }
  const entries = list.revokedCredential ?? list.revokedCredentials
  if (!Array.isArray(entries)) return toCheck('status', 'failed', 'status_list_not_verified', `${status.id} lists nothing`)
  const revoked = asArray(entries).find((entry) => (isJsonObject(entry) ? entry.id : entry) === verification.document.id)
  if (revoked === undefined || (isJsonObject(revoked) && revoked.revoked === false)) return toCheck('status', 'passed')
  const reason = isJsonObject(revoked) && typeof revoked.revocationReason === 'string' ? revoked.revocationReason : undefined
  return toCheck('status', 'failed', 'revoked', reason)
}
