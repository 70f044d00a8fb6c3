import { publicKeyFromJwk } from '../did/jwk.ts'
import { type ResolvedKey, resolveKey } from '../did/resolve-key.ts'
import { type Jws, keyTypeOfJws, verifyJws } from '../proof/jws.ts'
import { parseDateTimeZ } from '../terms/dates.ts'
import { asArray, isJsonObject, type JsonValue } from '../terms/json.ts'
import { type Check, type Finding, found, refused, toCheck } from './report.ts'
import { issuerIdOf, type Verification } from './verification.ts'

/** The types that the header may name; any other is a token made for something else. */
const TYPES = [undefined, 'JWT', 'jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt', 'application/vc+jwt']

/**
 * The VC-JWT around the credential: an accepted algorithm, the signature, claims that say what the credential says.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#jwt-verify
 */
export async function checkJwt(verification: Verification, jws: Jws): Promise<Check> {
  const finding = await tryJwt(verification, jws)
  if (!finding.ok) return toCheck('proof', finding.outcome, finding.code, finding.detail)
  verification.signedBy = finding.value
  return toCheck('proof', 'passed')
}

async function tryJwt(verification: Verification, jws: Jws): Promise<Finding<ResolvedKey>> {
  if (keyTypeOfJws(jws.header) === undefined) return refused('jwt_algorithm', String(jws.header.alg))
  if (!TYPES.includes(jws.header.typ as string | undefined)) return refused('malformed_jwt', `typ ${jws.header.typ}`)
  const key = await keyOf(verification, jws)
  if (!key.ok) return key
  if (keyTypeOfJws(jws.header) !== key.value.key.type) return refused('jwt_algorithm', `${jws.header.alg} with a key of type ${key.value.key.type}`)
  if (!(await verifyJws(jws, key.value.key, verification.verifiers))) return refused('proof_invalid', 'not the signature of the key')
  const wrong = wrongClaim(verification, jws)
  if (wrong) return refused('jwt_claims', wrong)
  return wrongAudience(verification, jws) ?? key
}

/** For whom it was made (`aud`) and what it answers (`nonce`), when that was asked; else a warning. */
function wrongAudience({ domain, challenge, warnings }: Verification, { payload }: Jws): Finding<never> | undefined {
  const { aud, nonce } = payload
  if (domain !== undefined && !asArray(aud).includes(domain)) return refused('proof_domain', `made for ${aud ?? 'nobody'}`)
  if (challenge !== undefined && nonce !== challenge) return refused('proof_challenge', `answers ${nonce ?? 'no challenge'}`)
  const madeFor = aud ?? nonce
  if (madeFor !== undefined && domain === undefined && challenge === undefined) warnings.push({ code: 'proof_domain_not_checked', detail: String(madeFor) })
  return undefined
}

/** `kid` is looked up; a key inside the header is only a claim, which step "issuer" compares with what the issuer publishes. */
async function keyOf(verification: Verification, jws: Jws): Promise<Finding<ResolvedKey>> {
  const { kid, jwk } = jws.header
  const { loader, now } = verification
  if (typeof kid === 'string' && /^(?:did|https?):/.test(kid)) return resolveKey(kid, loader, now)
  if (isJsonObject(jwk)) {
    try {
      return found({ key: publicKeyFromJwk(jwk), method: undefined, controller: undefined })
    } catch {
      return refused('invalid_key', 'jwk in the header')
    }
  }
  if (typeof kid === 'string') return resolveKey(`${issuerIdOf(verification.document)}#${kid.replace(/^#/, '')}`, loader, now)
  return refused('key_not_found', 'the header names no key')
}

/** The first registered claim that contradicts the credential. A missing `sub` is common, hence only a warning. */
function wrongClaim({ document, warnings, now }: Verification, { payload }: Jws): string | undefined {
  const subject = document.credentialSubject
  const subjectId = isJsonObject(subject) ? subject.id : undefined
  if (payload.iss !== issuerIdOf(document)) return 'iss is not the issuer'
  if (payload.jti !== undefined && payload.jti !== document.id) return 'jti is not the id'
  if (payload.sub === undefined && subjectId !== undefined) warnings.push({ code: 'jwt_without_sub' })
  if (payload.sub !== undefined && payload.sub !== subjectId) return 'sub is not the subject'
  if (!sameInstant(payload.nbf, document.validFrom ?? document.issuanceDate)) return 'nbf is not validFrom'
  if (!sameInstant(payload.exp, document.validUntil ?? document.expirationDate)) return 'exp is not validUntil'
  if (typeof payload.exp === 'number' && document.validUntil === undefined && payload.exp * 1000 < now.getTime()) return 'exp has passed'
  return undefined
}

/** A claim in seconds and a date of the credential: the same, or one of them absent. */
function sameInstant(claim: JsonValue | undefined, date: JsonValue | undefined): boolean {
  if (claim === undefined) return true
  if (typeof claim !== 'number') return false
  const instant = parseDateTimeZ(date)
  return date === undefined || (instant !== undefined && Math.floor(instant / 1000) === Math.floor(claim))
}
