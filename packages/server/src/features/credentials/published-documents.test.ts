// What a stranger finds at our addresses, through HTTP only.
import { decodeStatusList, getStatus, type JsonObject, verifyCredential } from '@boat/openbadges'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { adoptAchievement, shareWithNetwork } from '#features/achievements/index.ts'
import { createOrganization } from '#features/organizations/index.ts'
import { pinnedContexts } from '../../../../openbadges/src/contexts/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { issueCredentials, revokeCredential } from './index.ts'
import { METALS, makeBadge, makeSchool, readDocument } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let document: Awaited<ReturnType<typeof readDocument>>
let credentialId: string

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  const school = await makeSchool(ctx)
  const recipients = [{ name: 'Inès', email: 'ines@example.org', narrative: 'A monté le composteur.', evidenceUrl: 'https://example.org/photo' }]
  credentialId = (await issueCredentials(ctx, { versionId: school.versionId, recipients }))[0]!.credentialId
  document = await readDocument(ctx, credentialId)
})
afterAll(() => platform[Symbol.asyncDispose]())

/** Addresses of ours, and no other. */
async function load(asked: string) {
  // did:web is always https; a platform on localhost answers it over http.
  const url = asked.replace(/^https:\/\/localhost(?=[:/])/, 'http://localhost')
  if (!url.startsWith(`${ctx.config.url}/`)) throw new Error(`not ours: ${url}`)
  const response = await platform.app.request(url, { headers: { accept: 'application/did+json, application/json' } })
  return { url, status: response.status, contentType: response.headers.get('content-type') ?? '', body: new Uint8Array(await response.arrayBuffer()) }
}
const verify = (badge: object) => verifyCredential(badge, { load, now: ctx.now(), recipient: 'ines@example.org' })
const outcomes = async (badge: object) => Object.fromEntries((await verify(badge)).checks.map(({ check, outcome, code }) => [check, code ?? outcome]))
const readStatus = async () => {
  const { statusListCredential, statusListIndex } = document.credentialStatus
  const list = JSON.parse(new TextDecoder().decode((await load(statusListCredential)).body)) as { credentialSubject: { encodedList: string } }
  return { list, isRevoked: getStatus(await decodeStatusList(list.credentialSubject.encodedList), Number(statusListIndex)) }
}

test('the badge verifies with our own verifier: proof, issuer, status and recipient', async () => {
  const report = await verify(document)
  expect(report.checks.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')).toEqual([])
  expect(report.outcome).toBe('verified')
})

/** The verifier of others, with our pinned contexts and our published keys. */
async function openTheirs() {
  const vc = await import('@digitalbazaar/vc' as string)
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity' as string)
  const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite' as string)
  const documentLoader = async (url: string) => {
    const context = pinnedContexts.get(url)?.document
    return { contextUrl: null, documentUrl: url, document: context ?? (await loadDid(url)) }
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  return async (credential: object): Promise<boolean> =>
    (await vc.verifyCredential({ credential, suite, documentLoader, now: ctx.now(), checkStatus: async () => ({ verified: true }) })).verified
}

test('the badge and its status list verify in @digitalbazaar/vc', async () => {
  const theirs = await openTheirs()
  const { list } = await readStatus()
  expect(await theirs(document)).toBe(true)
  expect(await theirs(list)).toBe(true)
  expect(await theirs({ ...document, name: 'Another' })).toBe(false)
})

test('two steps of a badge that grows, of two structures, verify here and there; another level is noticed', async () => {
  const theirs = await openTheirs()
  const author = await makeSchool(ctx, 'Réseau BOAT')
  const badge = await makeBadge(ctx, author.organizationId, 'Passeur de savoirs', METALS)
  const school = await createOrganization(ctx, { name: 'École François Rabelais', type: 'primary-school' })
  await shareWithNetwork(ctx, { achievementId: badge.achievementId, isShared: true })
  await adoptAchievement(ctx, { organizationId: school.organizationId, achievementId: badge.achievementId })
  const give = async (organizationId: string, levelId: string) => {
    const recipients = [{ name: 'Inès', email: 'ines@example.org', levelId }]
    return readDocument(ctx, (await issueCredentials(ctx, { versionId: badge.versionId, organizationId, recipients }))[0]!.credentialId)
  }
  const bronze = await give(school.organizationId, 'bronze')
  const silver = await give(author.organizationId, 'argent')
  expect(await Promise.all([bronze, silver].map(async (step) => (await verify(step)).outcome))).toEqual(['verified', 'verified'])
  expect([await theirs(bronze), await theirs(silver)]).toEqual([true, true])
  const raised = JSON.parse(JSON.stringify(bronze).replace(/(achievedLevel":"[^"]*)bronze/, '$1or')) as object
  expect(await outcomes(raised)).toMatchObject({ proof: 'proof_invalid' })
  expect(await theirs(raised)).toBe(false)
})

/** did:web, as anybody resolves it: an address under our origin. */
async function loadDid(url: string): Promise<unknown> {
  const [did, fragment] = url.split('#')
  const path = did!.slice('did:web:'.length).split(':').slice(1).join('/')
  const found = JSON.parse(new TextDecoder().decode((await load(`${ctx.config.url}/${path}/did.json`)).body)) as { verificationMethod: JsonObject[] }
  if (!fragment) return found
  const method = found.verificationMethod.find(({ id }) => id === url)
  if (!method) throw new Error(`no ${url}`)
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
}

test('a revocation is seen in the published list, in which no other bit is set, and by who verifies', async () => {
  const before = await platform.app.request(document.credentialStatus.statusListCredential)
  expect(before.headers.get('content-type')).toBe('application/vc+ld+json')
  expect(before.headers.get('cache-control')).toBe('public, max-age=60')
  const etag = before.headers.get('etag')!
  const same = await platform.app.request(document.credentialStatus.statusListCredential, { headers: { 'if-none-match': etag } })
  expect(same.status).toBe(304)
  expect((await readStatus()).isRevoked).toBe(false)

  await revokeCredential(ctx, { credentialId, reason: 'Attribué par erreur' })
  const { list, isRevoked } = await readStatus()
  expect(isRevoked).toBe(true)
  const bits = await decodeStatusList(list.credentialSubject.encodedList)
  expect(bits.length).toBe(131_072)
  expect(bits.bits.filter((byte) => byte !== 0)).toHaveLength(1)
  expect((await platform.app.request(document.credentialStatus.statusListCredential, { headers: { 'if-none-match': etag } })).status).toBe(200)
  expect(await outcomes(document)).toMatchObject({ proof: 'passed', status: 'revoked' })
  expect(await readDocument(ctx, credentialId)).toEqual(document)
})

test('a list that is not there is not found', async () => {
  for (const id of [ctx.newId(), 'x']) expect((await platform.app.request(`/status/${id}`)).status).toBe(404)
})
