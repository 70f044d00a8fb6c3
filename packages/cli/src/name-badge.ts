import type { Inspection, JsonObject, JsonValue } from '@boat/openbadges'

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text, or of texts by language the first. */
function textOf(value: JsonValue | undefined): string | undefined {
  const text = isObject(value) ? Object.values(value)[0] : value
  return typeof text === 'string' ? text : undefined
}

/** What a badge and its issuer are called, before 3.0 too, where both are in the badge class or only their addresses are known. */
export function nameBadge({ name, issuer, credential }: Inspection): [string, string | undefined][] {
  const badge = credential?.badge
  const subject = isObject(credential?.credentialSubject) ? credential.credentialSubject : {}
  const achievement = isObject(subject.achievement) ? subject.achievement : {}
  const profile = isObject(badge) ? badge.issuer : undefined
  const called = name ?? textOf(achievement.name) ?? (isObject(badge) ? textOf(badge.name) : textOf(badge))
  const issuerName = issuer?.name ?? (isObject(profile) ? textOf(profile.name) : undefined)
  const issuerId = issuer?.id ?? (isObject(profile) ? textOf(profile.id) : textOf(profile))
  return [
    ['Badge', called],
    ['Issuer', issuerName ?? issuerId],
    ['', issuerName === undefined ? undefined : issuerId],
  ]
}
