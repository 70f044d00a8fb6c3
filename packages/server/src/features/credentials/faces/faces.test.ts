import { unbake, verifyCredential } from '@boat/openbadges'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { RouterContextProvider } from 'react-router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { openSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { pageRequest } from '#web/page.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import { issueCredentials, respondToCredential, revokeCredential, shareCredential } from '../index.ts'
import { actorOf, makePerson, makeSchool, readDocument } from '../school.fixture.ts'
import { loader } from './pages/credential.server.ts'

let platform: TestApp
let school: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>
beforeAll(async () => {
  platform = await makeApp()
  school = await makeSchool(platform.ctx)
  other = await makeSchool(platform.ctx, 'Lycée Genevoix')
})
afterAll(() => platform[Symbol.asyncDispose]())

const asPerson = (personId: string): Ctx => as(platform.ctx, actorOf(personId))

let count = 0
async function issueTo(person: { givenName: string; familyName: string; birthDate?: string; isPupil?: boolean }, more: { narrative?: string; isShared?: boolean } = {}) {
  const personId = await makePerson(platform.ctx, { ...person, email: `p${++count}@example.org` })
  if (person.isPupil) await addMember(platform.ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
  const [issued] = await issueCredentials(platform.ctx, { versionId: school.versionId, recipients: [{ personId, name: '', ...(more.narrative && { narrative: more.narrative }) }] })
  const { credentialId } = issued!
  if (more.isShared) await shareCredential(asPerson(personId), { credentialId, isShared: true })
  const document = JSON.stringify(await readDocument(platform.ctx, credentialId))
  return { personId, credentialId, document, path: `/credentials/${credentialId}` }
}

const adult = { givenName: 'Jeanne', familyName: 'Œuvrard', birthDate: '1980-01-02' }

async function get(path: string, { accept, personId }: { accept?: string; personId?: string } = {}) {
  const token = personId && (await openSession(platform.ctx, { personId, method: 'password', userAgent: '', address: '' })).token
  return platform.app.request(path.startsWith('http') ? path : TEST_ORIGIN + path, {
    headers: { ...(accept && { accept }), ...(token && { cookie: `${SESSION_COOKIE}=${token}` }) },
  })
}

const load = async (url: string) => {
  const response = await get(url, { accept: 'application/json' })
  return { url, status: response.status, contentType: response.headers.get('content-type') ?? '', body: new Uint8Array(await response.arrayBuffer()) }
}

describe('a shared badge', () => {
  test('is the signed document byte for byte, under each JSON media type, open to other origins', async () => {
    const { path, document } = await issueTo(adult, { isShared: true })
    for (const accept of ['application/vc+ld+json', 'application/ld+json', 'application/json']) {
      const response = await get(path, { accept })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(accept)
      expect(response.headers.get('vary')).toBe('Accept, Cookie')
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(await response.text()).toBe(document)
    }
    expect(await (await get(`${path}.json`)).text()).toBe(document)
    expect(await verifyCredential(document, { load, now: platform.ctx.now() })).toMatchObject({ outcome: 'verified' })
  })

  test.each(['png', 'svg'] as const)('as %s carries the same document, which verifies', async (format) => {
    const { path, document } = await issueTo(adult, { isShared: true })
    const response = await get(`${path}.${format}`)
    expect(response.headers.get('content-type')).toBe(format === 'png' ? 'image/png' : 'image/svg+xml')
    const image = new Uint8Array(await response.arrayBuffer())
    expect(unbake(image)).toMatchObject({ credential: document, format })
    expect(await verifyCredential(image, { load, now: platform.ctx.now() })).toMatchObject({ outcome: 'verified' })
  })

  test('as a JWT verifies with nothing but the published DID document', async () => {
    const { path, document, credentialId } = await issueTo(adult, { isShared: true })
    const response = await get(path, { accept: 'application/vc+jwt' })
    expect(response.headers.get('content-type')).toBe('application/vc+jwt')
    const jwt = await response.text()
    const { alg, kid } = decodeProtectedHeader(jwt)
    expect(alg).toBe('EdDSA')
    const did = JSON.parse(document).issuer.id as string
    const didDocument = await (await get(`/issuers/${did.split(':').at(-1)}/did.json`)).json()
    const method = didDocument.verificationMethod.find(({ id }: { id: string }) => id === kid)
    expect(method, 'the key of the header is published').toBeDefined()
    const { payload } = await compactVerify(jwt, await importJWK(method.publicKeyJwk ?? (await jwkOf(method.publicKeyMultibase)), 'EdDSA'))
    const claims = JSON.parse(new TextDecoder().decode(payload))
    expect(claims).toMatchObject({ iss: did, jti: `${TEST_ORIGIN}/credentials/${credentialId}`, credentialSubject: JSON.parse(document).credentialSubject })
    expect(claims.proof, 'one signature is enough').toBeUndefined()
    expect(await verifyCredential(jwt, { load, now: platform.ctx.now() })).toMatchObject({ outcome: 'verified' })
  })

  test('as Open Badges 2.0 is hosted where each id says, and verifies', async () => {
    const { path } = await issueTo(adult, { isShared: true })
    const assertion = await (await get(`${path}?format=ob2`)).json()
    expect(assertion).toMatchObject({ type: 'Assertion', id: `${TEST_ORIGIN}${path}?format=ob2`, verification: { type: 'hosted' } })
    const badge = await (await get(assertion.badge)).json()
    expect(badge).toMatchObject({ type: 'BadgeClass', id: assertion.badge, name: 'Éco-citoyen' })
    const issuer = await (await get(badge.issuer)).json()
    expect(issuer).toMatchObject({ type: 'Issuer', id: badge.issuer, name: 'Collège Maurice Bedel' })
    expect(await verifyCredential(JSON.stringify(assertion), { load, now: platform.ctx.now() })).toMatchObject({ outcome: 'verified' })
  })

  test('has a picture for social networks of 1200 by 630', async () => {
    const { path } = await issueTo(adult, { isShared: true })
    const response = await get(`${path}/card.png`)
    const png = Buffer.from(await response.arrayBuffer())
    expect([response.headers.get('content-type'), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['image/png', 1200, 630])
  })

  test('once revoked is 410 with its reason as Open Badges 2.0, and still the signed document as JSON', async () => {
    const { path, credentialId, document } = await issueTo(adult, { isShared: true })
    await revokeCredential(platform.ctx, { credentialId, reason: 'Attribué par erreur' })
    const gone = await get(`${path}?format=ob2`)
    expect(gone.status).toBe(410)
    expect(await gone.json()).toMatchObject({ id: `${TEST_ORIGIN}${path}?format=ob2`, revoked: true, revocationReason: 'Attribué par erreur' })
    expect(await (await get(`${path}.json`)).text()).toBe(document)
  })

  test('is not served in a form we do not have', async () => {
    const { path } = await issueTo(adult, { isShared: true })
    const refused = await get(path, { accept: 'application/pdf' })
    expect([refused.status, (await refused.json()).code]).toEqual([406, 'not_acceptable'])
  })
})

const FACES = ['.json', '.jwt', '.png', '.svg', '?format=ob2', '/card.png'] as const

describe('a badge that is not shared', () => {
  test.each(FACES)('%s: 404 to the world, 403 to other people, 200 to its holder and the staff of its issuer', async (face) => {
    const { ctx } = platform
    const { path, personId } = await issueTo(adult)
    const member = async (organizationId: string, roles: Parameters<typeof addMember>[1]['roles'], isPupil = false) => {
      const id = await makePerson(ctx, { givenName: 'Sam' })
      await addMember(ctx, { organizationId, personId: id, roles, isPupil })
      return id
    }
    const expected = [
      [undefined, 404],
      [await makePerson(ctx, { givenName: 'Passant' }), 403],
      [await member(other.organizationId, ['owner', 'issuer']), 403],
      [await member(school.organizationId, ['member']), 403],
      [await member(school.organizationId, ['member'], true), 403],
      [await member(school.organizationId, ['issuer']), 200],
      [await member(school.organizationId, ['owner']), 200],
      [personId, 200],
    ] as const
    for (const [viewer, status] of expected) {
      const response = await get(path + face, viewer ? { personId: viewer } : {})
      expect(response.status, `${face} for ${viewer}`).toBe(status)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('cannot be told from one that does not exist', async () => {
    const { path } = await issueTo(adult)
    const [hidden, absent] = [await get(`${path}.json`), await get('/credentials/11111111-1111-4111-8111-111111111111.json')]
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()])
  })

  test('closes again at once, also when its holder declines it', async () => {
    const { path, personId, credentialId } = await issueTo(adult, { isShared: true })
    await shareCredential(asPerson(personId), { credentialId, isShared: false })
    expect((await get(`${path}.json`)).status).toBe(404)
    await shareCredential(asPerson(personId), { credentialId, isShared: true })
    await respondToCredential(asPerson(personId), { credentialId, response: 'declined' })
    expect((await get(`${path}.json`)).status).toBe(404)
  })
})

describe('a minor', () => {
  const MINORS = [
    { givenName: 'Capucine', familyName: 'Vauquelin', birthDate: '2014-05-06', isPupil: true },
    { givenName: 'Capucine', familyName: 'Vauquelin', isPupil: true },
  ]
  test.each(MINORS)('is never named nor shown to outsiders, even if the badge were marked as shared (%o)', async (minor) => {
    const { path, credentialId } = await issueTo(minor, { narrative: 'Capucine Vauquelin a trié le compost.' })
    await platform.ctx.db.updateTable('credential').set({ shared_at: platform.ctx.now() }).where('id', '=', credentialId).execute()
    for (const face of ['', ...FACES]) {
      const response = await get(path + face, face === '' ? { accept: 'application/json' } : {})
      const text = await response.text()
      expect([face, response.status, /capucine|vauquelin/i.test(text)]).toEqual([face, 404, false])
    }
  })
})

/** What `publicKeyMultibase` holds after its two bytes of type, as a JWK. */
async function jwkOf(multibase: string) {
  const { decodeMultikey } = await import('@boat/openbadges')
  const { publicKey } = decodeMultikey(multibase) as { publicKey: Uint8Array }
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
}

describe('the page', () => {
  /** What the page is made of, for who looks; a refusal is shown by the page itself. */
  async function open(credentialId: string, viewer?: string) {
    const context = new RouterContextProvider()
    const actor = viewer ? actorOf(viewer) : { kind: 'anonymous' as const }
    const responseHeaders = new Headers()
    context.set(pageRequest, { ctx: as(platform.ctx, actor), nonce: '', userAgent: '', clientAddress: '', responseHeaders })
    const result = await loader({ params: { id: credentialId }, context, request: new Request(TEST_ORIGIN) } as unknown as Parameters<typeof loader>[0])
    const answer = 'init' in result ? { status: result.init?.status ?? 200, page: result.data } : { status: 200, page: result }
    return { ...answer, vary: responseHeaders.get('vary') }
  }

  test("of a private badge is the same as that of none, and says nobody's name", async () => {
    const { credentialId } = await issueTo(adult)
    const hidden = await open(credentialId)
    expect(hidden).toEqual(await open('11111111-1111-4111-8111-111111111111'))
    expect(hidden).toEqual({ status: 404, page: { isVisible: false, title: 'Ce badge n’est pas partagé' }, vary: 'Accept, Cookie' })
    expect((await open(credentialId, await makePerson(platform.ctx, { givenName: 'Passant' }))).status).toBe(403)
  })

  test('of a shared badge names its holder, in the text and in what search engines read', async () => {
    const { credentialId } = await issueTo(adult, { isShared: true, narrative: 'A **accueilli** les nouveaux.' })
    const { page } = await open(credentialId)
    expect(page).toMatchObject({
      isVisible: true,
      title: 'Éco-citoyen, reçu par Jeanne Œuvrard',
      recipient: { kind: 'named', name: 'Jeanne Œuvrard' },
      issuer: { name: 'Collège Maurice Bedel' },
      state: 'valid',
      isPublic: true,
      jsonLd: { '@type': 'EducationalOccupationalCredential', about: { name: 'Jeanne Œuvrard' } },
    })
    expect(JSON.stringify(page)).toContain('<strong>accueilli</strong>')
  })

  test('says « un·e élève » of a minor, also to the staff of the structure', async () => {
    const { ctx } = platform
    const { credentialId, personId } = await issueTo({ givenName: 'Capucine', familyName: 'Vauquelin', birthDate: '2014-05-06', isPupil: true })
    const staff = await makePerson(ctx, { givenName: 'Maya' })
    await addMember(ctx, { organizationId: school.organizationId, personId: staff, roles: ['issuer'] })
    const { status, page } = await open(credentialId, staff)
    expect([status, /capucine|vauquelin/i.test(JSON.stringify(page))]).toEqual([200, false])
    expect(page).toMatchObject({ recipient: { kind: 'pupil' }, title: 'Éco-citoyen, reçu par un·e élève' })
    expect((await open(credentialId, personId)).page).toMatchObject({ recipient: { kind: 'you' } })
  })

  test('tells that a badge expired or was revoked, and why', async () => {
    const { credentialId } = await issueTo(adult, { isShared: true })
    await revokeCredential(platform.ctx, { credentialId, reason: 'Attribué par erreur' })
    expect((await open(credentialId)).page).toMatchObject({ state: 'revoked', revocationReason: 'Attribué par erreur' })
  })
})
