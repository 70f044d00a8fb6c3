import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Load, verifyCredential } from '../src/index.ts'
import { published } from './published-web.ts'
import { makeLoad } from './published-web-2.ts'

const now = new Date('2026-11-23T12:00:00Z')
const folder = 'ob2-1edtech-validator'

describe('the 2.0 fixtures of the public validator of 1EdTech', () => {
  test.each([
    ['assertion-with-data-image.json', 'invalid_terms'],
    ['assertion-with-endorsements.json', undefined],
    ['assertion-with-extension-node-basic.json', undefined],
    ['assertion-with-multiple-extensions.json', undefined],
    ['basic-assertion-expired-before-issued.json', 'invalid_date'],
    ['basic-assertion-expired.json', 'expired'],
    ['basic-assertion-in-future.json', 'not_yet_valid'],
    ['basic-assertion-invalid-context.json', 'wrong_context'],
    ['basic-assertion-invalid-type.json', 'invalid_terms'],
    ['basic-assertion-no-public-key.json', undefined],
    ['basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json', 'origin_not_allowed'],
    ['basic-assertion-with-allowed-origins-invalid-starts-with.json', 'origin_not_allowed'],
    ['basic-assertion-with-allowed-origins-valid-multiple-starts-with.json', undefined],
    ['basic-assertion-with-allowed-origins-valid-starts-with.json', undefined],
    ['basic-assertion-with-allowed-origins.json', undefined],
    ['basic-assertion-with-language.json', undefined],
    ['basic-assertion.json', undefined],
    ['simple-badge.png', undefined],
    ['simple-not-revoked.jwt', undefined],
    ['simple-revoked.jwt', 'revoked'],
    ['simple.jwt', undefined],
    ['warning-issuer-non-http.json', undefined],
    ['warning-with-redirection.json', undefined],
  ])('%s: %s', async (file, code) => {
    const report = await verifyCredential(new Uint8Array(readFileSync(`${published}${folder}/${file}`)), { load: makeLoad({ folder, file }), now })
    expect(report.checks.filter(({ outcome }) => outcome === 'failed').map((check) => check.code)).toEqual(code ? [code] : [])
    expect([report.version, report.outcome]).toEqual(['2.0', code ? 'not-verified' : 'verified'])
  })
})

const json = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const makeWeb =
  (documents: Record<string, unknown>): Load =>
  async (url) => {
    const body = documents[url]
    if (body === 'gone') return { url, status: 410, body: new Uint8Array() }
    if (body === 'down') throw new Error('connection refused')
    return body === undefined ? { url, status: 404, body: new Uint8Array() } : { url, status: 200, body: json(body) }
  }

const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://issuer.example/a/1',
  recipient: { type: 'email', hashed: true, salt: 'Kosher', identity: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399' },
  badge: 'https://issuer.example/b',
  verification: { type: 'hosted' },
  issuedOn: '2020-01-01T00:00:00Z',
}
const badge = { type: 'BadgeClass', id: 'https://issuer.example/b', name: 'B', description: 'b', criteria: { narrative: 'c' }, issuer: 'https://issuer.example/i' }
const issuer = { type: 'Issuer', id: 'https://issuer.example/i', name: 'I', url: 'https://issuer.example' }
const web = { [assertion.id]: assertion, [badge.id]: badge, [issuer.id]: issuer }
const codesOf = async (document: string | object, documents: Record<string, unknown>, recipient?: string) => {
  const report = await verifyCredential(document, { load: makeWeb(documents), now, recipient })
  return [report.outcome, ...report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined').map(({ code }) => code)]
}

describe('a hosted badge', () => {
  test('verifies by its address, by a copy, and for its recipient', async () => {
    expect(await codesOf(assertion.id, web)).toEqual(['verified'])
    expect(await codesOf(assertion, web, 'a@example.com')).toEqual(['verified'])
    expect(await codesOf(assertion, web, 'b@example.com')).toEqual(['not-verified', 'recipient_mismatch'])
  })

  test('a copy that says something else does not', async () => {
    expect(await codesOf({ ...assertion, issuedOn: '2021-01-01T00:00:00Z' }, web)).toContain('hosted_differs')
    expect(await codesOf({ ...assertion, recipient: { ...assertion.recipient, identity: 'x' } }, web)).toContain('hosted_differs')
  })

  test('hosted by somebody else in the issuer’s name, it does not', async () => {
    const forged = { ...assertion, id: 'https://evil.example/a/1' }
    expect(await codesOf(forged, { ...web, [forged.id]: forged })).toEqual(['not-verified', 'origin_not_allowed'])
    const embedded = { ...forged, badge: { ...badge, issuer: { ...issuer, verification: { allowedOrigins: ['evil.example'] } } } }
    expect(await codesOf(embedded, { ...web, [forged.id]: embedded })).toEqual(['not-verified', 'origin_not_allowed'])
  })

  test('gone is revoked, revoked is revoked, and a network that fails decides nothing', async () => {
    expect(await codesOf(assertion.id, { ...web, [assertion.id]: 'gone' })).toEqual(['not-verified', 'revoked'])
    expect(await codesOf(assertion, { ...web, [assertion.id]: 'gone' })).toContain('revoked')
    expect(await codesOf(assertion, { ...web, [assertion.id]: { ...assertion, revoked: true } })).toContain('revoked')
    expect(await codesOf(assertion, { ...web, [assertion.id]: 'down' })).toEqual(['undetermined', 'unavailable'])
    expect(await codesOf(assertion, { ...web, [issuer.id]: 'down' })).toEqual(['undetermined', 'unavailable'])
  })
})

describe('badges before 2.0', () => {
  test('a 1.0 badge verifies where it is hosted', async () => {
    const old = {
      uid: '1',
      recipient: { identity: 'a@example.com', hashed: false, type: 'email' },
      badge: 'https://a.example/b',
      issuedOn: 1430352000,
      verify: { type: 'hosted', url: 'https://a.example/1' },
    }
    const documents = {
      'https://a.example/1': old,
      'https://a.example/b': { name: 'B', description: 'b', image: 'https://a.example/i.png', criteria: 'https://a.example/c', issuer: 'https://a.example/i' },
      'https://a.example/i': { name: 'I', url: 'https://a.example' },
    }
    const report = await verifyCredential(old, { load: makeWeb(documents), now, recipient: 'A@example.com' })
    expect([report.version, report.outcome]).toEqual(['1.0', 'verified'])
  })

  test('a 0.5 badge verifies by its address, at the origin of its issuer', async () => {
    const old = JSON.parse(readFileSync(`${published}ob2-validator-core/0_5_assertion.json`, 'utf8'))
    const report = await verifyCredential('http://oldstyle.com/1', { load: makeWeb({ 'http://oldstyle.com/1': old }), now, recipient: 'test@example.com' })
    expect([report.version, report.outcome]).toEqual(['0.5', 'verified'])
    expect(await codesOf('http://evil.example/1', { 'http://evil.example/1': old })).toContain('origin_not_allowed')
  })
})
