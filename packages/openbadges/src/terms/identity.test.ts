import { expect, test } from 'vitest'
import { hashIdentity, identityObject, matchesIdentity } from './identity.ts'

test('the hash is SHA-256 of the value followed by the salt', () => {
  expect(hashIdentity('a@example.com', 'Kosher')).toBe('sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399')
})

test('an e-mail address is hashed trimmed and in lower case, and matches however it is typed', () => {
  const identity = identityObject({ type: 'emailAddress', value: ' A@Example.com', salt: 'Kosher' })
  expect(identity.identityHash).toBe(hashIdentity('a@example.com', 'Kosher'))
  expect(matchesIdentity(identity, 'a@EXAMPLE.com ')).toBe(true)
  expect(matchesIdentity(identity, 'b@example.com')).toBe(false)
})

test('an address that another issuer hashed with capitals matches as given', () => {
  const identity = { hashed: true, identityType: 'emailAddress', salt: 's', identityHash: hashIdentity('Ada@Example.org', 's') }
  expect(matchesIdentity(identity, 'Ada@Example.org')).toBe(true)
})

test('an identity in clear is compared, never hashed', () => {
  const identity = identityObject({ type: 'systemId', value: 'AB-1' })
  expect(identity.hashed).toBe(false)
  expect(matchesIdentity(identity, 'AB-1')).toBe(true)
  expect(matchesIdentity(identity, 'ab-1')).toBe(false)
})

test('MD5 proves nothing', () => {
  expect(matchesIdentity({ hashed: true, identityType: 'emailAddress', identityHash: 'md5$5d41402abc4b2a76b9719d911017c592' }, 'hello')).toBe(false)
})

test('an empty value or salt is refused', () => {
  for (const input of [{ value: ' ' }, { value: 'a', salt: '' }])
    expect(() => identityObject({ type: 'emailAddress', ...input })).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
})
