import { describe, expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import {
  bake,
  buildAchievementCredential,
  buildStatusListCredential,
  createStatusList,
  encodeStatusList,
  type JsonObject,
  setStatus,
  signCredential,
  signCredentialJwt,
  statusEntry,
  verifyCredential,
} from '../index.ts'

const did = 'did:web:badges.example:issuers:1'
const signer = makeSigner(did)
const created = new Date('2026-11-23T10:00:05Z')
const now = new Date('2026-11-24T00:00:00Z')
const keys = publish(did, { type: 'Ed25519', publicKey: signer.publicKey })
const input = fullInput(did)
const listUrl = 'https://badges.example/status/1'

const issue = (changes: object = {}) => signCredential(buildAchievementCredential({ ...input, ...changes }), { signer, created })
const verify = (document: string | Uint8Array | object, web: Record<string, unknown> = keys, options: object = {}) =>
  verifyCredential(document, { load: makeWeb(web), now, ...options })
const wrongOf = ({ checks }: { checks: { check: string; outcome: string; code?: string }[] }) =>
  checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined').map(({ check, code }) => `${check}: ${code}`)

async function makeList(indexes: number[], purpose: 'revocation' | 'suspension' = 'revocation', by = signer) {
  const list = createStatusList()
  for (const index of indexes) setStatus(list, index, true)
  const credential = buildStatusListCredential({ id: listUrl, issuer: did, purpose, encodedList: await encodeStatusList(list), validFrom: created })
  return signCredential(credential, { signer: by, created })
}

describe('a credential', () => {
  test('verifies as an object, a text, a PNG, an SVG, and the checks are the specification’s list', async () => {
    const signed = await issue()
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    for (const document of [signed, JSON.stringify(signed), bake(svg, JSON.stringify(signed)), new TextDecoder().decode(bake(svg, JSON.stringify(signed)))]) {
      const report = await verify(document)
      expect(report).toMatchObject({ outcome: 'verified', version: '3.0' })
    }
    const { checks } = await verify(signed)
    expect(checks).toEqual([
      { check: 'conformance', outcome: 'passed' },
      { check: 'proof', outcome: 'passed' },
      { check: 'issuer', outcome: 'passed' },
      { check: 'refresh', outcome: 'skipped' },
      { check: 'status', outcome: 'skipped' },
      { check: 'validity', outcome: 'passed' },
      { check: 'recipient', outcome: 'skipped' },
      { check: 'endorsements', outcome: 'skipped' },
    ])
  })

  test('verifies for its recipient and for nobody else', async () => {
    const signed = await issue()
    for (const recipient of ['a@example.com', 'A@Example.COM', 'did:example:holder', { value: 'a@example.com', type: 'emailAddress' }]) {
      expect(wrongOf(await verify(signed, keys, { recipient }))).toEqual([])
    }
    for (const recipient of ['b@example.com', { value: 'a@example.com', type: 'userName' }]) {
      expect(wrongOf(await verify(signed, keys, { recipient }))).toEqual(['recipient: recipient_mismatch'])
    }
  })

  test('is not valid before its beginning nor after its end', async () => {
    const signed = await issue()
    expect(wrongOf(await verify(signed, keys, { now: new Date('2026-11-23T09:59:59Z') }))).toEqual(['validity: not_yet_valid'])
    expect(wrongOf(await verify(signed, keys, { now: new Date('2032-01-01T00:00:00Z') }))).toEqual(['validity: expired'])
  })

  test('without a known network answer is undetermined, never failed', async () => {
    expect(await verify(await issue(), { 'https://badges.example/issuers/1/did.json': 'down' })).toMatchObject({ outcome: 'undetermined' })
    expect(await verify(await issue(), { 'https://badges.example/issuers/1/did.json': 503 })).toMatchObject({ outcome: 'undetermined' })
    expect(wrongOf(await verify(await issue(), {}))).toEqual(['proof: key_not_found'])
  })
})

describe('the issuer', () => {
  const profile = 'https://badges.example/issuers/1'
  const lists = (method: string) => ({ id: profile, type: 'Profile', assertionMethod: [method] })

  test('known by the https id of its profile is confirmed when the profile lists the key', async () => {
    const signed = await issue({ issuer: { id: profile, name: 'Lycée' } })
    expect(wrongOf(await verify(signed, { ...keys, [profile]: lists(signer.verificationMethod) }))).toEqual([])
    expect(wrongOf(await verify(signed, { ...keys, [profile]: lists('did:web:other.example#key') }))).toEqual(['issuer: issuer_not_confirmed'])
    expect(wrongOf(await verify(signed, keys))).toEqual(['issuer: issuer_not_confirmed'])
    expect((await verify(signed, { ...keys, [profile]: 'down' })).outcome).toBe('undetermined')
  })

  test('may list its key in the profile itself', async () => {
    const own = makeSigner(profile)
    const method = { id: own.verificationMethod, type: 'Multikey', controller: profile, publicKeyMultibase: own.multikey }
    const signed = await signCredential(buildAchievementCredential({ ...input, issuer: { id: profile } }), { signer: own, created })
    const document = { id: profile, type: 'Profile', verificationMethod: [method], assertionMethod: [method.id] }
    expect(wrongOf(await verify(signed, { [profile]: document }))).toEqual([])
    expect(wrongOf(await verify(signed, { [profile]: { ...document, assertionMethod: [] } }))).toEqual(['proof: key_not_authorized'])
    expect(wrongOf(await verify(signed, { [profile]: { ...document, id: 'https://badges.example/issuers/2' } }))).toEqual(['proof: key_not_found'])
  })

  test('is not whoever holds some key: an impostor signs well, and is not confirmed', async () => {
    const impostor = makeSigner('did:key:x', 'impostor')
    const asKey = { ...impostor, verificationMethod: `did:key:${impostor.multikey}#${impostor.multikey}` }
    const signed = await signCredential(buildAchievementCredential(input), { signer: asKey, created })
    expect(wrongOf(await verify(signed))).toEqual(['issuer: issuer_not_confirmed'])
    const asFragment = { ...impostor, verificationMethod: `${did}#${impostor.multikey}` }
    expect(wrongOf(await verify(await signCredential(buildAchievementCredential(input), { signer: asFragment, created })))).toEqual(['proof: key_not_found'])
  })

  test('that revoked its key is not confirmed by it', async () => {
    const document = structuredClone(Object.values(keys)[0]) as unknown as { verificationMethod: JsonObject[] }
    Object.assign(document.verificationMethod[0] as JsonObject, { revoked: '2026-01-01T00:00:00Z' })
    expect(wrongOf(await verify(await issue(), { [Object.keys(keys)[0] as string]: document }))).toEqual(['proof: key_revoked'])
  })

  test('rotated its key: what the old one signed still verifies', async () => {
    const next = makeSigner(did, 'the-next-key')
    const both = publish(did, { type: 'Ed25519', publicKey: next.publicKey }, { type: 'Ed25519', publicKey: signer.publicKey })
    expect(wrongOf(await verify(await issue(), both))).toEqual([])
  })
})

describe('the status', () => {
  const credentialStatus = statusEntry({ statusListCredential: listUrl, index: 94567, purpose: 'revocation' })

  test('is revoked when its bit is set, and only then', async () => {
    const signed = await issue({ credentialStatus })
    expect(wrongOf(await verify(signed, { ...keys, [listUrl]: await makeList([]) }))).toEqual([])
    expect(wrongOf(await verify(signed, { ...keys, [listUrl]: await makeList([94566, 94568]) }))).toEqual([])
    expect(wrongOf(await verify(signed, { ...keys, [listUrl]: await makeList([94567]) }))).toEqual(['status: revoked'])
  })

  test('can be a suspension', async () => {
    const signed = await issue({ credentialStatus: { ...credentialStatus, statusPurpose: 'suspension' } })
    expect(wrongOf(await verify(signed, { ...keys, [listUrl]: await makeList([94567], 'suspension') }))).toEqual(['status: suspended'])
    expect(wrongOf(await verify(signed, { ...keys, [listUrl]: await makeList([]) }))).toEqual(['status: status_list_not_verified'])
  })

  test('is never believed from a list that is not the issuer’s, was changed, or is out of date', async () => {
    const signed = await issue({ credentialStatus })
    const good = await makeList([])
    const forged = await makeList([], 'revocation', makeSigner(did, 'impostor'))
    const changed = { ...good, credentialSubject: { ...good.credentialSubject, encodedList: await encodeStatusList(createStatusList({ length: 131_080 })) } }
    for (const list of [forged, changed, { ...good, type: ['VerifiableCredential'] }, '[]', 'x']) {
      expect(wrongOf(await verify(signed, { ...keys, [listUrl]: list }))).toEqual(['status: status_list_not_verified'])
    }
    expect(wrongOf(await verify(signed, { ...keys, [listUrl]: 'down' }))).toEqual(['status: unavailable'])
  })

  test('of a kind that is not known leaves the question open', async () => {
    const signed = await issue({
      credentialStatus: {
        id: 'https://badges.example/s/1',
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusSize: 16,
        statusListIndex: '1',
        statusListCredential: listUrl,
      },
    })
    expect(await verify(signed, keys)).toMatchObject({ outcome: 'undetermined' })
  })

  test('reads 1EdTech’s revocation lists', async () => {
    const url = 'https://badges.example/revocations'
    const signed = await issue({ credentialStatus: { id: url, type: '1EdTechRevocationList' } })
    const list = (ids: string[], issuer = did) => ({ id: url, issuer, revokedCredential: ids.map((id) => ({ id, revocationReason: 'An error' })) })
    expect(wrongOf(await verify(signed, { ...keys, [url]: list([]) }))).toEqual([])
    expect(wrongOf(await verify(signed, { ...keys, [url]: list([input.id]) }))).toEqual(['status: revoked'])
    expect(wrongOf(await verify(signed, { ...keys, [url]: list([], 'did:web:evil.example') }))).toEqual(['status: status_list_not_verified'])
  })
})

describe('the refresh', () => {
  const url = 'https://badges.example/refresh/1'
  const refreshService = { id: url, type: '1EdTechCredentialRefresh' }

  test('replaces the credential by the issuer’s newer one', async () => {
    const fresh = await issue({ refreshService, name: 'A better name' })
    const report = await verify(await issue({ refreshService }), { ...keys, [url]: fresh })
    expect(report.outcome).toBe('verified')
    expect(report.credential?.name).toBe('A better name')
  })

  test('keeps the original when there is none, or it is not the issuer’s', async () => {
    const signed = await issue({ refreshService })
    const forged = { ...(await issue({ refreshService })), name: 'Forged' }
    const other = await issue({ refreshService, id: 'urn:uuid:another' })
    for (const answer of ['down', 404, 'x', forged, other]) {
      const report = await verify(signed, { ...keys, [url]: answer })
      expect(report.outcome).toBe('verified')
      expect(report.credential?.name).toBe(signed.name)
      expect(report.checks.find(({ check }) => check === 'refresh')).toMatchObject({ outcome: 'skipped', code: 'not_refreshed' })
    }
  })
})

describe('an endorsement', () => {
  const endorserDid = 'did:web:ministry.example'
  const endorser = makeSigner(endorserDid, 'endorser')
  const endorse = async (id: string, changes: object = {}) =>
    signCredential(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
        id: 'urn:uuid:e1',
        type: ['VerifiableCredential', 'EndorsementCredential'],
        issuer: { id: endorserDid, type: ['Profile'] },
        validFrom: '2026-01-01T00:00:00Z',
        name: 'Endorsement',
        credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'In good standing.' },
        ...changes,
      },
      { signer: endorser, created },
    )
  const web = { ...keys, ...publish(endorserDid, { type: 'Ed25519', publicKey: endorser.publicKey }) }

  test('in a credential is verified with it', async () => {
    expect(wrongOf(await verify(await issue({ endorsement: [await endorse(did)] }), web))).toEqual([])
    expect(wrongOf(await verify(await endorse(did), web))).toEqual([])
  })

  test('as a JWT too', async () => {
    const { proof: _, ...unsigned } = await endorse(did)
    const jwt = await signCredentialJwt(unsigned, { signer: endorser })
    expect(wrongOf(await verify(await issue({ endorsementJwt: [jwt] }), web))).toEqual([])
  })

  test('that is forged, expired or of something else fails the credential that shows it', async () => {
    const forged = { ...(await endorse(did)), name: 'Forged' }
    const expired = await endorse(did, { validUntil: '2026-02-01T00:00:00Z' })
    const elsewhere = await endorse('https://elsewhere.example')
    for (const endorsement of [forged, expired, elsewhere]) {
      expect(wrongOf(await verify(await issue({ endorsement: [endorsement] }), web))).toEqual(['endorsements: endorsement_not_verified'])
    }
  })
})

test('misuse is an exception: no loader, no moment', async () => {
  await expect(verifyCredential({}, { now } as never)).rejects.toMatchObject({ code: 'invalid_argument' })
  await expect(verifyCredential({}, { load: makeWeb({}), now: new Date(Number.NaN) })).rejects.toMatchObject({ code: 'invalid_argument' })
})

test('anything else is a report', async () => {
  for (const document of ['', 'x', '{', '[]', '{}', '"x"', 'a.b.c', '<svg', new Uint8Array(), new Uint8Array([0xff, 0xfe]), {}, [], { proof: null }, '{"a":1,"a":2}']) {
    expect((await verify(document as object)).outcome).toBe('not-verified')
  }
})

test('the network is asked for a document once', async () => {
  const load = makeWeb(keys)
  await verifyCredential(await issue(), { load, now })
  expect(load.asked).toEqual(['https://badges.example/issuers/1/did.json'])
})
