import { OPEN_BADGES_V2 } from '../contexts/urls.ts'
import { OpenBadgesError } from '../errors.ts'
import type { Achievement } from '../terms/achievement.ts'
import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'

/** Where the three objects are published. */
export type AssertionAddresses = {
  assertion: string
  badgeClass: string
  issuer: string
  /** The baked image of this assertion. */
  image?: string
}

/**
 * A 3.0 credential as Open Badges 2.0 has it, for platforms that know no other: three objects to host at the
 * addresses given, `verification.type` being `hosted`.
 *
 * Not carried over: results, status entries, endorsements; a recipient known by a DID only has the type `url`.
 *
 * @throws OpenBadgesError `invalid_credential` when the recipient or a member that 2.0 needs is missing
 * @see https://www.imsglobal.org/spec/ob/v2p0/#assertion
 * @example
 * const { assertion, badgeClass, issuer } = toAssertion(signed, { assertion: `${base}/v2/assertions/1`, … })
 */
export function toAssertion(credential: object, addresses: AssertionAddresses): { assertion: JsonObject; badgeClass: JsonObject; issuer: JsonObject } {
  const document = credential as JsonObject
  const subject = document.credentialSubject
  const achievement = isJsonObject(subject) ? subject.achievement : undefined
  if (!isJsonObject(subject) || !isJsonObject(achievement)) throw new OpenBadgesError('invalid_credential', 'not an AchievementCredential')
  const evidence = asArray(document.evidence).filter(isJsonObject)
  const assertion = {
    '@context': OPEN_BADGES_V2,
    type: 'Assertion',
    id: addresses.assertion,
    recipient: recipientOf(subject),
    badge: addresses.badgeClass,
    verification: { type: 'hosted' },
    issuedOn: document.awardedDate ?? document.validFrom ?? document.issuanceDate,
    expires: document.validUntil ?? document.expirationDate,
    image: addresses.image,
    narrative: subject.narrative,
    evidence:
      evidence.length > 0 ? evidence.map(({ id, name, narrative, description, genre, audience }) => clean({ id, name, narrative, description, genre, audience })) : undefined,
    related: typeof document.id === 'string' ? [{ id: document.id, version: 'Open Badges v3p0' }] : undefined,
  }
  return { assertion: clean(assertion), badgeClass: toBadgeClass(achievement as Achievement & JsonObject, addresses), issuer: toIssuer(document.issuer, addresses.issuer) }
}

/** Members that are not there are not written. */
function clean(object: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as JsonObject
}

function recipientOf(subject: JsonObject): JsonObject {
  const identities = asArray(subject.identifier).filter(isJsonObject)
  const email = identities.find(({ identityType }) => identityType === 'emailAddress')
  if (email) return clean({ type: 'email', hashed: email.hashed, identity: email.identityHash, salt: email.salt })
  const { id } = subject
  if (typeof id !== 'string') throw new OpenBadgesError('invalid_credential', 'no recipient that Open Badges 2.0 can express')
  return id.startsWith('mailto:') ? { type: 'email', hashed: false, identity: id.slice(7) } : { type: 'url', hashed: false, identity: id }
}

function imageOf(image: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(image) ? image.id : image
}

function toBadgeClass(achievement: JsonObject, addresses: AssertionAddresses): JsonObject {
  const { name, description, criteria, image, tag, alignment } = achievement
  const isCriteria = isJsonObject(criteria)
  return clean({
    '@context': OPEN_BADGES_V2,
    type: 'BadgeClass',
    id: addresses.badgeClass,
    name,
    description,
    image: imageOf(image),
    criteria: isCriteria && criteria.narrative === undefined ? criteria.id : isCriteria ? clean({ id: criteria.id, narrative: criteria.narrative }) : undefined,
    issuer: addresses.issuer,
    tags: tag,
    alignment: alignment === undefined ? undefined : asArray(alignment).filter(isJsonObject).map(toAlignment),
  })
}

function toAlignment({ targetName, targetUrl, targetDescription, targetFramework, targetCode }: JsonObject): JsonObject {
  return clean({ targetName, targetUrl, targetDescription, targetFramework, targetCode })
}

function toIssuer(issuer: JsonValue | undefined, id: string): JsonObject {
  const { name, url, email, description, image, phone } = isJsonObject(issuer) ? issuer : ({} as JsonObject)
  return clean({ '@context': OPEN_BADGES_V2, type: 'Issuer', id, name: name ?? id, url: url ?? id, email, telephone: phone, description, image: imageOf(image) })
}
