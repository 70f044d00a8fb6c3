import type { JsonObject } from '../terms/json.ts'
import { type Check, checkOf, type Finding, found, outcomeOf, refused, toCheck, type VerificationReport } from '../verify/report.ts'
import { checkHostedContext } from './check-context.ts'
import { checkEndorsements2 } from './check-endorsements.ts'
import { checkOrigin, loadHosted } from './check-hosted.ts'
import { checkRevoked } from './check-revoked.ts'
import { checkSigned } from './check-signed.ts'
import { checkValidity2 } from './dates.ts'
import { type IssuerPart, isSameAddress, loadIssuer } from './load-parts.ts'
import { Endorsement } from './terms.ts'
import type { Verification2 } from './verify-version-2.ts'

/**
 * Verifies an endorsement of Open Badges 2.0 as an assertion is verified: hosted at its address, or signed by a key of
 * its issuer. Whom it endorses is asked by what carries it.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#endorsement
 */
export async function verifyEndorsement2(verification: Verification2): Promise<VerificationReport> {
  const { document, jws, loader, now, warnings } = verification
  const given: Finding<JsonObject> = jws ? found(document) : await loadOwn(verification)
  const endorsement = given.ok ? given.value : document
  const issuer = await loadIssuer(endorsement.issuer, loader, warnings)
  const ids = issuer.ok ? [issuer.value.issuer.id ?? '', issuer.value.issuerUrl] : []
  const endorsed = [{ node: endorsement, about: [endorsement.id ?? '', ...ids] }, ...(issuer.ok ? [{ node: issuer.value.issuer, about: ids }] : [])]
  const checks: Check[] = [
    endorsement.revoked === true ? toCheck('conformance', 'passed') : checkTerms(document, endorsement, issuer),
    checkOf('proof', jws ? await checkSignature(endorsement, issuer, verification) : given),
    issuer.ok && !jws ? checkOf('issuer', checkOrigin(String(endorsement.id), issuer.value)) : toCheck('issuer', issuer.ok ? 'passed' : 'skipped'),
    toCheck('refresh', 'skipped'),
    !given.ok && given.code === 'gone'
      ? toCheck('status', 'failed', 'revoked', given.detail)
      : await checkRevoked(endorsement, undefined, issuer.ok ? issuer.value.issuer : undefined, loader),
    checkValidity2(endorsement, now),
    toCheck('recipient', 'skipped'),
    await checkEndorsements2(endorsed, verification, verifyEndorsement2),
  ]
  return { outcome: outcomeOf(checks), version: '2.0', checks, warnings, credential: endorsement }
}

/** The endorsement as its own id has it. */
async function loadOwn({ document, address, loader }: Verification2): Promise<Finding<JsonObject>> {
  const { id } = document
  if (address !== undefined && !isSameAddress(String(id), address)) return refused('hosted_differs', `${address} says that it is ${id}`)
  return loadHosted(document, '2.0', loader)
}

function checkTerms(document: JsonObject, endorsement: JsonObject, issuer: Finding<IssuerPart>): Check {
  const wrong = checkHostedContext(document)
  if (wrong) return toCheck('conformance', 'failed', 'wrong_context', wrong)
  const parsed = Endorsement.safeParse(endorsement)
  if (parsed.success) return checkOf('conformance', issuer)
  const details = parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join('.')}: ${message}`)
  return toCheck('conformance', 'failed', 'invalid_terms', details.join('; '))
}

async function checkSignature(endorsement: JsonObject, issuer: Finding<IssuerPart>, { jws, loader, verifiers }: Verification2): Promise<Finding<true>> {
  if (!issuer.ok) return issuer
  return jws ? checkSigned(endorsement, jws, issuer.value, loader, verifiers) : refused('no_proof')
}
