import { describe, expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { buildAchievementCredential, buildClrCredential, buildEndorsementCredential, findProblems, type JsonObject, signCredential, verifyCredential } from '../index.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const created = new Date('2026-11-23T10:00:05Z')
const options = { load: makeWeb(publish(did, { type: 'Ed25519', publicKey: signer.publicKey })), now: created }
const input = fullInput(did)

describe('buildAchievementCredential', () => {
  test('fills in types and contexts, in the order that the standard asks', () => {
    const credential = buildAchievementCredential(input)
    expect(credential['@context']).toEqual(['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'])
    expect(credential).toMatchObject({
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { type: ['Profile'] },
      validFrom: '2026-11-23T10:00:00Z',
      name: input.achievement.name,
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], image: { id: input.achievement.image, type: 'Image' } },
        result: [{ type: ['Result'] }],
      },
    })
  })

  test('adds the extensions only for what needs them', () => {
    const credential = buildAchievementCredential({ ...input, credentialStatus: { id: 'https://badges.example/revocations', type: '1EdTechRevocationList' } })
    expect(credential['@context'][2]).toBe('https://purl.imsglobal.org/spec/ob/v3p0/extensions.json')
  })

  test('what it builds conforms', async () => {
    expect(await findProblems(buildAchievementCredential(input) as unknown as JsonObject)).toEqual([])
  })

  test.each([
    [{ id: 'not a uri' }, 'id'],
    [{ recipient: {} }, 'recipient'],
    [{ validFrom: '2026-11-23' }, 'validFrom'],
    [{ achievement: { ...input.achievement, name: undefined } }, 'credentialSubject.achievement.name'],
    [{ issuer: { id: 'x' } }, 'issuer'],
  ])('refuses %j, and says where', (changes, path) => {
    expect(() => buildAchievementCredential({ ...input, ...changes } as never)).toThrow(
      expect.objectContaining({ code: 'invalid_credential', message: expect.stringContaining(path) }),
    )
  })
})

test('an endorsement that is built and signed verifies', async () => {
  const endorsement = buildEndorsementCredential({
    id: 'urn:uuid:1',
    issuer: { id: did, name: 'Lycée' },
    endorsed: 'https://badges.example/achievements/7',
    name: 'Endorsement',
    comment: 'Bien.',
    validFrom: created,
  })
  expect(await findProblems(endorsement as unknown as JsonObject)).toEqual([])
  expect(await verifyCredential(await signCredential(endorsement, { signer, created }), options)).toMatchObject({ outcome: 'verified', version: '3.0' })
})

test('a learner record verifies with everything inside it, and not with something forged inside it', async () => {
  const badge = await signCredential(buildAchievementCredential(input), { signer, created })
  const record = (credentials: object[]) =>
    signCredential(buildClrCredential({ id: 'urn:uuid:2', name: 'Passeport', issuer: { id: did }, recipient: { id: 'did:example:holder' }, credentials, validFrom: created }), {
      signer,
      created,
    })
  expect(await verifyCredential(await record([badge]), options)).toMatchObject({ outcome: 'verified', version: 'clr2.0' })
  const { checks } = await verifyCredential(await record([{ ...badge, name: 'Forged' }]), options)
  expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check)).toEqual(['credentials'])
})
