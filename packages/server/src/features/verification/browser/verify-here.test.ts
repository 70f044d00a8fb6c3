import { generateKeyPairSync, sign } from 'node:crypto'
import { buildAchievementCredential, didKeyFromPublicKey, type JsonObject, type Signer, signCredential } from '@boat/openbadges'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { revokeCredential } from '#features/credentials/index.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import { DID_KEY_BADGE, makeIssuing, published } from '../verification.fixture.ts'
import { verifySubmission } from '../verify-submission.ts'
import { presentVerification } from './present-verification.ts'
import { verifyHere } from './verify-here.ts'

let platform: TestApp
let issuing: Awaited<ReturnType<typeof makeIssuing>>
beforeAll(async () => {
  platform = await makeApp()
  issuing = await makeIssuing(platform)
})
afterAll(() => platform[Symbol.asyncDispose]())

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
})
const fetchOurs = async (url: unknown, init?: RequestInit) => {
  asked.push(String(url))
  return platform.app.request(String(url), init)
}
const unplugged = async () => {
  throw new TypeError('Failed to fetch')
}
const draw = async () => null
const verify = (document: Uint8Array | string, { recipient = '', fetch = fetchOurs as typeof globalThis.fetch } = {}): Promise<any> =>
  verifyHere({ document, recipient }, { platformUrl: TEST_ORIGIN, now: platform.ctx.now(), fetch, draw })

const didKeyText = new TextDecoder().decode(published(DID_KEY_BADGE))
const changed = (document: string | Uint8Array, change: (badge: any) => void): string => {
  const badge = JSON.parse(typeof document === 'string' ? document : new TextDecoder().decode(document)) as JsonObject
  change(badge)
  return JSON.stringify(badge)
}
const DID_WEB_BADGE = 'ob3-1edtech-validator/simple-did-web-method.json'

describe('a badge that holds all that is needed', () => {
  test('is verified without asking anybody, with the very report of the platform', async () => {
    const { report } = await verify(didKeyText, { fetch: unplugged })
    expect(report).toMatchObject({ outcome: 'verified', madeBy: { kind: 'browser', hasAsked: false } })
    const sent = await verifySubmission(platform.ctx, { document: didKeyText, clientAddress: 'test' })
    const presented = await presentVerification(sent, { platformUrl: TEST_ORIGIN, draw, madeBy: { kind: 'platform' } })
    expect({ ...report, madeBy: null }).toEqual({ ...presented, madeBy: null })
  })

  test('is refuted when it was altered, whatever else would have to be asked', async () => {
    const altered = changed(didKeyText, (badge) => {
      badge.name = 'Something else'
      badge.credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: 'https://badges.example.org/status/1' }
    })
    const { report } = await verify(altered)
    expect(report.outcome).toBe('not-verified')
    expect(asked).toEqual([])
  })

  test('is about the person whose address is given, or not', async () => {
    expect((await verify(didKeyText, { recipient: 'tom@example.org' })).report.checks).toContainEqual(expect.objectContaining({ code: 'recipient_mismatch' }))
    expect(await verify(didKeyText, { recipient: 'tom' })).toEqual({ problem: { code: 'invalid_input', fields: { recipient: 'email' } } })
  })
})

describe('a badge of this platform', () => {
  test('is verified with its public documents, and nothing else is asked', async () => {
    const { report } = await verify((await issuing.issue()).document)
    expect(report).toMatchObject({ outcome: 'verified', isIssuerConfirmed: true, namesUs: true, madeBy: { hasAsked: true }, picture: { kind: 'ours' }, warnings: [] })
    expect(new Set(asked.map((url) => url.replace(/[0-9a-f-]{36}/, ':id')))).toEqual(new Set([`${TEST_ORIGIN}/issuers/:id/did.json`, `${TEST_ORIGIN}/status/:id`]))
  })

  test('that was withdrawn a moment ago is not verified', async () => {
    const { credentialId, document } = await issuing.issue()
    expect((await verify(document)).report.outcome).toBe('verified')
    await revokeCredential(platform.ctx, { credentialId, reason: 'Remis par erreur' })
    expect((await verify(document)).report).toMatchObject({ outcome: 'not-verified', origin: null })
  })

  test('is not judged while the platform cannot be reached, or does not answer', async () => {
    const { document } = await issuing.issue()
    expect(await verify(document, { fetch: unplugged })).toEqual({ missing: [] })
    expect(await verify(document, { fetch: async () => new Response('', { status: 503 }) })).toEqual({ missing: [] })
  })

  test('cannot make the browser open other addresses of the platform', async () => {
    const hostile = changed(didKeyText, (badge) => {
      badge.credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: `${TEST_ORIGIN}/claim/ABCD` }
    })
    await verify(hostile)
    expect(asked).toEqual([])
  })
})

test('a badge that somebody else signed with an address of ours is left to the platform, which knows its own', async () => {
  const { credentialId } = await issuing.issue()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const did = didKeyFromPublicKey({ type: 'Ed25519', publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })).slice(-32) })
  const badge = buildAchievementCredential({
    id: `${TEST_ORIGIN}/credentials/${credentialId}`,
    issuer: { id: did, name: 'Collège Maurice Bedel' },
    recipient: { id: 'mailto:lina@example.org' },
    achievement: { id: 'urn:uuid:4b1f2c3d-5e6f-4a7b-8c9d-0e1f2a3b4c5d', name: 'Éco-citoyen', description: 'Copié.', criteria: { narrative: 'Copier.' } },
    validFrom: '2026-01-10T09:00:00Z',
  })
  const signer: Signer = { verificationMethod: `${did}#${did.slice('did:key:'.length)}`, algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) }
  const signed = JSON.stringify(await signCredential(badge, { signer, created: new Date('2026-01-10T09:00:00Z') }))
  expect(await verify(signed)).toEqual({ missing: [] })
  expect(await verifySubmission(platform.ctx, { document: signed, clientAddress: 'test' })).toMatchObject({ outcome: 'verified', origin: { kind: 'altered' } })
})

describe('what would have to be asked of others is not judged, and they are named', () => {
  test('for a key that is published on a site', async () => {
    const result = await verify(published(DID_WEB_BADGE))
    expect(result).toEqual({ missing: [expect.stringMatching(/^[\w.-]+$/)] })
    expect(asked).toEqual([])
  })

  test('even when it has expired: its issuer may have a fresh one', async () => {
    const expired = changed(published(DID_WEB_BADGE), (badge) => {
      badge.validUntil = '2020-01-01T00:00:00Z'
    })
    expect(await verify(expired)).toHaveProperty('missing')
  })

  test('for a badge before 3.0, even one that lacks members: what is published counts, not the copy', async () => {
    const assertion = published('ob2-validator-core/2_0_basic_assertion.json')
    expect(await verify(assertion)).toHaveProperty('missing')
    const incomplete = changed(assertion, (badge) => {
      delete badge.recipient
    })
    expect(await verify(incomplete)).toHaveProperty('missing')
  })
})

test('what is no badge is said as the platform says it', async () => {
  expect(await verify('bonjour')).toEqual({ problem: { code: 'not_a_badge', detail: { found: 'text' } } })
  expect(await verify(published('mozilla-bakery/unbaked.png'))).toEqual({ problem: { code: 'not_a_badge', detail: { found: 'picture' } } })
  expect(await verify(new Uint8Array(3 * 1024 * 1024))).toEqual({ problem: { code: 'too_large' } })
})
