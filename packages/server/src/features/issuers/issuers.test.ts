import { createPublicKey, verify } from 'node:crypto'
import { decodeMultikey } from '@boat/openbadges'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPage } from '../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { buildIssuerDidDocument } from './build-issuer-did-document.ts'
import { buildIssuerProfile, ensureIssuer, getIssuer, getSigner, rotateKey } from './index.ts'
import { listSigningKeys } from './list-signing-keys.ts'
import * as issuerPage from './pages/issuer.server.ts'
import * as keysPage from './pages/keys.server.ts'
import { openSigningKey } from './signing-key.ts'

let app: TestApp
let school: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>
let admin: Somebody
const DATA = Buffer.from('what is signed')

beforeAll(async () => {
  app = await makeApp()
  school = await makeSchool(app.ctx)
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
  admin = await makePerson(app.ctx, 'Claire', { isNetworkAdmin: true })
  await app.runJobs()
})
afterAll(() => app[Symbol.asyncDispose]())

const isSignedBy = (multibase: string, signature: Uint8Array): boolean => {
  const raw = Buffer.from(decodeMultikey(multibase).publicKey).toString('base64url')
  return verify(null, DATA, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' }), signature)
}

describe('every structure has an issuer', () => {
  it('made when the structure is, with one active key, whose signature its public key confirms', async () => {
    const issuer = await getIssuer(app.ctx, { organizationId: school.organizationId })
    expect(issuer.did).toBe(`did:web:localhost%3A3999:issuers:${issuer.id}`)
    expect(issuer.keys).toHaveLength(1)
    expect(issuer.keys[0]).toMatchObject({ multibase: expect.stringMatching(/^z6Mk/), retiredAt: null, compromisedAt: null })
    const { signer, signingKeyId } = await getSigner(app.ctx, issuer.id)
    expect(signingKeyId).toBe(issuer.keys[0]!.id)
    expect(signer.verificationMethod).toBe(`${issuer.did}#${issuer.keys[0]!.multibase}`)
    expect(isSignedBy(issuer.keys[0]!.multibase, await signer.sign(DATA))).toBe(true)
  })

  it('asked for again, many times at once, it stays the same one with the same key', async () => {
    const { organizationId } = await makeSchool(app.ctx, 'École François Rabelais')
    const answers = await Promise.all(Array.from({ length: 6 }, () => ensureIssuer(app.ctx, organizationId)))
    expect(new Set(answers.map(({ issuerId }) => issuerId)).size).toBe(1)
    expect((await getIssuer(app.ctx, { organizationId })).keys).toHaveLength(1)
  })

  it('an unknown one, or a text that is no id, is not found', async () => {
    for (const issuerId of [app.ctx.newId(), 'x', '']) {
      await expect(getIssuer(app.ctx, { issuerId })).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(getSigner(app.ctx, app.ctx.newId())).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a private key', () => {
  it('is nowhere in the database: neither its bytes, nor in hexadecimal, base64 or PEM', async () => {
    const keys = await app.ctx.db.selectFrom('signing_key').selectAll().execute()
    const dump = await dumpDatabase(app.ctx.config.databaseUrl!)
    for (const key of keys) {
      const secret = Buffer.from(openSigningKey(app.ctx.secrets, key).export({ format: 'jwk' }).d!, 'base64url')
      expect(secret).toHaveLength(32)
      for (const text of [secret.toString('hex'), secret.toString('base64').slice(0, 42), secret.toString('base64url')]) expect(dump).not.toContain(text)
      expect(Buffer.from(key.private_key_sealed).includes(secret)).toBe(false)
      expect(dump).toContain(Buffer.from(key.private_key_sealed).toString('hex'))
    }
    expect(dump).not.toContain('PRIVATE KEY')
    expect(dump).not.toContain(Buffer.from(app.ctx.config.secretKey).toString('hex'))
  })

  it('does not open under the label of another row, nor with another platform’s key', async () => {
    const [one, two] = await app.ctx.db.selectFrom('signing_key').selectAll().limit(2).execute()
    const moved = { id: two!.id, private_key_sealed: one!.private_key_sealed }
    const fresh = { ...app.ctx.secrets }
    expect(() => openSigningKey(fresh, moved)).toThrow()
    await using elsewhere = await makeApp()
    expect(() => openSigningKey(elsewhere.ctx.secrets, one!)).toThrow()
  })
})

async function dumpDatabase(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'job')`)
  const texts: string[] = []
  for (const { name } of tables) for (const { line } of (await client.query<{ line: string }>(`select t::text as line from ${name} t`)).rows) texts.push(line)
  await client.end()
  return texts.join('\n')
}

describe('changing keys', () => {
  it('a key that is replaced stays published and keeps asserting; the new one signs', async () => {
    const before = await getIssuer(app.ctx, { organizationId: school.organizationId })
    await rotateKey(school.owner.ctx, { organizationId: school.organizationId })
    const after = await getIssuer(app.ctx, { organizationId: school.organizationId })
    expect(after.keys).toHaveLength(2)
    expect(after.keys[1]).toMatchObject({ multibase: before.keys[0]!.multibase, retiredAt: app.ctx.now(), compromisedAt: null })
    const document = await buildIssuerDidDocument(app.ctx, after.id)
    expect(document.verificationMethod).toHaveLength(2)
    expect(document.assertionMethod).toContain(`${after.did}#${before.keys[0]!.multibase}`)
    expect((await getSigner(app.ctx, after.id)).signer.verificationMethod).toBe(`${after.did}#${after.keys[0]!.multibase}`)
  })

  it('a compromised key asserts nothing any more, is replaced if it was signing, and its reason is kept', async () => {
    const { organizationId } = other
    const before = await getIssuer(app.ctx, { organizationId })
    await expect(rotateKey(other.owner.ctx, { organizationId, compromised: true, reason: '  ' })).rejects.toMatchObject({ code: 'reason_required' })
    await rotateKey(other.owner.ctx, { organizationId, compromised: true, reason: 'Sauvegarde volée' })
    const after = await getIssuer(app.ctx, { organizationId })
    const document = await buildIssuerDidDocument(app.ctx, after.id)
    expect(document.verificationMethod).toHaveLength(2)
    expect(document.assertionMethod).toEqual([`${after.did}#${after.keys[0]!.multibase}`])
    const { keys } = await listSigningKeys(other.owner.ctx, organizationId)
    expect(keys[1]).toMatchObject({ id: before.keys[0]!.id, compromiseReason: 'Sauvegarde volée', signedCount: 0 })
    await expect(rotateKey(other.owner.ctx, { organizationId, keyId: before.keys[0]!.id, compromised: true, reason: 'encore' })).rejects.toMatchObject({
      code: 'key_already_compromised',
    })
    await expect(rotateKey(other.owner.ctx, { organizationId, keyId: before.keys[0]!.id })).rejects.toMatchObject({ code: 'key_already_rotated' })
  })

  it('an old key may be declared compromised without touching the one that signs', async () => {
    const { organizationId } = school
    const [active, old] = (await getIssuer(app.ctx, { organizationId })).keys
    await rotateKey(school.owner.ctx, { organizationId, keyId: old!.id, compromised: true, reason: 'Copie perdue' })
    const [still, declared] = (await getIssuer(app.ctx, { organizationId })).keys
    expect(still!.id).toBe(active!.id)
    expect(declared).toMatchObject({ id: old!.id, compromisedAt: app.ctx.now() })
  })

  it('the key of another structure is not found', async () => {
    const [foreign] = (await getIssuer(app.ctx, { organizationId: other.organizationId })).keys
    await expect(rotateKey(school.owner.ctx, { organizationId: school.organizationId, keyId: foreign!.id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is for owners and the network’s administrators: verbs and pages, each role, own and other structure', async () => {
    const outcome = async (run: () => Promise<unknown>) =>
      run().then(
        () => 'done',
        (error) => error.code ?? String(error),
      )
    const everybody: [string, Somebody, string][] = [
      ...(['admin', 'designer', 'issuer', 'member', 'pupil'] as const).map((role): [string, Somebody, string] => [role, school[role], 'not_allowed']),
      ['the owner of another structure', other.owner, 'not_allowed'],
      ['owner', school.owner, 'done'],
      ['network administrator', admin, 'done'],
    ]
    for (const [who, somebody, expected] of everybody) {
      expect([who, await outcome(() => rotateKey(somebody.ctx, { organizationId: school.organizationId }))]).toEqual([who, expected])
      expect([who, await outcome(() => listSigningKeys(somebody.ctx, school.organizationId))]).toEqual([who, expected])
      const status = expected === 'done' ? 200 : 403
      expect([who, (await callPage(app.ctx, keysPage.loader, { actor: somebody.actor, params: { slug: school.slug } })).status]).toEqual([who, status])
      const posted = await callPage(app.ctx, keysPage.action, { actor: somebody.actor, params: { slug: school.slug }, form: { intent: 'rotate' } })
      expect([who, posted.status]).toEqual([who, expected === 'done' ? 302 : 403])
    }
    const anonymous = { ...app.ctx, actor: { kind: 'anonymous' as const } }
    expect(await outcome(() => rotateKey(anonymous, { organizationId: school.organizationId }))).toBe('not_signed_in')
    expect(await callPage(app.ctx, keysPage.action, { params: { slug: school.slug }, form: { intent: 'rotate' } })).toMatchObject({
      status: 302,
      location: expect.stringContaining('/sign-in'),
    })
  })

  it('the page refuses a declaration without a reason, and says which field', async () => {
    const [key] = (await getIssuer(app.ctx, { organizationId: school.organizationId })).keys
    const call = (reason: string) =>
      callPage(app.ctx, keysPage.action, { actor: school.owner.actor, params: { slug: school.slug }, form: { intent: 'declare-compromised', keyId: key!.id, reason } })
    expect((await call('')).data).toMatchObject({ problem: { code: 'invalid_input', fields: { reason: 'reason_required' } }, values: { keyId: key!.id } })
    expect(await call('Ordinateur volé')).toMatchObject({ status: 302, location: `/organizations/${school.slug}/settings/keys?done=compromised` })
    expect((await call('Ordinateur volé')).data).toMatchObject({ problem: { code: 'key_already_compromised' } })
  })
})

describe('what everybody reads', () => {
  const get = (path: string, accept?: string) => app.app.request(path, { headers: accept ? { accept } : {} })

  it('the DID document, as its own media type, from any site', async () => {
    const issuer = await getIssuer(app.ctx, { organizationId: school.organizationId })
    const response = await get(`/issuers/${issuer.id}/did.json`)
    expect(response.headers.get('content-type')).toBe('application/did+json')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({
      id: issuer.did,
      alsoKnownAs: [issuer.url],
      assertionMethod: expect.arrayContaining([`${issuer.did}#${issuer.keys[0]!.multibase}`]),
    })
  })

  it('the Profile in each media type that is asked for, and the 2.0 Issuer', async () => {
    const issuer = await getIssuer(app.ctx, { organizationId: school.organizationId })
    const profile = await buildIssuerProfile(app.ctx, issuer.id)
    for (const type of ['application/json', 'application/ld+json', 'application/vc+ld+json']) {
      const response = await get(`/issuers/${issuer.id}`, type)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('vary')).toBe('Accept')
      expect(await response.json()).toMatchObject({ ...profile })
    }
    expect(await (await get(`/issuers/${issuer.id}?v=2`)).json()).toMatchObject({ type: 'Issuer', id: `${issuer.url}?v=2`, name: 'Collège Maurice Bedel' })
    expect(await (await get(`/api/v1/issuers/${issuer.id}`)).json()).toMatchObject({
      did: issuer.did,
      keys: expect.arrayContaining([expect.objectContaining({ publicKeyMultibase: issuer.keys[0]!.multibase })]),
      profile,
    })
  })

  it('nothing that is not there', async () => {
    for (const path of [`/issuers/${app.ctx.newId()}/did.json`, '/issuers/x/did.json', `/api/v1/issuers/${app.ctx.newId()}`]) expect((await get(path)).status).toBe(404)
    expect((await get(`/issuers/${app.ctx.newId()}`, 'application/json')).status).toBe(404)
    expect((await get('/api/v1/issuers/x')).status).toBe(400)
    expect((await callPage(app.ctx, issuerPage.loader, { params: { issuerId: 'x' } })).status).toBe(404)
  })

  it('the page shows the structure, its published badges and no private thing', async () => {
    const issuer = await getIssuer(app.ctx, { organizationId: school.organizationId })
    const { data } = await callPage(app.ctx, issuerPage.loader, { params: { issuerId: issuer.id } })
    expect(data).toMatchObject({ name: 'Collège Maurice Bedel', did: issuer.did, badges: [], jsonLd: { id: issuer.did } })
    expect(JSON.stringify(data)).not.toMatch(/sealed|private/i)
  })
})
