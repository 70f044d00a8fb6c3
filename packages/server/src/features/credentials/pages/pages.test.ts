import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Ctx } from '#ctx'
import { addCohortMember, addMember, createCohort, schoolYearOf } from '#features/organizations/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { issueCredentials } from '../index.ts'
import { makePerson, makeSchool, staffCtx } from '../school.fixture.ts'
import * as batchPage from './batch.server.ts'
import * as issuePage from './issue.server.ts'
import * as onePage from './issued.server.ts'
import * as listPage from './issued-list.server.ts'

let platform: TestApp
let ctx: Ctx
let actor: Actor
let school: Awaited<ReturnType<typeof makeSchool>>

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  actor = (await staffCtx(ctx, school.organizationId)).actor
})
afterAll(() => platform[Symbol.asyncDispose]())

const params = (more: Record<string, string> = {}) => ({ slug: school.slug, ...more })
const choose = (form: Record<string, string | string[]>) => callPage(ctx, issuePage.action, { actor, params: params(), form: { versionId: school.versionId, ...form } })
const batchIdIn = (location: string | undefined) => location!.split('/').at(-1)!
const readBatch = async (batchId: string, search = '') => (await callPage(ctx, batchPage.loader, { actor, params: params({ batchId }), search })).data

test('a badge, then a class with who holds it already, then a preview, then one click, then the results', async () => {
  const { cohortId } = await createCohort(ctx, { organizationId: school.organizationId, name: '4e B', kind: 'class', schoolYear: schoolYearOf(ctx.now()) })
  const people: string[] = []
  for (const givenName of ['Ana', 'Bilal', 'Chloé']) {
    const personId = await makePerson(ctx, { givenName })
    await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
    await addCohortMember(ctx, { cohortId, personId })
    people.push(personId)
  }
  await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId: people[0], name: 'Ana' }] })
  expect((await callPage(ctx, issuePage.loader, { actor, params: params() })).data).toMatchObject({
    step: 1,
    badges: [{ name: 'Éco-citoyen', achievementId: school.achievementId }],
  })
  const second = await callPage(ctx, issuePage.loader, { actor, params: params(), search: `?achievement=${school.achievementId}&cohort=${cohortId}` })
  expect(second.data).toMatchObject({ step: 2, way: 'cohort', members: [{ name: 'Ana', isHolder: true }, { name: 'Bilal', isHolder: false, hasEmail: false }, {}] })

  const { location } = await choose({ to: 'cohort', personId: people.slice(1), narrative: 'Projet compost', validUntil: '2027-08-31' })
  const batchId = batchIdIn(location)
  const preview = await readBatch(batchId)
  expect(preview).toMatchObject({
    phase: 'preview',
    counts: { pending: 2 },
    cardCount: 2,
    validUntil: '31 août 2027',
    ready: [{ name: 'Bilal', narrative: 'Projet compost', email: null }, {}],
  })
  expect((await callPage(ctx, batchPage.action, { actor, params: params({ batchId }), form: { intent: 'confirm' } })).location).toContain(batchId)
  expect(await readBatch(batchId)).toMatchObject({ phase: 'running' })
  await platform.runJobs()
  expect(await readBatch(batchId)).toMatchObject({ phase: 'finished', counts: { issued: 2 }, ready: [{ state: 'issued', credentialId: expect.any(String) }, {}] })
})

test('a pasted list says what is wrong with each line, and comes back to be corrected as it was typed', async () => {
  const list = 'Prénom;Nom;Courriel;Preuve\nInès;Garnier;ines@example.org;https://example.org/a\nLéo;Martin;leo[at]example.org;\nTom;Petit;tom@example.org;pas une adresse\n'
  const { location } = await choose({ to: 'list', list })
  const batchId = batchIdIn(location)
  const page = await readBatch(batchId)
  expect(page).toMatchObject({ counts: { pending: 1, excluded: 2 }, isList: true })
  expect(page.troubled).toMatchObject([
    { line: 3, problems: [{ code: 'email_invalid', column: 'Courriel', value: 'leo[at]example.org', sentence: expect.stringContaining('adresse') }] },
    { line: 4, problems: [{ code: 'evidence_invalid' }] },
  ])
  const again = await callPage(ctx, issuePage.loader, { actor, params: params(), search: `?achievement=${school.achievementId}&to=list&batch=${batchId}` })
  expect(again.data.prefilled.list).toContain('Léo Martin;leo[at]example.org')
  const corrected = await choose({ to: 'list', list: again.data.prefilled.list.replace('[at]', '@').replace('pas une adresse', 'https://example.org/b') })
  expect((await readBatch(batchIdIn(corrected.location))).counts).toMatchObject({ pending: 3, excluded: 0 })
})

test('an uploaded file is read like a pasted list, in the encoding of a French spreadsheet', async () => {
  const form = new FormData()
  form.set('versionId', school.versionId)
  form.set('to', 'list')
  form.set('file', new File([Buffer.from('Pr\xe9nom;Nom\r\nZo\xe9;Lef\xe8vre\r\n', 'latin1')], 'liste.csv', { type: 'text/csv' }))
  const { location } = await callPage(ctx, issuePage.action, { actor, params: params(), form })
  expect((await readBatch(batchIdIn(location))).ready).toMatchObject([{ name: 'Zoé Lefèvre' }])
})

test('what is missing is said above the form, and nothing that was typed is lost', async () => {
  for (const [form, code] of [
    [{ to: 'person' }, 'nobody_named'],
    [{ to: 'cohort' }, 'nobody_ticked'],
    [{ to: 'list' }, 'list_empty'],
    [{ to: 'nowhere' }, 'batch_empty'],
    [{ to: 'person', name: 'A', validUntil: '2020-01-01' }, 'valid_until_past'],
    [{ to: 'person', name: 'A', validUntil: '2027-02-31' }, 'valid_until_invalid'],
  ] as const)
    expect((await choose({ ...form, narrative: 'Gardé' })).data).toMatchObject({ problem: { code }, values: { narrative: 'Gardé' } })
  const form = new FormData()
  form.set('to', 'list')
  form.set('file', new File([Buffer.from('PK\x03\x04\x14\x00')], 'liste.xlsx'))
  expect((await callPage(ctx, issuePage.action, { actor, params: params(), form })).data.problem.code).toBe('roster_is_a_spreadsheet')
})

test('the staff finds what was issued, and revokes with a reason and a tick', async () => {
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ name: 'Rémi Faure', email: 'remi@example.org' }] })
  const id = issued!.credentialId
  expect((await callPage(ctx, listPage.loader, { actor, params: params(), search: '?q=remi&state=valid&from=nonsense' })).data.rows).toMatchObject([
    { credentialId: id, recipientName: 'Rémi Faure' },
  ])
  expect((await callPage(ctx, onePage.loader, { actor, params: params({ id }) })).data).toMatchObject({ title: 'Éco-citoyen, pour Rémi Faure', state: 'valid', mayRevoke: true })
  const revoke = (form: Record<string, string>) => callPage(ctx, onePage.action, { actor, params: params({ id }), form })
  expect((await revoke({ reason: 'Erreur de nom' })).data.problem.code).toBe('revocation_not_confirmed')
  expect((await revoke({ reason: '', understood: 'yes' })).data.problem).toMatchObject({ code: 'invalid_input', fields: { reason: 'reason' } })
  expect((await revoke({ reason: 'Erreur de nom', understood: 'yes' })).location).toContain('?done=revoked')
  expect((await callPage(ctx, onePage.loader, { actor, params: params({ id }) })).data).toMatchObject({ state: 'revoked', revocationReason: 'Erreur de nom' })
})

test('each page and form is closed to visitors, to other roles and to other structures', async () => {
  const other = await makeSchool(ctx, 'Lycée Genevoix')
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ name: 'Privé' }] })
  const batchId = batchIdIn((await choose({ to: 'person', name: 'Privé' })).location)
  const more = { batchId, id: issued!.credentialId }
  const member = (await staffCtx(ctx, school.organizationId, ['member'])).actor
  const elsewhere = (await staffCtx(ctx, other.organizationId, ['owner'])).actor
  for (const { loader } of [issuePage, batchPage, listPage, onePage]) {
    expect(await callPage(ctx, loader, { params: params(more) })).toMatchObject({ status: 302, location: expect.stringContaining('/sign-in') })
    for (const stranger of [member, elsewhere]) expect((await callPage(ctx, loader, { actor: stranger, params: params(more) })).status).toBe(403)
  }
  const form = { intent: 'confirm', versionId: school.versionId, to: 'person', name: 'X', reason: 'Parce que', understood: 'yes' }
  for (const { action } of [issuePage, batchPage, onePage]) {
    expect((await callPage(ctx, action, { params: params(more), form })).location).toContain('/sign-in')
    for (const stranger of [member, elsewhere])
      expect(await callPage(ctx, action, { actor: stranger, params: params(more), form })).toMatchObject({ status: 403, data: { code: 'not_allowed' } })
  }
  for (const { loader } of [batchPage, onePage]) expect((await callPage(ctx, loader, { actor: elsewhere, params: { slug: other.slug, ...more } })).status).toBe(403)
  const both = elsewhere.kind === 'person' ? elsewhere.personId : ''
  await addMember(ctx, { organizationId: school.organizationId, personId: both, roles: ['issuer'] })
  for (const { loader } of [batchPage, onePage]) expect((await callPage(ctx, loader, { actor: elsewhere, params: { slug: other.slug, ...more } })).status).toBe(404)
})
