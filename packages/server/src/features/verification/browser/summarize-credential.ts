// What a person needs to see of a badge, in any version: its name, who issued it, when, for whom. Never more than the document says.
import { fromAssertion, type JsonObject, type JsonValue, type VerificationReport } from '@boat/openbadges'

export type Summary = {
  name: string | null
  description: string | null
  /** `host`: the site that the issuer's identity rests on; null when it rests on a bare key. */
  issuer: { name: string | null; host: string | null }
  /** Who defined the badge, when it is not who issued it. */
  author: string | null
  /** The level that was reached, of a badge that has several. */
  level: { name: string; description: string | null } | null
  issuedOn: string | null
  validUntil: string | null
  recipient: { kind: 'clear'; value: string } | { kind: 'hashed' | 'id' | 'unknown' }
  /** Where the signed document says that its picture is: an address or data. */
  image: string | null
  /** How many badges a learner record holds; null for a badge. */
  inside: number | null
}

export function summarizeCredential({ credential, version }: Pick<VerificationReport, 'credential' | 'version'>): Summary | null {
  if (!credential) return null
  const shown = /^[012]\./.test(version) ? fromAssertion(credential) : credential
  const subject = first(shown.credentialSubject)
  const achievement = first(subject?.achievement)
  const issuer = first(shown.issuer)
  return {
    name: text(achievement?.name, 200) ?? text(shown.name, 200),
    description: text(achievement?.description, 2000) ?? text(shown.description, 2000),
    issuer: { name: text(issuer?.name, 200), host: hostOf(text(issuer?.id ?? shown.issuer, 2000)) },
    author: authorOf(achievement, issuer),
    level: levelOf(subject, achievement),
    issuedOn: date(shown.awardedDate ?? shown.validFrom ?? shown.issuanceDate),
    validUntil: date(shown.validUntil ?? shown.expirationDate),
    recipient: recipientOf(subject),
    image: text(first(achievement?.image)?.id ?? achievement?.image ?? first(shown.image)?.id, 600_000),
    inside: version === 'clr2.0' ? list(subject?.verifiableCredential).length : null,
  }
}

function authorOf(achievement: JsonObject | undefined, issuer: JsonObject | undefined): string | null {
  const creator = first(achievement?.creator)
  return creator && creator.id !== issuer?.id ? text(creator.name, 200) : null
}

/** A result points at one of the levels that the achievement describes. */
function levelOf(subject: JsonObject | undefined, achievement: JsonObject | undefined): Summary['level'] {
  const achieved = list(subject?.result)
    .filter(isObject)
    .map(({ achievedLevel }) => achievedLevel)
  const levels = list(achievement?.resultDescription)
    .filter(isObject)
    .flatMap(({ rubricCriterionLevel }) => list(rubricCriterionLevel).filter(isObject))
  const level = levels.find(({ id }) => id !== undefined && achieved.includes(id))
  const name = text(level?.name, 200)
  return name === null ? null : { name, description: text(level?.description, 1000) }
}

function recipientOf(subject: JsonObject | undefined): Summary['recipient'] {
  const identities = list(subject?.identifier).filter(isObject)
  const clear = identities.find(({ hashed }) => hashed !== true)
  const value = clear && text(clear.identityHash, 200)
  if (value) return { kind: 'clear', value }
  if (identities.length > 0) return { kind: 'hashed' }
  const id = text(subject?.id, 400)
  if (id?.startsWith('mailto:')) return { kind: 'clear', value: id.slice('mailto:'.length) }
  return { kind: id ? 'id' : 'unknown' }
}

/** The site of an https address or of a did:web. */
function hostOf(id: string | null): string | null {
  if (id?.startsWith('did:web:')) return id.split(':')[2]!.replace(/%3a/i, ':').toLowerCase()
  return id && /^https?:/.test(id) && URL.canParse(id) ? new URL(id).host : null
}

const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const first = (value: JsonValue | undefined): JsonObject | undefined => list(value).find(isObject)

function text(value: JsonValue | undefined, most: number): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  return value.length > most ? `${value.slice(0, most)}…` : value.trim()
}

function date(value: JsonValue | undefined): string | null {
  const parsed = typeof value === 'string' ? new Date(value) : undefined
  return parsed && !Number.isNaN(parsed.getTime()) ? parsed.toISOString() : null
}
