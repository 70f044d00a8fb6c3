import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { createPerson } from '#features/accounts/index.ts'
import { issueCredentials, revokeCredential, shareCredential } from '#features/credentials/index.ts'
import { addMember, removeMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool } from '../../../tests/support/make-school.ts'
import { makeHolder } from '../passports/passports.fixture.ts'
import { ANSWER, type Colleagues, givePupilBadge, makeColleagues } from './endorsements.fixture.ts'
import { forgetRequests } from './forget-requests.ts'
import { listEndorsements } from './list-endorsements.ts'
import { askEndorsement } from './requests/ask-endorsement.ts'
import { findAskable } from './requests/find-askable.ts'
import { remindOfRequest, withdrawRequest } from './requests/follow-request.ts'
import { getAsked } from './requests/get-asked.ts'
import { listAskedByMe, listAskedOfMe } from './requests/list-requests.ts'
import { allowMails, stopMails } from './requests/mail-stops.ts'
import { takeIntoAccount } from './requests/take-into-account.ts'
import { declineRequest } from './signing/decline-request.ts'
import { showEndorsement } from './signing/show-endorsement.ts'
import { signEndorsement } from './signing/sign-endorsement.ts'
import { withdrawEndorsement } from './signing/withdraw-endorsement.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

let app: TestApp
let here: Colleagues
beforeAll(async () => {
  app = await makeApp()
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  app.setNow(NOW)
  here = await makeColleagues(app.ctx)
  await app.runJobs()
  app.mails.length = 0
})

const outsider = (more: object = {}) => ({ badgeId: here.badgeId, name: 'Paul Durand', address: `${here.holder.personId}@mairie.example`, message: 'Bonjour Paul', ...more })
const askByMail = (more: object = {}) => askEndorsement(here.holder.ctx, outsider(more))
const askHere = (personId = here.school.issuer.personId) => askEndorsement(here.holder.ctx, { badgeId: here.badgeId, personId })
const linkIn = (text: string) => /\/e\/([\w-]{43})(?!\/stop)/.exec(text)?.[1] ?? ''
async function mailedToken(more: object = {}): Promise<string> {
  await askByMail(more)
  await app.runJobs()
  return linkIn(app.mails.at(-1)!.text)
}

describe('asking', () => {
  test('somebody of one’s structures is found by the first letters, and asked in their account and by mail', async () => {
    expect(await findAskable(here.holder.ctx, 'i')).toEqual([])
    const found = await findAskable(here.holder.ctx, 'issuer')
    expect(found.map(({ personId }) => personId)).toEqual([here.school.issuer.personId])
    expect(await findAskable(here.holder.ctx, 'Amina')).toEqual([])
    const { requestId } = await askHere()
    await app.runJobs()
    expect(app.mails.map(({ to }) => to)).toEqual([`issuer@${here.school.slug}.example`])
    expect(app.mails[0]!.text).toContain(`/me/endorsements/${requestId}`)
    expect((await listAskedOfMe(here.school.issuer.ctx)).map((request) => request.requestId)).toEqual([requestId])
    expect(await listAskedOfMe(here.school.member.ctx)).toEqual([])
  })

  test('a stranger to the structure is neither found nor asked by name', async () => {
    const stranger = await makePerson(app.ctx, 'Inconnue')
    expect(await findAskable(here.holder.ctx, 'Inconnue')).toEqual([])
    await expect(askHere(stranger.personId)).rejects.toMatchObject({ code: 'not_askable' })
    await removeMember(asSystem(app.ctx), { organizationId: here.school.organizationId, personId: here.school.member.personId })
    await expect(askHere(here.school.member.personId)).rejects.toMatchObject({ code: 'not_askable' })
  })

  test('an outsider gets one mail with a link of their own, in the language that was chosen', async () => {
    const token = await mailedToken({ locale: 'en' })
    expect(app.mails).toHaveLength(1)
    expect(app.mails[0]).toMatchObject({ to: `${here.holder.personId}@mairie.example`, subject: expect.stringContaining('asks you for a word') })
    expect(app.mails[0]!.text).toContain('> Bonjour Paul')
    expect(app.mails[0]!.text).toContain(`/e/${token}/stop`)
    expect(await getAsked(app.ctx, { token })).toMatchObject({ state: 'open', locale: 'en', request: { holderName: 'Amina Benali', badge: { name: 'Badge 1' } } })
  })

  test('nobody asks for the badge of another, nor for one that was withdrawn, nor oneself', async () => {
    const other = await makeHolder(app.ctx, { received: 1, imported: [] })
    await expect(askByMail({ badgeId: other.credentialIds[0] })).rejects.toMatchObject({ status: 404 })
    await expect(askHere(here.holder.personId)).rejects.toMatchObject({ code: 'own_word' })
    await expect(askByMail({ address: here.holder.address.toUpperCase() })).rejects.toMatchObject({ code: 'own_word' })
    await expect(askByMail({ address: 'sans arobase' })).rejects.toThrow()
    await revokeCredential(asSystem(app.ctx), { credentialId: here.badgeId, reason: 'Erreur' })
    await expect(askByMail()).rejects.toMatchObject({ code: 'badge_not_endorsable' })
  })

  test('the same person is asked once for a badge, until it is withdrawn or over', async () => {
    const { requestId } = await askByMail()
    await expect(askByMail()).rejects.toMatchObject({ code: 'already_asked' })
    await askByMail({ badgeId: here.importedId })
    await withdrawRequest(here.holder.ctx, requestId)
    await askByMail()
    const { requestId: declined } = await askHere()
    await declineRequest(here.school.issuer.ctx, { requestId: declined })
    await expect(askHere()).rejects.toMatchObject({ code: 'already_asked' })
  })

  test('ten times a day, and five for one mailbox', async () => {
    const address = `${here.school.slug}@mairie.example`
    for (let i = 0; i < 5; i++) {
      const other = await makeHolder(app.ctx, { received: 1, imported: [] })
      await askEndorsement(other.ctx, { ...outsider({ address }), badgeId: other.credentialIds[0]! })
    }
    await expect(askByMail({ address })).rejects.toMatchObject({ code: 'too_many_requests' })
    const another = here.holder.ctx
    for (let i = 0; i < 9; i++) await askEndorsement(another, outsider({ address: `${i}.${here.school.slug}@mairie.example` }))
    await expect(askByMail({ address: 'dernier@mairie.example' })).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  test('a reminder goes once, and not before a week', async () => {
    const { requestId } = await askByMail()
    await app.runJobs()
    await expect(remindOfRequest(here.holder.ctx, requestId)).rejects.toMatchObject({ code: 'too_early_to_remind' })
    app.setNow(later(7))
    await remindOfRequest(here.holder.ctx, requestId)
    await app.runJobs()
    expect(app.mails.map(({ text }) => linkIn(text))).toEqual([linkIn(app.mails[0]!.text), linkIn(app.mails[0]!.text)])
    await expect(remindOfRequest(here.holder.ctx, requestId)).rejects.toMatchObject({ code: 'reminded_already' })
  })

  test('another’s request is nobody’s to follow', async () => {
    const { requestId } = await askByMail()
    for (const { ctx } of [here.school.owner, here.school.issuer]) {
      await expect(withdrawRequest(ctx, requestId)).rejects.toMatchObject({ status: 404 })
      await expect(remindOfRequest(ctx, requestId)).rejects.toMatchObject({ status: 404 })
      await expect(getAsked(ctx, { requestId })).rejects.toMatchObject({ status: 404 })
      await expect(signEndorsement(ctx, { requestId }, ANSWER)).rejects.toMatchObject({ status: 404 })
    }
    await expect(getAsked(here.holder.ctx, { requestId })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a mailbox that wants no more', () => {
  test('is asked by nobody, its open requests are over, and it may change its mind', async () => {
    const token = await mailedToken()
    await stopMails(app.ctx, token)
    expect(await listAskedByMe(here.holder.ctx)).toMatchObject([{ state: 'declined' }])
    const other = await makeHolder(app.ctx, { received: 1, imported: [] })
    const again = () => askEndorsement(other.ctx, { ...outsider(), badgeId: other.credentialIds[0]! })
    await expect(again()).rejects.toMatchObject({ code: 'address_not_askable' })
    await allowMails(app.ctx, token)
    await again()
    await expect(stopMails(app.ctx, 'x'.repeat(43))).rejects.toMatchObject({ status: 404 })
  })

  test('is not mailed what was asked just before', async () => {
    const token = await mailedToken()
    app.setNow(later(8))
    await askByMail({ badgeId: here.importedId })
    await stopMails(app.ctx, token)
    app.mails.length = 0
    await app.runJobs()
    expect(app.mails).toEqual([])
  })

  test('that a pupil reads is not asked from outside', async () => {
    const { personId } = await createPerson(app.ctx, { givenName: 'Zoé', familyName: 'Élève', email: { address: 'zoe@eleves.example', isVerified: false } })
    await addMember(app.ctx, { organizationId: here.school.organizationId, personId, roles: ['member'], isPupil: true })
    await expect(askByMail({ address: 'zoe@eleves.example' })).rejects.toMatchObject({ code: 'address_not_askable' })
  })
})

describe('a request that is over', () => {
  test('shows nothing and is answered by nobody: withdrawn, declined or too late', async () => {
    const token = await mailedToken()
    const { requestId } = (await listAskedByMe(here.holder.ctx))[0]!
    app.setNow(later(61))
    expect(await getAsked(app.ctx, { token })).toMatchObject({ state: 'expired', request: null })
    await expect(signEndorsement(app.ctx, { token }, ANSWER)).rejects.toMatchObject({ code: 'request_closed' })
    app.setNow(NOW)
    await withdrawRequest(here.holder.ctx, requestId)
    expect(await getAsked(app.ctx, { token })).toMatchObject({ state: 'withdrawn', request: null })
    await expect(signEndorsement(app.ctx, { token }, ANSWER)).rejects.toMatchObject({ code: 'request_closed' })
    await expect(declineRequest(app.ctx, { token })).rejects.toMatchObject({ code: 'request_closed' })
    await expect(getAsked(app.ctx, { token: 'x'.repeat(43) })).rejects.toMatchObject({ status: 404 })
  })

  test('is forgotten after a season, unless it was answered', async () => {
    const token = await mailedToken()
    await signEndorsement(app.ctx, { token }, ANSWER)
    await askHere()
    app.setNow(later(200))
    await forgetRequests(app.ctx)
    expect(await listAskedByMe(here.holder.ctx)).toMatchObject([{ state: 'answered' }])
  })
})

describe('answering', () => {
  test('goes to the holder alone, who shows it or not', async () => {
    const token = await mailedToken()
    const { endorsementId } = await signEndorsement(app.ctx, { token }, ANSWER)
    await app.runJobs()
    expect(app.mails.map(({ to }) => to)).toContain(here.holder.address)
    const shown = () => listEndorsements(app.ctx, [here.badgeId], { onlyShown: true })
    expect(await listEndorsements(here.holder.ctx, [here.badgeId], { onlyShown: false })).toMatchObject([
      { endorsementId, endorserName: 'Paul Durand', kind: 'signed', shownAt: null },
    ])
    expect(await shown()).toEqual([])
    expect(await listEndorsements(here.school.owner.ctx, [here.badgeId], { onlyShown: false })).toEqual([])
    await expect(showEndorsement(here.school.owner.ctx, { endorsementId, isShown: true })).rejects.toMatchObject({ status: 404 })
    await showEndorsement(here.holder.ctx, { endorsementId, isShown: true })
    expect(await shown()).toMatchObject([{ endorsementId, comment: ANSWER.comment }])
    await showEndorsement(here.holder.ctx, { endorsementId, isShown: false })
    expect(await shown()).toEqual([])
  })

  test('happens once, also when it is pressed twice', async () => {
    const token = await mailedToken()
    const twice = await Promise.allSettled([signEndorsement(app.ctx, { token }, ANSWER), signEndorsement(app.ctx, { token }, ANSWER)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(signEndorsement(app.ctx, { token }, ANSWER)).rejects.toMatchObject({ code: 'already_answered' })
    await expect(declineRequest(app.ctx, { token })).rejects.toMatchObject({ code: 'already_answered' })
  })

  test('a word is left without a signature, and a link alone signs for no structure', async () => {
    const token = await mailedToken()
    await expect(signEndorsement(app.ctx, { token }, { ...ANSWER, voice: here.school.organizationId })).rejects.toMatchObject({ code: 'may_not_sign_for' })
    await expect(signEndorsement(here.school.issuer.ctx, { token }, { ...ANSWER, name: '' })).rejects.toMatchObject({ issues: [{ path: ['name'], message: 'name_required' }] })
    await signEndorsement(app.ctx, { token }, { ...ANSWER, voice: 'word' })
    expect(await listEndorsements(here.holder.ctx, [here.badgeId], { onlyShown: false })).toMatchObject([{ kind: 'word', document: null, address: null }])
  })

  test('in the name of a structure, by those who issue there only', async () => {
    const { requestId } = await askHere(here.school.member.personId)
    await expect(signEndorsement(here.school.member.ctx, { requestId }, { ...ANSWER, voice: here.school.organizationId })).rejects.toMatchObject({ code: 'may_not_sign_for' })
    const { requestId: other } = await askHere()
    const elsewhere = await makeSchool(app.ctx, 'Lycée Genevoix')
    await expect(signEndorsement(here.school.issuer.ctx, { requestId: other }, { ...ANSWER, voice: elsewhere.organizationId })).rejects.toMatchObject({ code: 'may_not_sign_for' })
    expect((await getAsked(here.school.issuer.ctx, { requestId: other })).signers).toMatchObject([{ organizationId: here.school.organizationId }])
    await signEndorsement(here.school.issuer.ctx, { requestId: other }, { ...ANSWER, voice: here.school.organizationId })
    expect(await listEndorsements(here.holder.ctx, [here.badgeId], { onlyShown: false })).toMatchObject([{ endorserName: 'Collège Maurice Bedel', isStructure: true }])
    const acts = await app.ctx.db.selectFrom('audit_entry').select(['act', 'actor_id']).where('organization_id', '=', here.school.organizationId).execute()
    expect(acts).toContainEqual({ act: 'endorsement.signed', actor_id: here.school.issuer.personId })
  })

  test('evidence is shown only when the holder agreed, and no longer than the request is open', async () => {
    const achievement = await app.ctx.db.selectFrom('credential').select('achievement_version_id').where('id', '=', here.badgeId).executeTakeFirstOrThrow()
    const holder = here.school.member
    const recipient = {
      personId: holder.personId,
      name: 'Amina',
      narrative: 'Trois réunions menées.',
      evidenceUrl: 'https://preuves.example/1',
      idempotencyKey: app.ctx.newId(),
    }
    const [issued] = await issueCredentials(asSystem(app.ctx), { versionId: achievement.achievement_version_id, recipients: [recipient] })
    const ask = async (personId: string, showsEvidence: boolean) => (await askEndorsement(holder.ctx, { badgeId: issued!.credentialId, personId, showsEvidence })).requestId
    const seenBy = async ({ ctx }: { ctx: TestApp['ctx'] }, requestId: string) => (await getAsked(ctx, { requestId })).request!.badge
    const hidden = await ask(here.school.owner.personId, false)
    expect(await seenBy(here.school.owner, hidden)).toMatchObject({ narrative: null, evidence: [] })
    const shown = await ask(here.school.issuer.personId, true)
    expect(await seenBy(here.school.issuer, shown)).toMatchObject({ narrative: 'Trois réunions menées.', evidence: [{ url: 'https://preuves.example/1' }] })
    await signEndorsement(here.school.issuer.ctx, { requestId: shown }, ANSWER)
    expect(await seenBy(here.school.issuer, shown)).toMatchObject({ narrative: null, evidence: [] })
  })

  test('an account takes the place of a link, once', async () => {
    const token = await mailedToken()
    const { requestId } = await takeIntoAccount(here.school.issuer.ctx, token)
    expect(await takeIntoAccount(here.school.issuer.ctx, token)).toEqual({ requestId })
    await expect(takeIntoAccount(here.school.owner.ctx, token)).rejects.toMatchObject({ code: 'request_closed' })
    await expect(signEndorsement(app.ctx, { token }, ANSWER)).rejects.toMatchObject({ code: 'may_not_sign_for' })
    await signEndorsement(here.school.issuer.ctx, { requestId }, ANSWER)
    app.mails.length = 0
    await askByMail({ badgeId: here.importedId })
    await app.runJobs()
    const own = app.mails.map(({ text }) => linkIn(text)).find(Boolean)!
    await expect(takeIntoAccount(here.holder.ctx, own)).rejects.toMatchObject({ code: 'own_word' })
  })

  test('is taken back by whoever gave it, with a reason; of a structure by those who revoke there', async () => {
    const token = await mailedToken()
    const { endorsementId } = await signEndorsement(app.ctx, { token }, ANSWER)
    await showEndorsement(here.holder.ctx, { endorsementId, isShown: true })
    await expect(withdrawEndorsement(here.holder.ctx, { endorsementId }, { reason: 'Non' })).rejects.toMatchObject({ status: 404 })
    await expect(withdrawEndorsement(app.ctx, { token }, { reason: '' })).rejects.toMatchObject({ issues: [{ path: ['reason'] }] })
    await withdrawEndorsement(app.ctx, { token }, { reason: 'Je me suis trompé de personne.' })
    expect(await listEndorsements(app.ctx, [here.badgeId], { onlyShown: true })).toEqual([])
    expect(await listEndorsements(here.holder.ctx, [here.badgeId], { onlyShown: false })).toMatchObject([{ withdrawalReason: 'Je me suis trompé de personne.' }])
    await expect(showEndorsement(here.holder.ctx, { endorsementId, isShown: true })).rejects.toMatchObject({ code: 'endorsement_withdrawn' })

    const { requestId } = await askHere()
    await signEndorsement(here.school.issuer.ctx, { requestId }, { ...ANSWER, voice: here.school.organizationId })
    await expect(withdrawEndorsement(here.school.member.ctx, { endorsementId: requestId }, { reason: 'Non, non' })).rejects.toMatchObject({ status: 404 })
    await removeMember(asSystem(app.ctx), { organizationId: here.school.organizationId, personId: here.school.issuer.personId })
    await expect(withdrawEndorsement(here.school.issuer.ctx, { endorsementId: requestId }, { reason: 'Je suis parti' })).rejects.toMatchObject({ status: 404 })
    await withdrawEndorsement(here.school.admin.ctx, { endorsementId: requestId }, { reason: 'Signé par erreur' })
  })
})

describe('a child', () => {
  const ask = (more: object) => askEndorsement(here.school.pupil.ctx, { badgeId: pupilBadge, ...more } as never)
  let pupilBadge: string
  beforeEach(async () => {
    pupilBadge = await givePupilBadge(app.ctx, { organizationId: here.school.organizationId, pupil: here.school.pupil })
  })

  test('asks the grown-ups of their school, and nobody else', async () => {
    const mate = await makePerson(app.ctx, 'Issam')
    await addMember(app.ctx, { organizationId: here.school.organizationId, personId: mate.personId, roles: ['member'], isPupil: true })
    expect((await findAskable(here.school.pupil.ctx, 'is')).map(({ personId }) => personId)).toEqual([here.school.issuer.personId])
    await expect(ask({ name: 'Oncle Bob', address: 'bob@example.org' })).rejects.toMatchObject({ code: 'asks_own_school' })
    await expect(ask({ personId: mate.personId })).rejects.toMatchObject({ code: 'not_askable' })
    const { requestId } = await ask({ personId: here.school.issuer.personId })
    expect(await getAsked(here.school.issuer.ctx, { requestId })).toMatchObject({ request: { isChild: true, holderName: 'Lina Essai' } })
  })

  test('is never asked', async () => {
    expect(await findAskable(here.holder.ctx, 'Lina')).toEqual([])
    await expect(askHere(here.school.pupil.personId)).rejects.toMatchObject({ code: 'not_askable' })
    await expect(takeIntoAccount(here.school.pupil.ctx, await mailedToken())).rejects.toMatchObject({ code: 'not_askable' })
  })

  test('is not named in what is signed, and unknown to whoever left their school', async () => {
    const { requestId } = await ask({ personId: here.school.issuer.personId })
    await expect(signEndorsement(here.school.issuer.ctx, { requestId }, { ...ANSWER, comment: 'Bravo LINA, tu as bien aidé.' })).rejects.toMatchObject({ code: 'names_a_child' })
    const other = await makeSchool(app.ctx, 'Lycée Genevoix')
    await addMember(app.ctx, { organizationId: other.organizationId, personId: here.school.issuer.personId, roles: ['issuer'] })
    expect((await getAsked(here.school.issuer.ctx, { requestId })).signers.map(({ organizationId }) => organizationId)).toEqual([here.school.organizationId])
    await removeMember(asSystem(app.ctx), { organizationId: here.school.organizationId, personId: here.school.issuer.personId })
    await expect(getAsked(here.school.issuer.ctx, { requestId })).rejects.toMatchObject({ status: 404 })
    await expect(signEndorsement(here.school.issuer.ctx, { requestId }, ANSWER)).rejects.toMatchObject({ status: 404 })
    expect(await listAskedOfMe(here.school.issuer.ctx)).toEqual([])
  })

  test('who turns out to be one is unknown behind every link', async () => {
    const token = await mailedToken()
    await app.ctx.db
      .updateTable('person')
      .set({ birth_date: '2014-05-05' as never })
      .where('id', '=', here.holder.personId)
      .execute()
    await expect(getAsked(app.ctx, { token })).rejects.toMatchObject({ status: 404 })
    await expect(signEndorsement(app.ctx, { token }, ANSWER)).rejects.toMatchObject({ status: 404 })
  })
})

test('the address of an endorsement answers everybody once it is shown with an open badge, and 410 once it is taken back', async () => {
  const token = await mailedToken()
  const { endorsementId } = await signEndorsement(app.ctx, { token }, ANSWER)
  const get = () => app.app.request(`/endorsements/${endorsementId}.json`)
  expect((await get()).status).toBe(404)
  await showEndorsement(here.holder.ctx, { endorsementId, isShown: true })
  expect((await get()).status).toBe(404)
  await shareCredential(here.holder.ctx, { credentialId: here.badgeId, isShared: true })
  const answer = await get()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/vc+ld+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  await withdrawEndorsement(app.ctx, { token }, { reason: 'Trompé de personne' })
  const gone = await get()
  expect(gone.status).toBe(410)
  expect(await gone.text()).not.toContain('Trompé')
})
