import { canonicalize, defaultSha256, type Sha256 } from '../proof/canonicalize.ts'
import type { Form } from '../proof/cryptosuite.ts'
import { isJsonObject, type JsonObject } from '../terms/json.ts'
import { matchJson } from './holes.ts'
import { compileTemplate, hashFilled, type Template } from './template.ts'

/** What credentials of one achievement usually differ in. */
const TOP = ['id', 'validFrom', 'validUntil', 'awardedDate', 'issuanceDate', 'expirationDate']
const OF_SUBJECT = ['id', 'narrative', 'activityStartDate', 'activityEndDate']
const OF_IDENTIFIER = ['identityHash', 'salt']
const OF_STATUS = ['id', 'statusListIndex', 'statusListCredential']
const OF_EVIDENCE = ['id', 'name', 'narrative', 'description']

/** Achievements that are kept in mind: the last ones that were met. */
const MAX_ACHIEVEMENTS = 500
/** With and without evidence, with and without an end … */
const MAX_SHAPES = 4

/** The templates of one achievement, how many of its credentials fitted none, and the last of those. */
type Seen = { templates: Template[]; misses: number; last: JsonObject | undefined }
const seen = new Map<string, Seen>()

/**
 * What a proof signs of a document: the hash of its canonical form where its like was seen before, or that form.
 *
 * @throws OpenBadgesError as `canonicalize`
 */
export async function readForm(document: JsonObject, sha256: Sha256 = defaultSha256): Promise<Form> {
  const digest = findSeenHash(document, sha256)
  return digest ? { digest } : { canonical: await canonicalize(document, sha256) }
}

/**
 * The hash of the canonical form of a credential that differs from ones verified before in the usual places only:
 * by its text it is what their template gives, so the template's hash is its hash. `undefined` for any other.
 */
function findSeenHash(document: JsonObject, sha256: Sha256): Uint8Array | undefined {
  const known = seen.get(keyOf(document) ?? '')
  if (!known || known.templates.length === 0) return undefined
  const text = JSON.stringify(document)
  for (const template of known.templates) {
    const values = matchJson(template.json, text)
    if (values?.every((value) => value.isWellFormed())) return hashFilled(template, values, sha256)
  }
  return undefined
}

/**
 * Keeps the shape of a credential whose signature was good. Only achievements that come again are worth a template,
 * and the more shapes one has, the rarer a new one is made.
 */
export async function rememberShape(document: JsonObject): Promise<void> {
  const key = keyOf(document)
  if (key === undefined) return
  const known = seen.get(key) ?? { templates: [], misses: 0, last: undefined }
  seen.delete(key)
  seen.set(key, known)
  if (seen.size > MAX_ACHIEVEMENTS) seen.delete(seen.keys().next().value as string)
  const { last } = known
  known.last = document
  known.misses++
  const isPowerOfTwo = (known.misses & (known.misses - 1)) === 0
  if (last === undefined || !isPowerOfTwo) return
  const template = await compileTemplate(document, holesOf(document, last)).catch(() => undefined)
  if (template) known.templates = [template, ...known.templates].slice(0, MAX_SHAPES)
}

function keyOf({ credentialSubject: subject }: JsonObject): string | undefined {
  const achievement = isJsonObject(subject) ? subject.achievement : undefined
  const id = isJsonObject(achievement) ? achievement.id : undefined
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The usual places in which the two differ, each a hole of its own; all of them where none does. */
function holesOf(document: JsonObject, other: JsonObject): Record<string, string> {
  const all = usualTexts(document)
  const others = new Map(usualTexts(other))
  const different = all.filter(([pointer, text]) => others.get(pointer) !== text)
  return Object.fromEntries((different.length > 0 ? different : all).map(([pointer]) => [pointer, pointer]))
}

function usualTexts(document: JsonObject): [pointer: string, text: string][] {
  const { credentialSubject: subject, credentialStatus: status, evidence } = document
  const identifier = isJsonObject(subject) ? subject.identifier : undefined
  return [
    ...textsOf(document, '', TOP),
    ...textsOf(subject, '/credentialSubject', OF_SUBJECT),
    ...textsOf(identifier, '/credentialSubject/identifier', OF_IDENTIFIER),
    ...textsOf(status, '/credentialStatus', OF_STATUS),
    ...textsOf(evidence, '/evidence', OF_EVIDENCE),
  ]
}

function textsOf(value: unknown, pointer: string, names: readonly string[]): [pointer: string, text: string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${pointer}/${index}`, names))
  if (!isJsonObject(value)) return []
  return names.flatMap((name) => {
    const text = value[name]
    return typeof text === 'string' ? [[`${pointer}/${name}`, text]] : []
  })
}
