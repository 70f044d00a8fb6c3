import { describe, expect, test } from 'vitest'
import { fullInput, makeSigner, signJcs } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { buildAchievementCredential, type JsonObject, signCredential, signCredentialJwt, verifyCredential } from '../index.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const now = new Date('2026-11-24T00:00:00Z')
const web = publish(did, { type: 'Ed25519', publicKey: signer.publicKey })
const credential = buildAchievementCredential(fullInput(did)) as unknown as JsonObject

const verify = (document: object | string, options: object = {}) => verifyCredential(document, { load: makeWeb(web), now, ...options })
const proofOf = async (document: object | string, options: object = {}) => {
  const { checks } = await verify(document, options)
  const { outcome, code } = checks.find(({ check }) => check === 'proof') ?? {}
  return code ?? outcome
}
const withProof = (members: JsonObject, by = signer) => ({ ...credential, proof: signJcs(credential, by, members) })

describe('what a proof says of itself', () => {
  test.each<[string, JsonObject, string]>([
    ['nothing more', {}, 'passed'],
    ['for another purpose', { proofPurpose: 'authentication' }, 'proof_purpose'],
    ['without a purpose', { proofPurpose: null }, 'proof_purpose'],
    ['that has expired', { expires: '2026-11-23T23:59:59Z' }, 'proof_expired'],
    ['that has not expired', { expires: '2026-11-24T00:00:01Z' }, 'passed'],
    ['whose end cannot be read', { expires: 'tomorrow' }, 'proof_expired'],
    ['whose date cannot be read', { created: '2026-02-30T00:00:00Z' }, 'malformed_proof'],
    ['by an unknown cryptosuite', { cryptosuite: 'eddsa-jcs-2099' }, 'unsupported_proof'],
    ['that continues another one', { previousProof: 'urn:uuid:1' }, 'unsupported_proof'],
    ['by a method that is no text', { verificationMethod: { id: signer.verificationMethod } }, 'malformed_proof'],
    ['by a key that is not listed', { verificationMethod: `${did}#other` }, 'key_not_found'],
    ['by a key of another controller', { verificationMethod: `did:web:evil.example#${signer.multikey}` }, 'key_not_found'],
  ])('%s', async (_, members, outcome) => {
    expect(await proofOf(withProof(members))).toBe(outcome)
  })

  test('the domain and the challenge are the ones asked for', async () => {
    const bound = withProof({ domain: 'https://shop.example', challenge: 'n-1' })
    expect(await proofOf(bound, { domain: 'https://shop.example', challenge: 'n-1' })).toBe('passed')
    expect(await proofOf(bound, { domain: 'https://other.example' })).toBe('proof_domain')
    expect(await proofOf(bound, { challenge: 'n-2' })).toBe('proof_challenge')
    expect(await proofOf(withProof({}), { domain: 'https://shop.example' })).toBe('proof_domain')
    expect(await proofOf(withProof({}), { challenge: 'n-1' })).toBe('proof_challenge')
    expect(await proofOf(withProof({ domain: ['https://a.example', 'https://shop.example'] }), { domain: 'https://shop.example' })).toBe('passed')
  })

  test('a moment after the one that is asked about is told, unless a clock was a little ahead', async () => {
    const made = async (created: string) => {
      const { outcome, warnings } = await verify(withProof({ created }))
      return [outcome, warnings.map(({ code }) => code)]
    }
    expect(await made('2026-11-24T00:06:00Z')).toEqual(['verified', ['proof_made_later']])
    expect(await made('2026-11-24T00:04:00Z')).toEqual(['verified', []])
  })

  test('a domain that nobody asked for is told', async () => {
    const { outcome, warnings } = await verify(withProof({ domain: 'https://shop.example' }))
    expect([outcome, warnings]).toEqual(['verified', [{ code: 'proof_domain_not_checked', detail: 'https://shop.example' }]])
  })

  test('of a JWT they are its aud and its nonce', async () => {
    const [header, payload] = (await signCredentialJwt(credential, { signer })).split('.').map((part) => Buffer.from(part, 'base64url').toString())
    const resign = (claims: object) => {
      const input = [header, JSON.stringify({ ...JSON.parse(payload as string), ...claims })].map((part) => Buffer.from(part as string).toString('base64url')).join('.')
      return `${input}.${Buffer.from(signer.sign(Buffer.from(input))).toString('base64url')}`
    }
    expect(await proofOf(resign({ aud: 'https://shop.example' }), { domain: 'https://shop.example' })).toBe('passed')
    expect(await proofOf(resign({ aud: 'https://shop.example' }), { domain: 'https://other.example' })).toBe('proof_domain')
    expect(await proofOf(resign({}), { challenge: 'n-1' })).toBe('proof_challenge')
    expect((await verify(resign({ aud: 'https://shop.example' }))).warnings.map(({ code }) => code)).toContain('proof_domain_not_checked')
  })
})

describe('of several proofs', () => {
  const good = signJcs(credential, signer, {})
  const forged = { ...good, proofValue: signJcs({ ...credential, name: 'Other' }, signer, {}).proofValue as string }
  const unknown = { ...good, cryptosuite: 'eddsa-jcs-2099' }

  test('one that is good is enough, wherever it stands', async () => {
    for (const proof of [
      [good, forged],
      [forged, good],
      [good, good],
    ])
      expect(await proofOf({ ...credential, proof })).toBe('passed')
    const both = await signCredential({ ...credential, proof: forged }, { signer, created: now })
    expect(await proofOf(both)).toBe('passed')
  })

  test('none is good when all are wrong, unknown or none of ours', async () => {
    for (const proof of [[forged], [forged, forged], [forged, unknown]]) expect(await proofOf({ ...credential, proof })).toBe('proof_invalid')
    expect(await proofOf({ ...credential, proof: [unknown] })).toBe('unsupported_proof')
    expect(await proofOf({ ...credential, proof: [] })).toBe('no_proof')
  })

  test('the issuer is asked for the key of the one that was accepted', async () => {
    const impostor = makeSigner('did:key:x', 'impostor')
    const asKey = { ...impostor, verificationMethod: `did:key:${impostor.multikey}#${impostor.multikey}` }
    const { checks } = await verify({ ...credential, proof: [signJcs(credential, asKey, {})] })
    expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)).toEqual(['issuer_not_confirmed'])
  })
})
