import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { type Finding, found, type OpenBadgesVersion, refused } from '../verify/report.ts'
import { hostOf, type IssuerPart } from './load-parts.ts'
import { upgradeToVersion2 } from './upgrade.ts'

/** Members that an issuer may add or change later without making another badge of it. */
const CHANGEABLE = ['@context', 'image', 'endorsement', 'verify', 'verification', 'revoked', 'revocationReason']

/**
 * The assertion as it is hosted at its id, in the shape of 2.0, which is what counts. A copy that says anything else is not it.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#badge-verification
 */
export async function loadHosted(assertion: JsonObject, version: OpenBadgesVersion, loader: Loader): Promise<Finding<JsonObject>> {
  const { id } = assertion
  if (typeof id !== 'string' || !/^https?:\/\//.test(id)) return refused('no_proof', 'a hosted badge has an address')
  const loaded = await loadJson(loader, id)
  if (!loaded.ok) return loaded
  if (loaded.value.revoked === true) return found(loaded.value)
  const hosted = upgradeToVersion2(loaded.value, version, id)
  if (hosted.id !== undefined && hosted.id !== id) return refused('hosted_differs', `${id} says that it is ${hosted.id}`)
  const different = Object.keys(assertion).find((key) => !CHANGEABLE.includes(key) && hosted[key] !== undefined && !isSame(hosted[key], assertion[key]))
  return different ? refused('hosted_differs', different) : found(hosted)
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isJsonObject(a) || !isJsonObject(b)) return a === b
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame(a[key], b[key]))
}

/**
 * Whether the issuer lets its assertions be hosted at that address: an origin that it allows (by default its own),
 * and a beginning that it names, if it names any. The issuer's own profile says it, never the assertion.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#verificationobject
 */
export function checkOrigin(assertionId: string, { issuer, issuerUrl }: IssuerPart): Finding<true> {
  const policy = isJsonObject(issuer.verification) ? issuer.verification : {}
  const origins = asArray(policy.allowedOrigins).map(String)
  const allowed = origins.length > 0 ? origins : [hostOf(issuerUrl || String(issuer.url ?? ''))]
  const host = hostOf(assertionId)
  if (host === '' || !allowed.includes(host)) return refused('origin_not_allowed', `${host} is not of ${allowed.join(', ')}`)
  const starts = asArray(policy.startsWith).map(String)
  if (starts.length > 0 && !starts.some((start) => assertionId.startsWith(start))) return refused('origin_not_allowed', `not under ${starts.join(', ')}`)
  return found(true)
}
