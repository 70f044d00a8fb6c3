import { isCompactJws } from '../proof/jws.ts'
import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { loadJson } from '../verify/load-document.ts'
import { readDocument } from '../verify/read-document.ts'
import { type Check, type Finding, found, refused, toCheck, type VerificationReport } from '../verify/report.ts'
import type { Verification2 } from './verify-version-2.ts'

const MAX_ENDORSEMENTS = 20
const MAX_DEPTH = 3

/** Something that may be endorsed, and the ids that its endorsements may be about. */
export type Endorsed = { node: JsonObject; about: JsonValue[] }
/** How an endorsement is verified: `verifyEndorsement2` itself, one level deeper. */
export type VerifyEndorsement = (verification: Verification2) => Promise<VerificationReport>

/**
 * Every endorsement of the assertion, its badge class and its issuer verifies, and is about what carries it. Each is the
 * address of an endorsement, an endorsement, or a JWS; what cannot be loaded leaves the question open.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#endorsement
 */
export async function checkEndorsements2(endorsed: Endorsed[], verification: Verification2, verifyEndorsement: VerifyEndorsement): Promise<Check> {
  const endorsements = endorsed.flatMap(({ node, about }) => asArray(node.endorsement).map((endorsement) => ({ endorsement, about })))
  if (endorsements.length === 0) return toCheck('endorsements', 'skipped')
  if (verification.depth >= MAX_DEPTH || endorsements.length > MAX_ENDORSEMENTS) return toCheck('endorsements', 'undetermined', 'nested_too_deeply')
  const checks: Check[] = []
  for (const { endorsement, about } of endorsements) checks.push(await checkEndorsement(endorsement, about, verification, verifyEndorsement))
  const worst = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'undetermined')
  return worst ?? toCheck('endorsements', 'passed')
}

async function checkEndorsement(endorsement: JsonValue, about: JsonValue[], verification: Verification2, verifyEndorsement: VerifyEndorsement): Promise<Check> {
  const inside = await readEndorsement(endorsement, verification)
  if (!inside.ok) {
    return inside.outcome === 'undetermined'
      ? toCheck('endorsements', 'undetermined', inside.code, inside.detail)
      : toCheck('endorsements', 'failed', 'endorsement_not_verified', inside.detail)
  }
  const report = await verifyEndorsement(inside.value)
  const claim = report.credential?.claim
  const subject = isJsonObject(claim) ? claim.id : undefined
  const name = `${report.credential?.id ?? 'an endorsement'}`
  const { outcome } = report
  const cause = report.checks.find((step) => step.outcome === (outcome === 'undetermined' ? 'undetermined' : 'failed'))
  if (outcome === 'undetermined') return toCheck('endorsements', 'undetermined', cause?.code, `${name}: ${cause?.check} ${cause?.code}`)
  if (outcome === 'not-verified') return toCheck('endorsements', 'failed', 'endorsement_not_verified', `${name}: ${cause?.check} ${cause?.code}`)
  if (subject === undefined || !about.includes(subject)) {
    return toCheck('endorsements', 'failed', 'endorsement_not_verified', `an endorsement of ${subject}, not of ${about.join(' or ')}`)
  }
  return toCheck('endorsements', 'passed')
}

/** The endorsement as it is given or found, one level deeper. Nothing of it is believed yet. */
async function readEndorsement(endorsement: JsonValue, { loader, now, verifiers, sha256, depth }: Verification2): Promise<Finding<Verification2>> {
  const shared = { loader, now, verifiers, sha256, recipient: undefined, domain: undefined, challenge: undefined, depth: depth + 1, warnings: [], address: undefined }
  if (isJsonObject(endorsement)) return found({ ...shared, document: endorsement, jws: undefined })
  if (typeof endorsement !== 'string') return refused('invalid_terms', 'an endorsement that is neither an address nor an object')
  if (isCompactJws(endorsement)) {
    try {
      const { document, jws } = readDocument(endorsement) as { document: JsonObject; jws: Verification2['jws'] }
      return found({ ...shared, document, jws })
    } catch {
      return refused('malformed_jwt', 'an endorsement that is not a JWS')
    }
  }
  const loaded = await loadJson(loader, endorsement)
  if (loaded.ok) return found({ ...shared, document: loaded.value, jws: undefined, address: endorsement })
  return loaded.code === 'gone' || loaded.code === 'unreadable' ? loaded : { ...loaded, outcome: 'undetermined' }
}
