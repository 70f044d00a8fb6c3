import { asArray, isJsonObject } from '../terms/json.ts'
import type { VerifyInside } from './check-endorsements.ts'
import { type Check, toCheck } from './report.ts'
import type { Verification } from './verification.ts'

const MAX_CREDENTIALS = 50
const MAX_DEPTH = 2

/**
 * Of a Comprehensive Learner Record: every credential inside verifies by itself.
 *
 * @see https://www.imsglobal.org/spec/clr/v2p0/#verification
 */
export async function checkCredentials(verification: Verification, verifyInside: VerifyInside): Promise<Check> {
  const subject = verification.document.credentialSubject
  const credentials = isJsonObject(subject) ? asArray(subject.verifiableCredential) : []
  if (credentials.length === 0) return toCheck('credentials', 'skipped')
  if (verification.depth >= MAX_DEPTH || credentials.length > MAX_CREDENTIALS) return toCheck('credentials', 'undetermined', 'nested_too_deeply')
  const found: Check[] = []
  for (const [index, credential] of credentials.entries()) {
    const { outcome, checks } = await verifyInside(credential, verification)
    const cause = checks.find((step) => step.outcome === (outcome === 'undetermined' ? 'undetermined' : 'failed'))
    const detail = `${index}: ${cause?.check} ${cause?.code ?? ''}`.trim()
    if (outcome === 'undetermined') found.push(toCheck('credentials', 'undetermined', cause?.code, detail))
    if (outcome === 'not-verified') found.push(toCheck('credentials', 'failed', 'credential_not_verified', detail))
  }
  return found.find(({ outcome }) => outcome === 'failed') ?? found[0] ?? toCheck('credentials', 'passed')
}
