import { CREDENTIALS_V2, OPEN_BADGES_V3 } from '../contexts/urls.ts'
import { toDateTimeZ } from '../terms/dates.ts'
import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { parseDate2 } from './dates.ts'

/**
 * An assertion of 2.0 or before, with its badge class and issuer inside (as `verifyCredential` reports it), in the
 * terms of 3.0: to show and to hold it beside the others. It has no proof, and is not one: keep the original.
 * Never throws: what is missing or unreadable is left out.
 *
 * @param assertion what `verifyCredential` reports as `credential` for 0.5 to 2.0
 * @see https://www.imsglobal.org/spec/ob/v2p0/#assertion
 * @example
 * const report = await verifyCredential(png, options)
 * const shown = report.version === '3.0' ? report.credential : fromAssertion(report.credential)
 */
export function fromAssertion(assertion: JsonObject): JsonObject {
  const badge = isJsonObject(assertion.badge) ? assertion.badge : { id: assertion.badge ?? '' }
  const issuer = isJsonObject(badge.issuer) ? badge.issuer : { id: badge.issuer ?? '' }
  return clean({
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3],
    id: assertion.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: toProfile(issuer),
    validFrom: toDate(assertion.issuedOn),
    validUntil: toDate(assertion.expires),
    name: badge.name,
    credentialSubject: toSubject(assertion, badge),
    evidence: toEvidence(assertion.evidence),
  })
}

const clean = (object: Record<string, JsonValue | undefined>) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as JsonObject

function toDate(date: JsonValue | undefined): string | undefined {
  const instant = date === undefined ? undefined : parseDate2(date)
  return instant === undefined ? undefined : toDateTimeZ(new Date(instant))
}

function toImage(image: JsonValue | undefined): JsonObject | undefined {
  const id = isJsonObject(image) ? image.id : image
  return typeof id === 'string' ? { id, type: 'Image' } : undefined
}

function toProfile({ id, name, url, email, telephone, description, image }: JsonObject): JsonObject {
  return clean({ id, type: ['Profile'], name, url, email, phone: telephone, description, image: toImage(image) })
}

const IDENTITY_TYPES: Readonly<Record<string, string>> = { email: 'emailAddress', telephone: 'ext:telephone', url: 'ext:url' }

function toSubject(assertion: JsonObject, badge: JsonObject): JsonObject {
  const recipient = isJsonObject(assertion.recipient) ? assertion.recipient : {}
  const identityType = IDENTITY_TYPES[String(recipient.type)] ?? 'identifier'
  const identity = clean({ type: 'IdentityObject', hashed: recipient.hashed === true, identityHash: recipient.identity, identityType, salt: recipient.salt })
  return clean({
    type: ['AchievementSubject'],
    identifier: [identity],
    narrative: assertion.narrative,
    achievement: toAchievement(badge),
  })
}

function toAchievement({ id, name, description, criteria, image, tags, alignment }: JsonObject): JsonObject {
  return clean({
    id,
    type: ['Achievement'],
    name,
    description,
    criteria: isJsonObject(criteria) ? clean({ id: criteria.id, narrative: criteria.narrative }) : clean({ id: criteria }),
    image: toImage(image),
    tag: tags === undefined ? undefined : asArray(tags),
    alignment: alignment === undefined ? undefined : asArray(alignment).filter(isJsonObject).map(toAlignment),
  })
}

function toAlignment({ targetName, targetUrl, targetDescription, targetFramework, targetCode, name, url, description }: JsonObject): JsonObject {
  const target = { targetName: targetName ?? name, targetUrl: targetUrl ?? url, targetDescription: targetDescription ?? description }
  return clean({ type: ['Alignment'], ...target, targetFramework, targetCode })
}

function toEvidence(evidence: JsonValue | undefined): JsonObject[] | undefined {
  if (evidence === undefined) return undefined
  return asArray(evidence).map((item) => {
    if (!isJsonObject(item)) return clean({ id: item, type: ['Evidence'] })
    const { id, name, narrative, description, genre, audience } = item
    return clean({ id, type: ['Evidence'], name, narrative, description, genre, audience })
  })
}
