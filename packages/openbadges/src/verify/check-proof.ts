import { resolveKey } from '../did/resolve-key.ts'
import { findSuiteOf } from '../proof/cryptosuite.ts'
import { verifyProof } from '../proof/verify-proof.ts'
import { parseDateTimeZ } from '../terms/dates.ts'
import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import { checkJwt } from './check-jwt.ts'
import { type Check, type CheckCode, checkOf, type Finding, found, refused, toCheck } from './report.ts'
import { type Verification, withoutProof } from './verification.ts'

/** More proofs than this on one credential are not tried. */
const MAX_PROOFS = 10
/** Milliseconds by which the clocks of signer and verifier may differ. */
const CLOCK_SKEW = 5 * 60_000

/** Why a JWT may be left aside for a proof embedded in it: nothing is known against it. */
const UNDECIDED: readonly CheckCode[] = ['unavailable', 'key_not_found', 'unsupported_verification_method', 'too_many_documents']

/**
 * Step 2: the proof method is satisfied. Any one valid proof is enough, the JWT around the credential or one
 * embedded in it; a proof of an unknown kind is never taken for a valid one.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#lds-verify
 */
export async function checkProof(verification: Verification): Promise<Check> {
  const { document, jws } = verification
  if (jws) {
    const check = await checkJwt(verification, jws)
    const isUndecided = check.code !== undefined && UNDECIDED.includes(check.code)
    if (!isUndecided || document.proof === undefined) return check
  }
  const proofs = asArray(document.proof).slice(0, MAX_PROOFS)
  if (proofs.length === 0) return toCheck('proof', 'failed', 'no_proof')
  const findings: Finding<true>[] = []
  for (const proof of proofs) {
    const finding = isJsonObject(proof) ? await tryProof(verification, proof) : refused('malformed_proof')
    if (finding.ok) return toCheck('proof', 'passed')
    findings.push(finding)
  }
  const isOutcome = (outcome: string) => (finding: Finding<true>) => !finding.ok && finding.outcome === outcome
  const telling = findings.find(isOutcome('undetermined')) ?? findings.find((finding) => !finding.ok && finding.code !== 'unsupported_proof') ?? findings[0]
  return checkOf('proof', telling ?? refused('no_proof'))
}

async function tryProof(verification: Verification, proof: JsonObject): Promise<Finding<true>> {
  const { document, loader, now, verifiers, form, sha256 } = verification
  if (!findSuiteOf(proof)) return refused('unsupported_proof', `${proof.type} ${proof.cryptosuite ?? ''}`.trim())
  const { verificationMethod: method, proofPurpose, expires } = proof
  if (typeof method !== 'string' || typeof proof.proofValue !== 'string') return refused('malformed_proof')
  if (proof.created !== undefined && parseDateTimeZ(proof.created) === undefined) return refused('malformed_proof', 'created is not a date and time')
  if (proofPurpose !== 'assertionMethod') return refused('proof_purpose', String(proofPurpose))
  const wrong = wrongCircumstance(verification, proof)
  if (wrong) return wrong
  if (expires !== undefined && !((parseDateTimeZ(expires) ?? 0) > now.getTime())) return refused('proof_expired', String(expires))
  const key = await resolveKey(method, loader, now)
  if (!key.ok) return key
  let isValid: boolean
  try {
    isValid = await verifyProof(withoutProof(document), proof, key.value.key, { verifiers, sha256, ...form })
  } catch (error) {
    return refused('proof_invalid', error instanceof Error ? error.message : undefined)
  }
  if (!isValid) return refused('proof_invalid', `not the signature of ${method}`)
  verification.signedBy = key.value
  // No condition of the standard: a badge is asked about for a past day, too.
  const created = parseDateTimeZ(proof.created)
  if (created !== undefined && created > now.getTime() + CLOCK_SKEW) verification.warnings.push({ code: 'proof_made_later', detail: String(proof.created) })
  const madeFor = proof.domain ?? proof.challenge
  const isAsked = verification.domain !== undefined || verification.challenge !== undefined
  if (madeFor !== undefined && !isAsked) verification.warnings.push({ code: 'proof_domain_not_checked', detail: String(madeFor) })
  return found(true)
}

/** What the proof says of itself: for whom it was made, in answer to what. */
function wrongCircumstance({ domain, challenge }: Verification, proof: JsonObject): Finding<true> | undefined {
  if (domain !== undefined && !asArray(proof.domain).includes(domain)) return refused('proof_domain', `made for ${proof.domain ?? 'no domain'}`)
  if (challenge !== undefined && proof.challenge !== challenge) return refused('proof_challenge', `answers ${proof.challenge ?? 'no challenge'}`)
  return undefined
}
