import { expect, test } from 'vitest'
import { didWebFromUrl, didWebToUrl } from './did-web.ts'

test.each([
  ['https://badges.example', undefined, 'did:web:badges.example', 'https://badges.example/.well-known/did.json'],
  ['https://badges.example/', 'issuers/42', 'did:web:badges.example:issuers:42', 'https://badges.example/issuers/42/did.json'],
  ['http://localhost:3000/base/', '/issuers/42', 'did:web:localhost%3A3000:base:issuers:42', 'https://localhost:3000/base/issuers/42/did.json'],
  ['https://Badges.Example:8443', undefined, 'did:web:badges.example%3A8443', 'https://badges.example:8443/.well-known/did.json'],
])('%s %s', (base, path, did, url) => {
  expect(didWebFromUrl(base, path)).toBe(did)
  expect(didWebToUrl(did)).toBe(url)
})

test('an address that is not one of a did:web is refused', () => {
  for (const url of ['ftp://x.example', 'badges.example', 'https://a:b@x.example', 'https://x.example/?q', 'https://x.example/#f'])
    expect(() => didWebFromUrl(url)).toThrow(expect.objectContaining({ code: 'invalid_did' }))
})

test.each([
  'did:web:',
  'did:key:z6Mk',
  'did:web:a.example:..',
  'did:web:a.example:%2e%2e:x',
  'did:web:a.example::x',
  'did:web:a.example%2Fpath',
  'did:web:user%40a.example',
  'did:web:a.example#key',
  'did:web:a.example/path',
  'did:web:a.example:b%2Fc',
])('%s is not a did:web', (did) => {
  expect(() => didWebToUrl(did)).toThrow(expect.objectContaining({ code: 'invalid_did' }))
})
