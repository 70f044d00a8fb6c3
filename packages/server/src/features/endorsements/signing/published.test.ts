// What is signed, in our own verifier and in another's.
import { type LoadedDocument, pinnedContexts, verifyCredential } from '@boat/openbadges'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { credentialUrl, shareCredential } from '#features/credentials/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { ANSWER, type Colleagues, makeColleagues } from '../endorsements.fixture.ts'
import { listEndorsements } from '../list-endorsements.ts'
import { askEndorsement } from '../requests/ask-endorsement.ts'
import { showEndorsement } from './show-endorsement.ts'
import { signEndorsement } from './sign-endorsement.ts'
import { withdrawEndorsement } from './withdraw-endorsement.ts'

type Signed = { id: string; issuer: { id: string; name: string; description?: string }; credentialSubject: { id: string; endorsementComment: string }; credentialStatus?: object }

let app: TestApp
let here: Colleagues
beforeAll(async () => {
  app = await makeApp()
  here = await makeColleagues(app.ctx)
})
afterAll(() => app[Symbol.asyncDispose]())

async function load(asked: string): Promise<LoadedDocument> {
  const url = asked.replace(/^https:\/\/localhost(?=[:/])/, 'http://localhost')
  const response = await app.app.request(url, { headers: { accept: 'application/did+json, application/vc, application/json' } })
  return { url, status: response.status, contentType: response.headers.get('content-type') ?? '', body: new Uint8Array(await response.arrayBuffer()) }
}
const outcomeOf = async (document: object) => (await verifyCredential(document as never, { load, now: app.ctx.now() })).outcome

/** Of did:key, the key is in the name. */
function didKeyDocument(url: string) {
  const did = url.split('#')[0]!
  const method = { id: `${did}#${did.slice('did:key:'.length)}`, type: 'Multikey', controller: did, publicKeyMultibase: did.slice('did:key:'.length) }
  const document = { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did, verificationMethod: [method], assertionMethod: [method.id] }
  return url.includes('#') ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : document
}

async function loadTheirs(url: string) {
  if (url.startsWith('did:key:')) return didKeyDocument(url)
  const [did, fragment] = url.split('#')
  const path = decodeURIComponent(did!.split(':').slice(3).join('/'))
  const document = JSON.parse(Buffer.from((await load(`${app.ctx.config.url}/${path}/did.json`)).body).toString())
  return fragment ? { '@context': 'https://w3id.org/security/multikey/v1', ...document.verificationMethod.find(({ id }: { id: string }) => id === url) } : document
}

async function verifyTheirs(credential: object): Promise<boolean> {
  const vc = await import('@digitalbazaar/vc' as string)
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity' as string)
  const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite' as string)
  const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: pinnedContexts.get(url)?.document ?? (await loadTheirs(url)) })
  const suite = new DataIntegrityProof({ cryptosuite })
  return (await vc.verifyCredential({ credential, suite, documentLoader, now: app.ctx.now(), checkStatus: async () => ({ verified: true }) })).verified
}

async function answered(badgeId: string, answer: object = {}): Promise<{ id: string; signed: Signed }> {
  const { requestId } = await askEndorsement(here.holder.ctx, { badgeId, personId: here.school.issuer.personId })
  await signEndorsement(here.school.issuer.ctx, { requestId }, { ...ANSWER, ...answer })
  const all = await listEndorsements(here.holder.ctx, [badgeId], { onlyShown: false })
  return { id: requestId, signed: JSON.parse(all.find(({ endorsementId }) => endorsementId === requestId)!.document!) }
}

test('in one’s own name: a did:key, the credential by its address, and nobody else’s name', async () => {
  const { signed } = await answered(here.importedId)
  const imported = await app.ctx.db.selectFrom('imported_badge').select('credential_id').where('id', '=', here.importedId).executeTakeFirstOrThrow()
  expect(signed.issuer).toMatchObject({ id: expect.stringMatching(/^did:key:z6Mk/), name: expect.stringContaining('issuer'), description: ANSWER.function })
  expect(signed.credentialSubject).toEqual({ id: imported.credential_id, type: ['EndorsementSubject'], endorsementComment: ANSWER.comment })
  expect(JSON.stringify(signed)).not.toMatch(/Amina|Benali/)
  expect([await outcomeOf(signed), await verifyTheirs(signed)]).toEqual(['verified', true])
  const other = { ...signed, credentialSubject: { ...signed.credentialSubject, endorsementComment: 'Tout autre chose.' } }
  expect([await outcomeOf(other), await verifyTheirs(other)]).toEqual(['not-verified', false])
})

test('in the name of a structure: its did:web, and a status that turns when it is taken back', async () => {
  const { id, signed } = await answered(here.badgeId, { voice: here.school.organizationId })
  expect(signed.issuer).toMatchObject({ id: expect.stringMatching(/^did:web:/), name: 'Collège Maurice Bedel' })
  expect(signed.credentialSubject.id).toBe(credentialUrl(app.ctx, here.badgeId))
  expect([await outcomeOf(signed), await verifyTheirs(signed)]).toEqual(['verified', true])
  await shareCredential(here.holder.ctx, { credentialId: here.badgeId, isShared: true })
  await showEndorsement(here.holder.ctx, { endorsementId: id, isShown: true })
  expect(JSON.parse(Buffer.from((await load(signed.id)).body).toString())).toEqual(signed)
  await withdrawEndorsement(here.school.owner.ctx, { endorsementId: id }, { reason: 'Signé par erreur' })
  const report = await verifyCredential(signed as never, { load, now: app.ctx.now() })
  expect(report.checks.find(({ check }) => check === 'status')).toMatchObject({ outcome: 'failed', code: 'revoked' })
  expect((await load(signed.id)).status).toBe(410)
})

test('the database refuses to change what was signed', async () => {
  const row = app.ctx.db.updateTable('endorsement').set({ comment: 'Autre chose' })
  await expect(row.execute()).rejects.toThrow('immutable')
})
