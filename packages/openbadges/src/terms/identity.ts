import { sha256 } from '@noble/hashes/sha2.js'
import { toHex, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import type { IdentityObject } from './shared.ts'

/** The types of identity that the standard names; others are written `ext:…`. */
export type IdentityType =
  | 'name'
  | 'sourcedId'
  | 'systemId'
  | 'productId'
  | 'userName'
  | 'accountId'
  | 'emailAddress'
  | 'nationalIdentityNumber'
  | 'isbn'
  | 'issn'
  | 'lisSourcedId'
  | 'oneRosterSourcedId'
  | 'sisSourcedId'
  | 'ltiContextId'
  | 'ltiDeploymentId'
  | 'ltiToolId'
  | 'ltiPlatformId'
  | 'ltiUserId'
  | 'identifier'
  | `ext:${string}`

/**
 * `sha256$` and the hash, in hexadecimal, of the value followed by the salt.
 *
 * The value is hashed as it is: bring an e-mail address to the form you will compare with (`identityObject` does).
 * Never throws.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#identityhash
 * @example
 * hashIdentity('a@example.com', 'Kosher') // 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399'
 */
export function hashIdentity(value: string, salt: string): string {
  return `sha256$${toHex(sha256(toUtf8(value + salt)))}`
}

/**
 * The recipient's identity as a credential carries it: hashed when a salt is given, else in clear.
 * An e-mail address is trimmed and written in lower case before it is hashed.
 *
 * A short salt protects nobody: give 16 random bytes or more, new for every credential.
 *
 * @param input.type what kind of identity the value is
 * @param input.value an e-mail address, a number, a name …
 * @param input.salt any text; without it the value stands in clear
 * @throws OpenBadgesError `invalid_argument` for an empty value or salt
 * @see https://www.imsglobal.org/spec/ob/v3p0/#identityobject
 * @example
 * identityObject({ type: 'emailAddress', value: 'Ada@example.org', salt })
 */
export function identityObject(input: { type: IdentityType; value: string; salt?: string }): IdentityObject {
  const value = normalizeIdentity(input.type, input.value)
  if (value === '' || input.salt === '') {
    throw new OpenBadgesError('invalid_argument', 'an identity needs a value, and its salt is not empty')
  }
  const identity = { type: 'IdentityObject', identityType: input.type }
  if (input.salt === undefined) return { ...identity, hashed: false, identityHash: value }
  const identityHash = hashIdentity(value, input.salt)
  return { ...identity, hashed: true, identityHash, salt: input.salt }
}

function normalizeIdentity(type: string, value: string): string {
  return type === 'emailAddress' ? value.trim().toLowerCase() : value.trim()
}

/**
 * Whether a value that is known, say an e-mail address, is the identity in the credential.
 * An e-mail address also matches when the issuer hashed it with capitals as given.
 * Never throws: what is not understood does not match.
 *
 * @param value as the person gives it: an e-mail address in any case, with spaces around
 * @see https://www.imsglobal.org/spec/ob/v3p0/#identityobject
 * @example
 * matchesIdentity(credential.credentialSubject.identifier[0], 'ada@example.org')
 */
export function matchesIdentity(identity: Partial<IdentityObject>, value: string): boolean {
  const { identityHash, hashed, salt = '' } = identity
  if (typeof identityHash !== 'string' || typeof salt !== 'string') return false
  const type = typeof identity.identityType === 'string' ? identity.identityType : ''
  const values = [...new Set([normalizeIdentity(type, value), value.trim(), value])]
  if (hashed !== true) {
    const known = normalizeIdentity(type, identityHash)
    return values.some((candidate) => normalizeIdentity(type, candidate) === known)
  }
  return values.some((candidate) => matchesHash(identityHash, candidate, salt))
}

/** Only SHA-256 proves an identity: MD5, which Open Badges 1.0 allowed, does not. */
export function matchesHash(hash: string, value: string, salt: string): boolean {
  const [algorithm, digest] = hash.split('$')
  return algorithm === 'sha256' && hashIdentity(value, salt).slice(7) === digest?.toLowerCase()
}
