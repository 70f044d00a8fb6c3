import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials } from '#features/credentials/index.ts'
import { addCohortMember, addMember, createCohort, schoolYearOf } from '#features/organizations/index.ts'
import { callPage } from '../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { addFact } from './add-fact.ts'
import { decideNomination } from './decide-nomination.ts'
import { findNominees } from './find-nominees.ts'
import { findStandings } from './find-standing.ts'
import { getNomination } from './get-nomination.ts'
import { listAboutMe, listMyVoices } from './list-mine.ts'
import { listNominations } from './list-nominations.ts'
import { listWaitingVoices } from './list-waiting-voices.ts'
import { moderateVoice } from './moderate-voice.ts'
import { nominate } from './nominate.ts'
import * as myPage from './pages/my-nomination.server.ts'
import * as minePage from './pages/my-nominations.server.ts'
import * as proposePage from './pages/nominate.server.ts'
import * as dossierPage from './pages/nomination.server.ts'
import * as listPage from './pages/nominations.server.ts'
import { respondToNomination } from './respond-to-nomination.ts'
import { sendAgain } from './send-again.ts'
import { withdrawVoice } from './withdraw-voice.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const WORDS = { deed: 'A gardé une assiette pour ceux qui arrivent en retard.', occasion: 'toute l’année' }

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let neighbour: Awaited<ReturnType<typeof makeSchool>>
let organizationId: string
let cook: Somebody
let achievementId: string
let versionId: string
let badgeCount = 0

async function makeBadge(ofOrganizationId: string) {
  const content = { name: { fr: `Solidaire ${++badgeCount}` }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const made = await createAchievement(ctx, { organizationId: ofOrganizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  return { achievementId: made.achievementId, versionId: (await publishVersion(ctx, made.achievementId)).versionId }
}

async function makePupil(givenName: string, birthDate: string | null = '2014-03-02'): Promise<Somebody> {
  const pupil = await makePerson(ctx, givenName)
  await ctx.db.updateTable('person').set({ birth_date: birthDate, family_name: 'Secret' }).where('id', '=', pupil.personId).execute()
  await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
  return pupil
}

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  neighbour = await makeSchool(ctx, 'Lycée Genevoix')
  organizationId = school.organizationId
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  cook = await makePerson(ctx, `Thierry ${badgeCount}b`, { address: `chef${badgeCount}@bedel.example` })
  await addMember(ctx, { organizationId, personId: cook.personId, roles: ['member'], title: 'Chef cuisinier' })
  ;({ achievementId, versionId } = await makeBadge(organizationId))
})

const forCook = () => ({ organizationId, achievementId, personId: cook.personId, ...WORDS })
const proposedByStaff = () => nominate(school.member.ctx, forCook())
const proposedByPupil = () => nominate(school.pupil.ctx, forCook())
const decisionsOf = (nominationId: string) =>
  ctx.db
    .selectFrom('nomination_decision')
    .select(['decision', 'reason', 'decided_by'])
    .where('nomination_id', '=', nominationId)
    .orderBy('decided_at')
    .orderBy('number')
    .orderBy('decision')
    .execute()
const stateOf = async (nominationId: string) =>
  (await ctx.db.selectFrom('nomination').select(['state', 'closed_at']).where('id', '=', nominationId).executeTakeFirstOrThrow()).state
const clear = () => ctx.db.deleteFrom('rate_limit').execute()

describe('proposing', () => {
  beforeEach(clear)

  test('five people who name the cook for one badge make one dossier with five voices, even at the same instant', async () => {
    const others = await Promise.all(['Ana', 'Bilal', 'Chloé'].map((name) => makePupil(name)))
    const authors = [school.pupil, school.member, ...others]
    const made = await Promise.all(authors.map((author) => nominate(author.ctx, forCook())))
    expect(new Set(made.map(({ nominationId }) => nominationId)).size).toBe(1)
    for (const { voiceId, isWaiting } of made) if (isWaiting) await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
    expect((await listNominations(school.issuer.ctx, { organizationId, view: 'open' })).filter((line) => line.badge.achievementId === achievementId)).toMatchObject([
      { voiceCount: 5 },
    ])
  })

  test('somebody without an account is one person too, however the name is typed', async () => {
    const shared = { organizationId, achievementId, function: 'Conducteur du car', ...WORDS }
    const first = await nominate(school.member.ctx, { ...shared, name: 'Marcel Poupard' })
    const second = await nominate(school.designer.ctx, { ...shared, name: '  marcel  POUPÀRD ' })
    expect(second.nominationId).toBe(first.nominationId)
  })

  test('nobody gives two voices in one dossier, except after taking the first one back', async () => {
    const { voiceId } = await proposedByStaff()
    await expect(proposedByStaff()).rejects.toMatchObject({ code: 'already_voiced', status: 409 })
    await nominate(school.designer.ctx, forCook())
    await withdrawVoice(school.member.ctx, voiceId)
    await proposedByStaff()
  })

  test('what there is already is said before anybody writes: held, voiced, joinable', async () => {
    await proposedByStaff()
    const held = await makeBadge(organizationId)
    await issueCredentials(ctx, { versionId: held.versionId, recipients: [{ personId: cook.personId }] })
    const ask = async (who: Somebody) => findStandings(who.ctx, { organizationId, nomineeKey: cook.personId })
    expect((await ask(school.member)).get(achievementId)).toBe('voiced')
    expect((await ask(school.pupil)).get(achievementId)).toBe('joinable')
    expect((await ask(school.pupil)).get(held.achievementId)).toBe('held')
    await expect(nominate(school.pupil.ctx, { ...forCook(), achievementId: held.achievementId })).rejects.toMatchObject({ code: 'already_held', status: 409 })
  })

  test('people and badges from elsewhere are not proposed here', async () => {
    const elsewhere = await makeBadge(neighbour.organizationId)
    await expect(nominate(school.member.ctx, { ...forCook(), achievementId: elsewhere.achievementId })).rejects.toMatchObject({ code: 'badge_unknown', status: 422 })
    await expect(nominate(school.member.ctx, { ...forCook(), personId: neighbour.member.personId })).rejects.toMatchObject({ code: 'nominee_unknown', status: 422 })
    await expect(nominate(neighbour.member.ctx, forCook())).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
    await expect(nominate(ctx, forCook())).rejects.toMatchObject({ code: 'not_signed_in', status: 401 })
  })

  test('a hundred propositions in an hour are too many', async () => {
    const given = async () => {
      for (let i = 0; i < 20; i++) await nominate(school.member.ctx, { organizationId, achievementId, name: `Personne ${i}`, function: 'Bénévole', ...WORDS })
    }
    await expect(given()).rejects.toMatchObject({ code: 'too_many_requests', status: 429 })
  })

  test('a candidature is a dossier with one’s own voice, accepted by itself, which others can join', async () => {
    const { nominationId, isWaiting } = await nominate(school.pupil.ctx, { ...forCook(), personId: school.pupil.personId })
    expect(isWaiting).toBe(false)
    expect(await listAboutMe(school.pupil.ctx)).toMatchObject([{ nominationId, response: 'accepted', voiceCount: 1 }])
    expect((await nominate(school.member.ctx, { ...forCook(), personId: school.pupil.personId })).nominationId).toBe(nominationId)
  })

  test('one types the beginning of a name or of a function, without accents; one letter finds nobody, and no address is told', async () => {
    const names = async (search: string, who = school.pupil) => (await findNominees(who.ctx, { organizationId, search })).map(({ personId }) => personId)
    expect(await names(`THÏERRY ${badgeCount - 1}B`)).toContain(cook.personId)
    expect((await names('cuisi')).length).toBeGreaterThan(0)
    expect(await names('t')).toEqual([])
    expect(await names('%%')).toEqual([])
    expect(JSON.stringify(await findNominees(school.pupil.ctx, { organizationId, search: 'thier' }))).not.toContain('@')
    await expect(findNominees(neighbour.pupil.ctx, { organizationId, search: 'thier' })).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('what a pupil wrote', () => {
  beforeEach(clear)

  test('is read by those who may issue before the nominee sees it', async () => {
    const { voiceId, nominationId, isWaiting } = await proposedByPupil()
    expect(isWaiting).toBe(true)
    expect(await listAboutMe(cook.ctx)).toEqual([])
    await expect(getNomination(cook.ctx, { nominationId })).rejects.toMatchObject({ code: 'not_found', status: 404 })
    await expect(respondToNomination(cook.ctx, { nominationId, response: 'declined' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(listWaitingVoices(school.designer.ctx, organizationId)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(moderateVoice(school.member.ctx, { voiceId, decision: 'voice-admitted' })).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
    expect((await listWaitingVoices(school.issuer.ctx, organizationId)).map((voice) => voice.voiceId)).toContain(voiceId)
    await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
    expect(await listAboutMe(cook.ctx)).toMatchObject([{ nominationId, response: 'pending', voiceCount: 1 }])
    await expect(moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })).rejects.toMatchObject({ code: 'voice_already_moderated', status: 409 })
  })

  test('is set aside with a reason that its author reads, and leaves no dossier', async () => {
    const { voiceId, nominationId } = await proposedByPupil()
    await expect(moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-set-aside', reason: '' })).rejects.toThrow('reason_required')
    await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-set-aside', reason: 'C’est une moquerie.' })
    expect(await stateOf(nominationId)).toBe('set-aside')
    expect(await listAboutMe(cook.ctx)).toEqual([])
    expect((await listMyVoices(school.pupil.ctx)).find((voice) => voice.voiceId === voiceId)).toMatchObject({ voiceState: 'set-aside', reason: 'C’est une moquerie.' })
    await expect(moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })).rejects.toMatchObject({ code: 'nomination_closed' })
  })

  test('reaches the nominee as the words of « un élève de 4e B », and those who decide by name', async () => {
    const young = await makePupil('Lila')
    const { cohortId } = await createCohort(ctx, { organizationId, name: `4e B ${badgeCount}`, kind: 'class', schoolYear: schoolYearOf(ctx.now()) })
    await addCohortMember(ctx, { cohortId, personId: young.personId })
    const { voiceId, nominationId } = await nominate(young.ctx, forCook())
    await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
    const seen = await getNomination(cook.ctx, { nominationId })
    expect(seen.voices[0]!.author).toEqual({ pupilOf: `4e B ${badgeCount}` })
    expect(JSON.stringify(seen)).not.toMatch(/Lila|Secret/)
    expect((await getNomination(school.issuer.ctx, { nominationId, organizationId })).voices[0]!.author).toMatchObject({ name: 'Lila Secret' })
  })

  test('bears the name of a pupil who is fifteen, and not of one whose birthday nobody knows', async () => {
    for (const [name, birthDate, author] of [
      ['Grand', '2010-01-01', { name: 'Grand Secret' }],
      ['Inconnu', null, { pupilOf: null }],
    ] as const) {
      const { voiceId, nominationId } = await nominate((await makePupil(name, birthDate)).ctx, forCook())
      await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
      expect((await getNomination(cook.ctx, { nominationId })).voices.find((voice) => voice.voiceId === voiceId)!.author).toMatchObject(author)
    }
  })
})

describe('whoever decides and is proposed themselves', () => {
  beforeEach(clear)

  test('neither sorts nor sees what pupils wrote about them, before somebody else did', async () => {
    const { voiceId, nominationId } = await nominate(school.pupil.ctx, { ...forCook(), personId: school.issuer.personId })
    expect((await listWaitingVoices(school.issuer.ctx, organizationId)).map((voice) => voice.voiceId)).not.toContain(voiceId)
    expect((await listWaitingVoices(school.admin.ctx, organizationId)).map((voice) => voice.voiceId)).toContain(voiceId)
    await expect(moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })).rejects.toMatchObject({ code: 'own_nomination', status: 409 })
    expect((await getNomination(school.issuer.ctx, { nominationId, organizationId })).voices).toEqual([])
    await moderateVoice(school.admin.ctx, { voiceId, decision: 'voice-admitted' })
    expect((await getNomination(school.issuer.ctx, { nominationId, organizationId })).voices).toMatchObject([{ voiceId, author: { pupilOf: null } }])
  })
})

describe('the nominee', () => {
  beforeEach(clear)

  test('accepts, adds a fact with an address, and only they do', async () => {
    const { nominationId } = await proposedByStaff()
    await respondToNomination(cook.ctx, { nominationId, response: 'accepted' })
    await addFact(cook.ctx, { nominationId, text: 'Quarante bocaux de soupe.', url: 'https://bedel.example/soupe' })
    await expect(addFact(cook.ctx, { nominationId, text: 'Un lien', url: 'javascript:alert(1)' })).rejects.toThrow('not_a_web_address')
    for (const other of [school.member, school.owner, neighbour.owner])
      await expect(addFact(other.ctx, { nominationId, text: 'De trop' })).rejects.toMatchObject({ code: 'not_found', status: 404 })
    expect((await getNomination(school.issuer.ctx, { nominationId, organizationId })).facts).toMatchObject([
      { text: 'Quarante bocaux de soupe.', url: 'https://bedel.example/soupe' },
    ])
  })

  test('declines, and the dossier closes: a new voice opens another one', async () => {
    const { nominationId, voiceId } = await proposedByStaff()
    await respondToNomination(cook.ctx, { nominationId, response: 'declined' })
    expect(await stateOf(nominationId)).toBe('declined')
    await expect(withdrawVoice(school.member.ctx, voiceId)).rejects.toMatchObject({ code: 'nomination_closed', status: 409 })
    await expect(decideNomination(school.issuer.ctx, { nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'nomination_closed' })
    expect((await proposedByStaff()).nominationId).not.toBe(nominationId)
  })

  test('completes a dossier that came back, with the reason, and sends it again', async () => {
    const { nominationId } = await proposedByStaff()
    await expect(sendAgain(cook.ctx, nominationId)).rejects.toMatchObject({ code: 'nothing_to_complete', status: 409 })
    await decideNomination(school.issuer.ctx, { nominationId, decision: 'to-complete', reason: 'Dites-nous pour combien d’élèves.' })
    expect(await listAboutMe(cook.ctx)).toMatchObject([{ state: 'to-complete' }])
    await addFact(cook.ctx, { nominationId, text: 'Pour douze élèves.' })
    await sendAgain(cook.ctx, nominationId)
    expect(await stateOf(nominationId)).toBe('open')
    expect((await decisionsOf(nominationId)).map(({ decision }) => decision).sort()).toEqual(['completed', 'to-complete'])
  })

  test('may add twenty facts, and no more', async () => {
    const { nominationId } = await proposedByStaff()
    for (let i = 0; i < 20; i++) await addFact(cook.ctx, { nominationId, text: `Fait ${i}` })
    await expect(addFact(cook.ctx, { nominationId, text: 'De trop' })).rejects.toMatchObject({ code: 'too_many_facts', status: 409 })
  })
})

describe('a voice taken back', () => {
  beforeEach(clear)

  test('leaves the dossier to the others, and closes it when it was the only one', async () => {
    const { nominationId, voiceId } = await proposedByStaff()
    const other = await nominate(school.designer.ctx, forCook())
    await expect(withdrawVoice(school.designer.ctx, voiceId)).rejects.toMatchObject({ code: 'not_found', status: 404 })
    await withdrawVoice(school.member.ctx, voiceId)
    expect(await stateOf(nominationId)).toBe('open')
    await withdrawVoice(school.designer.ctx, other.voiceId)
    expect(await stateOf(nominationId)).toBe('withdrawn')
    expect(await listAboutMe(cook.ctx)).toEqual([])
  })
})

describe('deciding', () => {
  beforeEach(clear)

  test('gives the badge to an adult only once they accepted, once, and writes down who decided', async () => {
    const { nominationId } = await proposedByStaff()
    await expect(decideNomination(school.issuer.ctx, { nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'acceptance_needed', status: 409 })
    await respondToNomination(cook.ctx, { nominationId, response: 'accepted' })
    const { credentialId } = await decideNomination(school.issuer.ctx, { nominationId, decision: 'granted', reason: 'À l’unanimité' })
    expect(await ctx.db.selectFrom('credential').select(['person_id', 'idempotency_key', 'issued_by']).where('id', '=', credentialId!).execute()).toEqual([
      { person_id: cook.personId, idempotency_key: `nomination:${nominationId}`, issued_by: school.issuer.personId },
    ])
    expect(await decisionsOf(nominationId)).toContainEqual({ decision: 'granted', reason: 'À l’unanimité', decided_by: school.issuer.personId })
    await expect(decideNomination(school.owner.ctx, { nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'nomination_closed', status: 409 })
  })

  test('two who grant at once issue one badge', async () => {
    const { nominationId } = await nominate(school.member.ctx, { ...forCook(), personId: school.pupil.personId })
    const both = await Promise.allSettled([school.issuer, school.admin].map((who) => decideNomination(who.ctx, { nominationId, decision: 'granted' })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await ctx.db.selectFrom('credential').select('id').where('achievement_id', '=', achievementId).execute()).toHaveLength(1)
  })

  test('what fails to be issued leaves the dossier as it was', async () => {
    const { nominationId } = await nominate(school.member.ctx, { ...forCook(), personId: school.pupil.personId })
    await issueCredentials(ctx, { versionId, recipients: [{ personId: school.pupil.personId }] })
    await expect(decideNomination(school.issuer.ctx, { nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'already_held', status: 409 })
    expect(await stateOf(nominationId)).toBe('open')
    expect(await decisionsOf(nominationId)).toEqual([])
  })

  test('somebody without an account receives on paper, and cannot be asked to complete', async () => {
    const { nominationId } = await nominate(school.member.ctx, { organizationId, achievementId, name: 'Marcel Poupard', function: 'Conducteur du car', ...WORDS })
    await expect(decideNomination(school.issuer.ctx, { nominationId, decision: 'to-complete', reason: 'Racontez.' })).rejects.toMatchObject({
      code: 'nobody_to_complete',
      status: 409,
    })
    const { credentialId } = await decideNomination(school.issuer.ctx, { nominationId, decision: 'granted' })
    expect(await ctx.db.selectFrom('credential').select(['person_id', 'recipient_name']).where('id', '=', credentialId!).execute()).toEqual([
      { person_id: null, recipient_name: 'Marcel Poupard' },
    ])
  })

  test('not to retain, and to send back, ask for a reason', async () => {
    const { nominationId } = await proposedByStaff()
    for (const decision of ['not-retained', 'to-complete'] as const)
      await expect(decideNomination(school.issuer.ctx, { nominationId, decision, reason: ' ' })).rejects.toThrow('reason_required')
    await decideNomination(school.issuer.ctx, { nominationId, decision: 'not-retained', reason: 'Trop tôt.' })
    expect((await getNomination(cook.ctx, { nominationId })).decisions).toMatchObject([{ decision: 'not-retained', reason: 'Trop tôt.' }])
  })

  test('needs a voice that was let through, the right to issue, and somebody else than the nominee', async () => {
    const { nominationId } = await proposedByPupil()
    await expect(decideNomination(school.issuer.ctx, { nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'voice_needed', status: 409 })
    for (const who of [school.member, school.designer, school.pupil, neighbour.owner])
      await expect(decideNomination(who.ctx, { nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
    const own = await nominate(school.issuer.ctx, { ...forCook(), personId: school.issuer.personId })
    await expect(decideNomination(school.issuer.ctx, { nominationId: own.nominationId, decision: 'granted' })).rejects.toMatchObject({ code: 'own_nomination', status: 409 })
  })

  test('what was decided can neither be rewritten nor erased', async () => {
    const { nominationId } = await proposedByStaff()
    await decideNomination(school.issuer.ctx, { nominationId, decision: 'not-retained', reason: 'Trop tôt.' })
    await expect(ctx.db.updateTable('nomination_decision').set({ reason: 'Autre' }).where('nomination_id', '=', nominationId).execute()).rejects.toThrow('immutable')
    await expect(ctx.db.deleteFrom('nomination_decision').where('nomination_id', '=', nominationId).execute()).rejects.toThrow('immutable')
  })
})

describe('mails', () => {
  beforeEach(async () => {
    await clear()
    await platform.runJobs()
    platform.mails.length = 0
  })
  const toCook = async () => {
    await platform.runJobs()
    const { address } = await ctx.db.selectFrom('person_email').select('address').where('person_id', '=', cook.personId).executeTakeFirstOrThrow()
    return platform.mails.filter(({ to }) => to === address)
  }

  test('one tells the nominee, once a voice was let through, however many follow; what the voices say stays here', async () => {
    const { voiceId } = await proposedByPupil()
    expect(await toCook()).toEqual([])
    await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
    await proposedByStaff()
    const mails = await toCook()
    expect(mails.map(({ subject }) => subject)).toEqual([`On vous propose pour un badge\u00a0: Solidaire ${badgeCount}`])
    expect(mails[0]!.text).toContain('/me/nominations/')
    expect(mails[0]!.text).not.toContain(WORDS.deed)
  })

  test('one says what is missing, another why a dossier is not retained', async () => {
    const { nominationId } = await proposedByStaff()
    await decideNomination(school.issuer.ctx, { nominationId, decision: 'to-complete', reason: 'Pour combien d’élèves ?' })
    await sendAgain(cook.ctx, nominationId)
    await decideNomination(school.issuer.ctx, { nominationId, decision: 'not-retained', reason: 'Une seule fois, c’est peu.' })
    const texts = (await toCook()).map(({ text }) => text)
    expect(texts.some((text) => text.includes('> Pour combien d’élèves ?'))).toBe(true)
    expect(texts.some((text) => text.includes('> Une seule fois, c’est peu.'))).toBe(true)
  })

  test('none is written to somebody without an account', async () => {
    await nominate(school.member.ctx, { organizationId, achievementId, name: 'Marcel Poupard', function: 'Conducteur du car', ...WORDS })
    await platform.runJobs()
    expect(platform.mails).toEqual([])
  })
})

describe('the pages', () => {
  beforeEach(clear)
  const at = (more: Record<string, string> = {}) => ({ slug: school.slug, ...more })

  test('send who is not signed in to sign in, and refuse who may not', async () => {
    const halves = [listPage, proposePage, dossierPage]
    for (const { loader, action } of halves) {
      expect((await callPage(ctx, loader, { params: at({ nominationId: ctx.newId() }) })).location).toContain('/sign-in?next=')
      expect((await callPage(ctx, action, { params: at({ nominationId: ctx.newId() }), form: {} })).location).toContain('/sign-in?next=')
      expect((await callPage(ctx, loader, { actor: neighbour.owner.actor, params: at({ nominationId: ctx.newId() }) })).status).toBe(403)
    }
    for (const { loader, action } of [minePage, myPage]) {
      expect((await callPage(ctx, loader, { params: { nominationId: ctx.newId() } })).location).toContain('/sign-in?next=')
      expect((await callPage(ctx, action, { params: { nominationId: ctx.newId() }, form: {} })).location).toContain('/sign-in?next=')
    }
    expect((await callPage(ctx, myPage.loader, { actor: cook.actor, params: { nominationId: 'nothing' } })).status).toBe(404)
  })

  test('lead from a few letters to a dossier that is granted', async () => {
    const search = `?q=${cook.personId.slice(0, 1)}`
    expect((await callPage(ctx, proposePage.loader, { actor: school.pupil.actor, params: at(), search })).data).toMatchObject({ people: [], can: undefined })
    const found = (await callPage(ctx, proposePage.loader, { actor: school.pupil.actor, params: at(), search: `?q=Thierry+${badgeCount - 1}` })).data.people
    expect(found).toContainEqual({ personId: cook.personId, name: `Thierry ${badgeCount - 1}b Essai`, about: 'Chef cuisinier', isMe: false, isPupil: false })
    const chosen = `?person=${cook.personId}&badge=${achievementId}`
    expect((await callPage(ctx, proposePage.loader, { actor: school.pupil.actor, params: at(), search: chosen })).data.badge).toMatchObject({ standing: 'none' })
    const form = { person: cook.personId, badge: achievementId, ...WORDS }
    const empty = await callPage(ctx, proposePage.action, { actor: school.pupil.actor, params: at(), form: { ...form, deed: '' } })
    expect(empty.data).toMatchObject({ problem: { code: 'invalid_input', fields: { deed: 'deed_required' } }, values: { occasion: WORDS.occasion } })
    expect((await callPage(ctx, proposePage.action, { actor: school.pupil.actor, params: at(), form })).location).toBe('/me/nominations?done=waiting')

    const queue = (await callPage(ctx, listPage.loader, { actor: school.issuer.actor, params: at() })).data.waiting
    const { voiceId } = queue.find((voice: { badgeName: string }) => voice.badgeName === `Solidaire ${badgeCount}`)
    await callPage(ctx, listPage.action, { actor: school.issuer.actor, params: at(), form: { voiceId, decision: 'voice-admitted' } })
    const [{ nominationId }] = (await callPage(ctx, minePage.loader, { actor: cook.actor })).data.aboutMe
    await callPage(ctx, myPage.action, { actor: cook.actor, params: { nominationId }, form: { intent: 'accept' } })
    const decided = await callPage(ctx, dossierPage.action, { actor: school.issuer.actor, params: at({ nominationId }), form: { decision: 'granted', reason: '' } })
    expect(decided.location).toBe(`/organizations/${school.slug}/nominations/${nominationId}?done=granted`)
    expect((await callPage(ctx, myPage.loader, { actor: cook.actor, params: { nominationId } })).data.nomination).toMatchObject({ state: 'granted' })
  })
})
