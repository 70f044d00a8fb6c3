import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { type Check, toCheck } from '../verify/report.ts'

/**
 * Whether the badge is revoked: it says so itself, or the issuer's list of revoked assertions has it.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#revocationlist
 */
export async function checkRevoked(assertion: JsonObject, uid: unknown, issuer: JsonObject | undefined, loader: Loader): Promise<Check> {
  const reason = typeof assertion.revocationReason === 'string' ? assertion.revocationReason : undefined
  if (assertion.revoked === true) return toCheck('status', 'failed', 'revoked', reason)
  const reference = issuer?.revocationList
  if (reference === undefined) return toCheck('status', 'passed')
  const url = isJsonObject(reference) ? reference.id : reference
  const loaded = await loadJson(loader, String(url))
  if (!loaded.ok) return toCheck('status', loaded.outcome, loaded.code, loaded.detail)
  const ids = [assertion.id, uid].filter((id) => id !== undefined)
  const entry = entriesOf(loaded.value).find((item) => (isJsonObject(item) ? [item.id, item.uid].some((id) => id !== undefined && ids.includes(id)) : ids.includes(item)))
  if (entry === undefined) return toCheck('status', 'passed')
  return toCheck('status', 'failed', 'revoked', isJsonObject(entry) && typeof entry.revocationReason === 'string' ? entry.revocationReason : undefined)
}

/** 2.0 has `revokedAssertions`; before, the list is an object whose names are the ids of what is revoked. */
function entriesOf(list: JsonObject): JsonValue[] {
  return list.revokedAssertions === undefined ? Object.keys(list) : asArray(list.revokedAssertions)
}
