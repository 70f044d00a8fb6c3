import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { readDocument } from './read-document.ts'
import { type Check, toCheck, type VerificationReport } from './report.ts'
import type { Verification } from './verification.ts'

const MAX_ENDORSEMENTS = 20
const MAX_DEPTH = 3

/** How a credential inside another one is verified: `verifyCredential` itself, one level deeper. */
export type VerifyInside = (document: JsonValue, around: Verification) => Promise<VerificationReport>

type Endorsed = { endorsement: JsonValue; about: JsonValue[] }

/** The endorsements of the credential are of anything in it; those of its issuer, achievement and creator only of themselves. */
function listEndorsements(document: JsonObject): Endorsed[] {
  const subject = document.credentialSubject
  const achievement = isJsonObject(subject) ? subject.achievement : undefined
  const creator = isJsonObject(achievement) ? achievement.creator : undefined
  const parts = [document.issuer, achievement, creator].filter(isJsonObject)
  const idsOf = (nodes: JsonObject[]) => nodes.map(({ id }) => id).filter((id) => id !== undefined)
  const of = (node: JsonObject, about: JsonValue[]) => [...asArray(node.endorsement), ...asArray(node.endorsementJwt)].map((endorsement) => ({ endorsement, about }))
  const references = [document.issuer, creator, isJsonObject(achievement) ? achievement.creator : undefined].filter((id) => typeof id === 'string')
  return [...of(document, [...idsOf([document, ...parts]), ...references]), ...parts.flatMap((part) => of(part, idsOf([part])))]
}

/**
 * Step 6: every endorsement in the credential verifies, and is about the thing that carries it.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#endorsement-verification
 */
export async function checkEndorsements(verification: Verification, verifyInside: VerifyInside): Promise<Check> {
  const endorsements = listEndorsements(verification.document)
  if (endorsements.length === 0) return toCheck('endorsements', 'skipped')
  if (verification.depth >= MAX_DEPTH || endorsements.length > MAX_ENDORSEMENTS) return toCheck('endorsements', 'undetermined', 'nested_too_deeply')
  const checks: Check[] = []
  for (const { endorsement, about } of endorsements) {
    const subject = subjectOf(endorsement)
    if (subject === undefined || !about.includes(subject)) {
      checks.push(toCheck('endorsements', 'failed', 'endorsement_not_verified', `an endorsement of ${subject}, not of ${about.join(' or ')}`))
      continue
    }
    const { outcome, checks: steps } = await verifyInside(endorsement, verification)
    const cause = steps.find((step) => step.outcome === (outcome === 'undetermined' ? 'undetermined' : 'failed'))
    const detail = `of ${subject}: ${cause?.check} ${cause?.code ?? ''}`.trim()
    if (outcome === 'undetermined') checks.push(toCheck('endorsements', 'undetermined', cause?.code, detail))
    if (outcome === 'not-verified') checks.push(toCheck('endorsements', 'failed', 'endorsement_not_verified', detail))
  }
  const worst = checks.find(({ outcome }) => outcome === 'failed') ?? checks[0]
  return worst ?? toCheck('endorsements', 'passed')
}

function subjectOf(endorsement: JsonValue): JsonValue | undefined {
  try {
    if (!isJsonObject(endorsement) && typeof endorsement !== 'string') return undefined
    const read = readDocument(endorsement)
    const subject = read.kind === 'address' ? undefined : read.document.credentialSubject
    return isJsonObject(subject) ? subject.id : undefined
  } catch {
    return undefined
  }
}
