import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { credentialUrl, shareCredential } from '#features/credentials/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { loader as publicPage } from '../../credentials/faces/pages/credential.server.ts'
import { loader as badgePage } from '../../passports/pages/my-badge.server.ts'
import { ANSWER, type Colleagues, makeColleagues } from '../endorsements.fixture.ts'
import { action as answerAction, loader as answerLoader } from './answer.server.ts'
import { action as linkAction, loader as linkLoader } from './answer-by-link.server.ts'
import { action as askAction, loader as askLoader } from './ask.server.ts'
import { action as oneAction, loader as oneLoader } from './endorsement.server.ts'
import { action as mineAction, loader as mineLoader } from './my-endorsements.server.ts'
import { action as stopAction, loader as stopLoader } from './stop.server.ts'

let app: TestApp
let here: Colleagues
beforeAll(async () => {
  app = await makeApp()
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  here = await makeColleagues(app.ctx)
  await app.runJobs()
  app.mails.length = 0
})

const asHolder = (half: Parameters<typeof callPage>[1], more: object = {}) => callPage(app.ctx, half, { actor: here.holder.actor, ...more })
const asIssuer = (half: Parameters<typeof callPage>[1], more: object = {}) => callPage(app.ctx, half, { actor: here.school.issuer.actor, ...more })
const mailForm = () => ({ badgeId: here.badgeId, name: 'Paul Durand', address: `${here.holder.personId}@mairie.example`, locale: 'fr', message: 'Bonjour\r\nPaul' })

async function askByMail(more: object = {}): Promise<string> {
  await asHolder(askAction, { form: { intent: 'ask', ...mailForm(), ...more } })
  await app.runJobs()
  return app.mails.map(({ text }) => /\/e\/([\w-]{43})\b/.exec(text)?.[1]).find(Boolean)!
}
async function askIssuer(): Promise<string> {
  await asHolder(askAction, { form: { intent: 'ask', badgeId: here.badgeId, personId: here.school.issuer.personId, message: '' } })
  return (await asIssuer(mineLoader)).data.toAnswer[0].requestId
}

describe('the form that asks', () => {
  test('shows the mail before it leaves, word for word, and keeps what was typed', async () => {
    const { data } = await asHolder(askAction, { form: { intent: 'preview', ...mailForm() } })
    await askByMail()
    const sent = app.mails[0]!
    expect(sent.subject).toBe(data.preview.subject)
    for (const said of ['hello', 'lead', 'what', 'how', 'why', 'stop']) expect(sent.text).toContain(data.preview[said])
    expect(data.values).toMatchObject({ name: 'Paul Durand', message: 'Bonjour\r\nPaul' })
    expect((await asHolder(askAction, { form: { intent: 'edit', ...mailForm() } })).data.values.address).toBe(mailForm().address)
  })

  test('names the field that is wrong', async () => {
    const { data } = await asHolder(askAction, { form: { intent: 'preview', ...mailForm(), address: 'paul', name: '' } })
    expect(data.problem.fields).toEqual({ name: 'name_required', address: 'address_invalid' })
    expect(data.values.message).toBe('Bonjour\r\nPaul')
  })

  test('is for one’s own badges', async () => {
    expect((await asIssuer(askLoader, { search: `?badge=${here.badgeId}` })).status).toBe(404)
    expect((await asIssuer(askAction, { form: { intent: 'preview', ...mailForm() } })).status).toBe(404)
    const { data } = await asHolder(askLoader)
    expect(data.badges.map(({ id }: { id: string }) => id).sort()).toEqual([here.badgeId, here.importedId].sort())
  })

  test('goes to whoever is chosen, and the badge says that it waits', async () => {
    const { data } = await asHolder(askLoader, { search: `?badge=${here.badgeId}&q=issuer` })
    expect(data.people).toMatchObject([{ personId: here.school.issuer.personId }])
    const { location } = await asHolder(askAction, { form: { intent: 'ask', badgeId: here.badgeId, personId: here.school.issuer.personId, message: '' } })
    expect(location).toBe(`/me/badges/${here.badgeId}?done=endorsement_asked#endorsements`)
    expect((await asHolder(badgePage, { params: { id: here.badgeId } })).data.endorsements).toMatchObject({ canAsk: true, waiting: [{ name: expect.stringContaining('issuer') }] })
  })
})

describe('the page of whoever is asked', () => {
  test('is theirs alone, shows what will be signed, and signs', async () => {
    const requestId = await askIssuer()
    const params = { requestId }
    expect((await callPage(app.ctx, answerLoader, { actor: here.school.owner.actor, params })).status).toBe(404)
    expect((await callPage(app.ctx, answerLoader, { params })).location).toMatch(/^\/sign-in/)
    const { data } = await asIssuer(answerLoader, { params })
    expect(data.asked).toMatchObject({ state: 'open', request: { holderName: 'Amina Benali', badge: { id: here.badgeId } } })
    const form = { ...ANSWER, voice: here.school.organizationId }
    const preview = (await asIssuer(answerAction, { params, form: { intent: 'preview', ...form } })).data.preview
    expect(preview.card).toMatchObject({ name: 'Collège Maurice Bedel', comment: ANSWER.comment })
    expect(JSON.parse(preview.json)).toMatchObject({ credentialSubject: { id: credentialUrl(app.ctx, here.badgeId), endorsementComment: ANSWER.comment } })
    expect(preview.json).not.toContain('Amina')
    expect((await asIssuer(answerAction, { params, form: { intent: 'sign', ...form } })).location).toBe(`/me/endorsements/${requestId}?done=signed`)
    expect((await asIssuer(answerAction, { params, form: { intent: 'sign', ...form } })).data.problem.code).toBe('already_answered')
    expect((await asIssuer(answerLoader, { params })).data.asked).toMatchObject({ state: 'answered', answer: { isShown: false } })
  })

  test('loses nothing that was typed', async () => {
    const params = { requestId: await askIssuer() }
    const { data } = await asIssuer(answerAction, { params, form: { intent: 'preview', ...ANSWER, comment: 'Court' } })
    expect(data).toMatchObject({ problem: { fields: { comment: 'comment_required' } }, values: { relation: ANSWER.relation } })
  })

  test('may be left without an answer, of which the holder hears nothing but that nothing came', async () => {
    const params = { requestId: await askIssuer() }
    await app.runJobs()
    const mails = app.mails.length
    expect((await asIssuer(answerAction, { params, form: { intent: 'decline' } })).location).toBe('/me/endorsements?done=declined')
    await app.runJobs()
    expect(app.mails).toHaveLength(mails)
    expect((await asHolder(mineLoader)).data.asked).toMatchObject([{ state: 'declined' }])
    expect((await asIssuer(mineLoader)).data.toAnswer).toEqual([])
  })
})

describe('the link of an outsider', () => {
  test('speaks the language of the mail once, signs without an account, and takes back', async () => {
    const token = await askByMail({ locale: 'en' })
    const params = { token }
    const first = await callPage(app.ctx, linkLoader, { params })
    expect(first).toMatchObject({ location: `/e/${token}?language=en`, cookie: expect.stringContaining('boat_locale=en') })
    const { data } = await callPage({ ...app.ctx, locale: 'en' }, linkLoader, { params })
    expect(data.asked).toMatchObject({ isOutsider: true, signers: [], askedName: 'Paul Durand', request: { holderName: 'Amina Benali' } })
    expect((await callPage(app.ctx, linkAction, { params, form: { intent: 'sign', ...ANSWER } })).location).toBe(`/e/${token}?done=signed`)
    expect((await callPage(app.ctx, linkAction, { params, form: { intent: 'withdraw', reason: '' } })).data.problem.fields).toEqual({ reason: 'reason_required' })
    expect((await callPage(app.ctx, linkAction, { params, form: { intent: 'withdraw', reason: 'Erreur de personne' } })).location).toBe(`/e/${token}?done=taken_back`)
    expect((await asHolder(badgePage, { params: { id: here.badgeId } })).data.endorsements.endorsements).toMatchObject([{ withdrawalReason: 'Erreur de personne' }])
  })

  test('that nobody was sent shows nothing', async () => {
    const params = { token: 'x'.repeat(43) }
    expect(await callPage(app.ctx, linkLoader, { params })).toMatchObject({ status: 404, data: { asked: null } })
    expect((await callPage(app.ctx, linkAction, { params, form: { intent: 'sign', ...ANSWER } })).status).toBe(404)
    expect((await callPage(app.ctx, stopLoader, { params })).status).toBe(404)
    expect((await callPage(app.ctx, stopAction, { params, form: { intent: 'stop' } })).status).toBe(404)
  })

  test('stops mails by a button, never by being opened', async () => {
    const params = { token: await askByMail() }
    expect((await callPage(app.ctx, stopLoader, { params })).data.stop).toMatchObject({ isStopped: false })
    await callPage(app.ctx, stopAction, { params, form: { intent: 'stop' } })
    expect((await callPage(app.ctx, stopLoader, { params })).data.stop).toMatchObject({ isStopped: true })
    await callPage(app.ctx, stopAction, { params, form: { intent: 'allow' } })
    expect((await callPage(app.ctx, stopLoader, { params })).data.stop).toMatchObject({ isStopped: false })
  })

  test('goes on in an account, for whoever has one', async () => {
    const params = { token: await askByMail() }
    expect((await callPage(app.ctx, linkAction, { params, form: { intent: 'account' } })).location).toMatch(/^\/sign-in/)
    const { location } = await asIssuer(linkAction, { params, form: { intent: 'account' } })
    expect((await asIssuer(answerLoader, { params: { requestId: location!.split('/').at(-1) } })).data.asked.signers).toHaveLength(1)
    expect((await callPage(app.ctx, linkLoader, { params })).data.asked).toMatchObject({ hasAccount: true })
  })
})

test('what is shown stands on the public page of the badge, what is private or taken back does not', async () => {
  const params = { requestId: await askIssuer() }
  await asIssuer(answerAction, { params, form: { intent: 'sign', ...ANSWER, voice: here.school.organizationId } })
  const endorsementId = params.requestId
  await shareCredential(here.holder.ctx, { credentialId: here.badgeId, isShared: true })
  const shown = async () => (await callPage(app.ctx, publicPage, { params: { id: here.badgeId } })).data.endorsements
  const one = (actor?: Colleagues['school']['owner']['actor']) => callPage(app.ctx, oneLoader, { params: { id: endorsementId }, ...(actor && { actor }) })
  expect(await shown()).toEqual([])
  expect((await one()).status).toBe(404)
  expect((await asHolder(mineAction, { form: { intent: 'show', endorsementId } })).location).toBe(`/me/badges/${here.badgeId}?done=endorsement_shown#endorsements`)
  expect(await shown()).toMatchObject([{ name: 'Collège Maurice Bedel', comment: ANSWER.comment, path: `/endorsements/${endorsementId}` }])
  expect((await one()).data).toMatchObject({ view: 'public', mayWithdraw: false, isPublic: true })
  expect((await one(here.school.owner.actor)).data.mayWithdraw).toBe(true)
  expect((await asHolder(oneAction, { params: { id: endorsementId }, form: { reason: 'Elle gêne' } })).status).toBe(404)
  await callPage(app.ctx, oneAction, { actor: here.school.owner.actor, params: { id: endorsementId }, form: { reason: 'Signé par erreur' } })
  expect(await shown()).toEqual([])
  expect((await one()).status).toBe(404)
})
