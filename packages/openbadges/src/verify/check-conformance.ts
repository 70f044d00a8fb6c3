import type { z } from 'zod'
import { CREDENTIALS_V1, CREDENTIALS_V2, isOpenBadges3Context } from '../contexts/urls.ts'
import { OpenBadgesError } from '../errors.ts'
import { canonicalize } from '../proof/canonicalize.ts'
import { findSuiteOf } from '../proof/cryptosuite.ts'
import { readForm } from '../template/seen.ts'
import { ClrCredential } from '../terms/clr.ts'
import { AchievementCredential, AchievementCredential1, EndorsementCredential, EndorsementCredential1 } from '../terms/credential.ts'
import { asArray, isJsonObject, type JsonObject, typesOf } from '../terms/json.ts'
import { checkSchemas } from './check-schemas.ts'
import { type Check, type CheckCode, toCheck } from './report.ts'
import { type Verification, withoutProof } from './verification.ts'

/**
 * Step 1: the credential conforms to the specification, and every word of it has the meaning of a known context.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification
 */
export async function checkConformance(verification: Verification): Promise<Check> {
  const { document, warnings } = verification
  const fail = (code: CheckCode, detail?: string) => toCheck('conformance', 'failed', code, detail)
  const schema = schemaFor(document)
  if (!schema) return fail('not_open_badge', `type ${typesOf(document).join(', ') || 'missing'}`)
  const wrongContext = contextProblem(document)
  if (wrongContext) return fail('wrong_context', wrongContext)
  const parsed = schema.safeParse(document)
  if (!parsed.success) {
    return fail(
      'invalid_terms',
      parsed.error.issues
        .slice(0, 10)
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    )
  }
  const subject = document.credentialSubject
  if (!isJsonObject(subject) || (subject.id === undefined && asArray(subject.identifier).length === 0)) return fail('subject_not_identified')
  try {
    verification.form = await readForm(withoutProof(document), verification.sha256)
    for (const proof of asArray(document.proof)) await assertDefined(document, proof)
  } catch (error) {
    return fail(codeOf(error), error instanceof Error ? error.message : undefined)
  }
  if (asArray(document['@context'])[0] === CREDENTIALS_V1) warnings.push({ code: 'legacy_data_model', detail: 'VC Data Model 1.1' })
  return checkSchemas(verification)
}

/**
 * A proof of an undefined type would be dropped silently by one reader and trusted by another. Those of known suites
 * are read word by word when their signature is checked.
 */
async function assertDefined(document: JsonObject, proof: unknown): Promise<void> {
  if (!isJsonObject(proof)) throw new OpenBadgesError('undefined_term', 'a proof that is not an object')
  if (findSuiteOf(proof)) return
  await canonicalize({ '@context': document['@context'], ...proof })
}

/** The check's code for what canonicalization refused. */
export function codeOf(error: unknown): CheckCode {
  const code = error instanceof OpenBadgesError ? error.code : undefined
  const known = ['unknown_context', 'inline_context', 'undefined_term', 'unsafe_json'] as const
  return known.find((candidate) => candidate === code) ?? 'canonicalization_failed'
}

/** The terms that a document of those types has to conform to; `undefined` when it is no Open Badge. */
export function schemaFor(document: JsonObject): z.ZodType | undefined {
  const types = typesOf(document)
  const isVersion1 = asArray(document['@context'])[0] === CREDENTIALS_V1
  if (types.includes('ClrCredential')) return ClrCredential
  if (types.includes('EndorsementCredential')) return isVersion1 ? EndorsementCredential1 : EndorsementCredential
  if (types.includes('AchievementCredential') || types.includes('OpenBadgeCredential')) return isVersion1 ? AchievementCredential1 : AchievementCredential
  return undefined
}

/** VC's context first, then Open Badges' (of a CLR: both its own and Open Badges', in any order). */
export function contextProblem(document: JsonObject): string | undefined {
  const [first, ...others] = asArray(document['@context'])
  if (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1) return 'the first @context is not of Verifiable Credentials'
  if (typesOf(document).includes('ClrCredential')) {
    return others.some((url) => String(url).startsWith('https://purl.imsglobal.org/spec/clr/v2p0/')) ? undefined : 'no @context of CLR 2.0'
  }
  return isOpenBadges3Context(others[0]) ? undefined : 'the second @context is not of Open Badges 3.0'
}
