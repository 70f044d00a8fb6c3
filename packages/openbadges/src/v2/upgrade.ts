import { OPEN_BADGES_V2 } from '../contexts/urls.ts'
import { asArray, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import type { OpenBadgesVersion } from '../verify/report.ts'

/**
 * An assertion of 0.5, 1.0 or 1.1 in the shape of 2.0. What 2.0 says already is left as it is.
 *
 * @param address where the assertion was found, which is its id before 2.0
 * @see https://www.imsglobal.org/spec/ob/v2p0/#appendix-a-version-history-and-compatibility
 */
export function upgradeToVersion2(document: JsonObject, version: OpenBadgesVersion, address?: string): JsonObject {
  if (version === '2.0') return renameVerify(document)
  if (version === '0.5') return upgradeFrom05(document, address)
  const verify = isJsonObject(document.verify) ? document.verify : undefined
  const id = document.id ?? (verify?.type === 'hosted' ? verify.url : undefined) ?? address ?? urnOf(document.uid)
  const { uid: _, issuedOn, expires, ...rest } = renameVerify(document)
  return {
    ...rest,
    '@context': OPEN_BADGES_V2,
    ...(id === undefined ? {} : { id }),
    type: 'Assertion',
    ...(issuedOn === undefined ? {} : { issuedOn: toDate(issuedOn) }),
    ...(expires === undefined ? {} : { expires: toDate(expires) }),
  }
}

/** `verify` of 1.x is `verification` in 2.0; its `url` is the key of a signed badge. */
function renameVerify(document: JsonObject): JsonObject {
  const { verify, ...rest } = document
  if (rest.verification !== undefined || !isJsonObject(verify)) return rest
  const { url, ...verification } = verify
  const isSigned = asArray(verification.type).some((type) => type === 'signed' || type === 'SignedBadge')
  return { ...rest, verification: isSigned && url !== undefined ? { creator: url, ...verification } : verification }
}

const urnOf = (uid: JsonValue | undefined) => (typeof uid === 'string' || typeof uid === 'number' ? `urn:uid:${uid}` : undefined)

/** Seconds since 1970 of the oldest badges, as a date. */
function toDate(date: JsonValue): JsonValue {
  const seconds = typeof date === 'number' ? date : /^\d{9,10}$/.test(String(date)) ? Number(date) : undefined
  return seconds === undefined ? date : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

/** 0.5: everything in one file, the issuer by its origin. */
function upgradeFrom05(document: JsonObject, address: string | undefined): JsonObject {
  const { recipient, salt, issued_on: issuedOn, evidence, expires } = document
  const badge = isJsonObject(document.badge) ? document.badge : {}
  // Nothing of 2.0 is believed of a 0.5 issuer, least of all what it would let others host.
  const { verification: _, publicKey: __, ...issuer } = isJsonObject(badge.issuer) ? badge.issuer : {}
  const isHashed = typeof recipient === 'string' && /^\w+\$/.test(recipient)
  const { version: ___, ...badgeClass } = badge
  return {
    '@context': OPEN_BADGES_V2,
    ...(address === undefined ? {} : { id: address }),
    type: 'Assertion',
    recipient: { type: 'email', hashed: isHashed, identity: recipient ?? '', ...(typeof salt === 'string' ? { salt } : {}) },
    verification: { type: 'hosted' },
    // 0.5 allows a badge without a date: its epoch stands for "not said".
    issuedOn: issuedOn === undefined ? '1970-01-01' : toDate(issuedOn),
    ...(expires === undefined ? {} : { expires: toDate(expires) }),
    ...(evidence === undefined ? {} : { evidence }),
    badge: {
      ...badgeClass,
      id: address === undefined ? 'urn:badge' : `${address}#badge`,
      type: 'BadgeClass',
      issuer: { ...issuer, id: issuer.origin ?? '', url: issuer.origin ?? '', type: 'Issuer' },
    },
  }
}

/** A badge class or an issuer of 1.x as 2.0 has it: with an id, which is its address, and a type. */
export function upgradePart(part: JsonObject, type: 'BadgeClass' | 'Issuer', address: string): JsonObject {
  return { ...part, id: part.id ?? address, type: part.type ?? type }
}
