import type { z } from 'zod'
import { OpenBadgesError } from '../errors.ts'
import { canonicalize } from '../proof/canonicalize.ts'
import { asArray, isJsonObject, type JsonObject, typesOf } from '../terms/json.ts'
import { Assertion, BadgeClass, Endorsement, Issuer } from '../v2/terms.ts'
import { upgradeToVersion2 } from '../v2/upgrade.ts'
import { codeOf, contextProblem, schemaFor } from './check-conformance.ts'
import { detectVersion } from './detect-version.ts'
import type { CheckCode, OpenBadgesVersion } from './report.ts'
import { withoutProof } from './verification.ts'

/** One thing that does not conform: where (`credentialSubject.achievement.name`; empty for the whole), and why. */
export type ConformanceProblem = { path: string; code: CheckCode; message: string }

/**
 * Every way in which a document does not conform to the specification of its version; empty when it does.
 * Nothing is loaded and nothing is verified: a document without any proof can conform. Of 2.0 a badge class, an issuer's
 * profile and an endorsement can be asked about too. Never throws for a document that is JSON.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 *
 * @example
 * await findProblems(credential) // [{ path: 'credentialSubject.achievement.name', code: 'invalid_terms', message: '…' }]
 */
export async function findProblems(credential: object): Promise<ConformanceProblem[]> {
  const document = credential as JsonObject
  const version = detectVersion(document)
  const isVersion3 = version === '3.0' || version === 'clr2.0' || version === 'unknown'
  if (!isVersion3) return version2Problems(document, version)
  const schema = schemaFor(document)
  if (!schema) return [{ path: 'type', code: 'not_open_badge', message: 'not a type of Open Badges' }]
  const problems = termProblems(schema, document)
  const context = contextProblem(document)
  if (context) problems.push({ path: '@context', code: 'wrong_context', message: context })
  const subject = document.credentialSubject
  if (isJsonObject(subject) && subject.id === undefined && asArray(subject.identifier).length === 0) {
    problems.push({ path: 'credentialSubject', code: 'subject_not_identified', message: 'needs an id or an identifier' })
  }
  try {
    await canonicalize(withoutProof(document))
  } catch (error) {
    problems.push({ path: '', code: codeOf(error), message: error instanceof OpenBadgesError ? error.message : String(error) })
  }
  return problems
}

/** Of 2.0 not only assertions can be asked about, but the parts that they refer to as well. */
const PARTS2 = { BadgeClass, Issuer, Profile: Issuer, Endorsement } as const

function version2Problems(document: JsonObject, version: OpenBadgesVersion): ConformanceProblem[] {
  const part = Object.entries(PARTS2).find(([type]) => typesOf(document).includes(type))
  if (part && version === '2.0') return termProblems(part[1], document)
  return termProblems(Assertion, upgradeToVersion2(document, version, typeof document.id === 'string' ? document.id : undefined))
}

function termProblems(schema: z.ZodType, document: JsonObject): ConformanceProblem[] {
  const parsed = schema.safeParse(document)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: 'invalid_terms', message }))
}
