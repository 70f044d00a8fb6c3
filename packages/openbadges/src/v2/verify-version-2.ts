import type { Jws } from '../proof/jws.ts'
import { matchesHash } from '../terms/identity.ts'
import { asArray, isJsonObject, type JsonObject, typesOf } from '../terms/json.ts'
import { detectVersion } from '../verify/detect-version.ts'
import type { Loader } from '../verify/load-document.ts'
import { type Check, checkOf, type Finding, outcomeOf, toCheck, type VerificationReport } from '../verify/report.ts'
import type { Verification } from '../verify/verification.ts'
import { checkHostedContext } from './check-context.ts'
import { checkEndorsements2, type Endorsed } from './check-endorsements.ts'
import { checkExtensions } from './check-extensions.ts'
import { checkOrigin, loadHosted } from './check-hosted.ts'
import { checkRevoked } from './check-revoked.ts'
import { checkSigned } from './check-signed.ts'
import { checkValidity2 } from './dates.ts'
import { loadParts, type Parts } from './load-parts.ts'
import { Assertion } from './terms.ts'
import { upgradeToVersion2 } from './upgrade.ts'
import { verifyEndorsement2 } from './verify-endorsement-2.ts'

/** An assertion to verify, with the address where it was found when it came from one. */
export type Verification2 = Verification & { jws: Jws | undefined; address: string | undefined }

/**
 * Verifies an assertion of Open Badges 2.0 or before: hosted at its address, or signed by a key of its issuer.
 * The same steps as 3.0, in the same order.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#badge-verification
 */
export async function verifyVersion2(verification: Verification2): Promise<VerificationReport> {
  const { document, jws, loader, now, address, warnings } = verification
  if (typesOf(document).includes('Endorsement')) return verifyEndorsement2(verification)
  const version = detectVersion(document)
  const given = upgradeToVersion2(document, version, address)
  const isSigned = jws !== undefined
  const hosted: Finding<JsonObject> = isSigned ? { ok: true, value: given } : await loadHosted(given, version, loader)
  const assertion = hosted.ok && !isSigned ? hosted.value : given
  const parts = await loadParts(assertion.badge, version, loader, warnings)
  const checks: Check[] = [
    assertion.revoked === true ? toCheck('conformance', 'passed') : await checkConformance2(document, assertion, parts, loader),
    await checkProof2(hosted, assertion, parts, verification),
    parts.ok && !isSigned ? checkOf('issuer', checkOrigin(String(assertion.id), parts.value)) : toCheck('issuer', parts.ok ? 'passed' : 'skipped'),
    toCheck('refresh', 'skipped'),
    !hosted.ok && hosted.code === 'gone'
      ? toCheck('status', 'failed', 'revoked', hosted.detail)
      : await checkRevoked(assertion, document.uid, parts.ok ? parts.value.issuer : undefined, loader),
    checkValidity2(assertion, now),
    checkRecipient2(assertion, verification),
    await checkEndorsements2(listEndorsed(assertion, parts), verification, verifyEndorsement2),
  ]
  const credential = parts.ok ? { ...assertion, badge: { ...parts.value.badgeClass, issuer: parts.value.issuer } } : assertion
  return { outcome: outcomeOf(checks), version, checks, warnings, credential }
}

async function checkConformance2(document: JsonObject, assertion: JsonObject, parts: Finding<Parts>, loader: Loader): Promise<Check> {
  const wrong = checkHostedContext(document)
  if (wrong) return toCheck('conformance', 'failed', 'wrong_context', wrong)
  const parsed = Assertion.safeParse(assertion)
  if (!parsed.success) {
    const details = parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join('.')}: ${message}`)
    return toCheck('conformance', 'failed', 'invalid_terms', details.join('; '))
  }
  return parts.ok ? checkExtensions([assertion, parts.value.badgeClass, parts.value.issuer], loader) : checkOf('conformance', parts)
}

/** The endorsements of the assertion are of anything in it; those of its badge class and its issuer only of themselves. */
function listEndorsed(assertion: JsonObject, parts: Finding<Parts>): Endorsed[] {
  if (!parts.ok) return [{ node: assertion, about: [assertion.id ?? ''] }]
  const { badgeClass, issuer, issuerUrl } = parts.value
  const [badge, ofIssuer] = [[badgeClass.id ?? ''], [issuer.id ?? '', issuerUrl]]
  return [
    { node: assertion, about: [assertion.id ?? '', ...badge, ...ofIssuer] },
    { node: badgeClass, about: badge },
    { node: issuer, about: ofIssuer },
  ]
}

async function checkProof2(hosted: Finding<JsonObject>, assertion: JsonObject, parts: Finding<Parts>, verification: Verification2): Promise<Check> {
  const { jws, loader, verifiers } = verification
  if (!jws) return checkOf('proof', hosted)
  if (!parts.ok) return toCheck('proof', parts.outcome === 'undetermined' ? 'undetermined' : 'failed', parts.code, parts.detail)
  return checkOf('proof', await checkSigned(assertion, jws, parts.value, loader, verifiers))
}

function checkRecipient2(assertion: JsonObject, { recipient }: Verification2): Check {
  if (recipient === undefined) return toCheck('recipient', 'skipped')
  const value = typeof recipient === 'string' ? recipient : recipient.value
  const matches = asArray(assertion.recipient)
    .filter(isJsonObject)
    .some(({ identity, hashed, salt }) => {
      if (typeof identity !== 'string') return false
      const values = [value, value.trim(), value.trim().toLowerCase()]
      return hashed === true
        ? values.some((known) => matchesHash(identity, known, typeof salt === 'string' ? salt : ''))
        : identity.trim().toLowerCase() === value.trim().toLowerCase()
    })
  return matches ? toCheck('recipient', 'passed') : toCheck('recipient', 'failed', 'recipient_mismatch')
}
