import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { revokeCredential } from '#features/credentials/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import { type Classroom, makeBadge, makeClassroom } from '../practice.fixture.ts'
import { updateProgramme } from '../programmes/create-programme.ts'
import { answerHelp } from './answer-help.ts'
import { getHelping } from './get-helping.ts'
import { getMyHelping } from './get-my-helping.ts'
import { chooseHelperBadge, issueHelperBadge } from './helper-badge.ts'
import { noteHelp } from './note-help.ts'
import { freeOffer, offerHelp, pauseOffer, stopOffer } from './offer-help.ts'
import { reassignHelps } from './reassign-helps.ts'

let platform: TestApp
let room: Classroom
let which: { programmeId: string; achievementId: string }
let lina: Somebody
let noe: Somebody
let otherClassId: string
let afar: Somebody
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  room = await makeClassroom(platform.ctx)
  which = { programmeId: room.programmeId, achievementId: room.badgeIds[0]! }
  ;[lina, noe] = room.pupils as [Somebody, Somebody]
  const { organizationId, programmeId } = room
  ;({ cohortId: otherClassId } = await createCohort(platform.ctx, { organizationId, name: '2de 7', kind: 'class', schoolYear: '2026-2027' }))
  const { organizationId: _, ...wanted } = room.wanted
  await updateProgramme(room.issuer.ctx, { ...wanted, programmeId, cohortIds: [room.cohortId, otherClassId], teacherIds: [room.issuer.personId, room.colleague.personId] })
  afar = await makePerson(platform.ctx, 'Zoé')
  await addMember(platform.ctx, { organizationId, personId: afar.personId, roles: ['member'], isPupil: true })
  await addCohortMember(platform.ctx, { cohortId: otherClassId, personId: afar.personId })
})

const pass = ({ personId }: Somebody, achievementId = which.achievementId) => judgeAttempt(room.issuer.ctx, { ...which, achievementId, personId, verdict: 'passed' })
const makeHelper = async (who: Somebody) => {
  await pass(who)
  await offerHelp(who.ctx, which)
}
const helpersFor = async (who: Somebody) => (await getMyHelping(who.ctx, which)).helpers.map(({ name }) => name)
const noted = (who: Somebody, other: Somebody, role: 'helper' | 'helped') => noteHelp(who.ctx, { ...which, personId: other.personId, role })
const confirmed = () => platform.ctx.db.selectFrom('help_given').selectAll().where('confirmed_at', 'is not', null).where('programme_id', '=', room.programmeId).execute()

describe('who helps', () => {
  test('is seen by the own class only, by first name', async () => {
    await makeHelper(noe)
    expect(await helpersFor(lina)).toEqual(['Noé'])
    expect(await helpersFor(afar)).toEqual([])
    const neighbour = await makeSchool(platform.ctx, 'Lycée voisin')
    for (const who of [neighbour.pupil, neighbour.owner, room.pupil, room.issuer, room.owner]) await expect(getMyHelping(who.ctx, which)).rejects.toMatchObject({ status: 404 })
    for (const who of [lina, noe, afar, neighbour.owner, neighbour.issuer, room.member]) await expect(getHelping(who.ctx, room.programmeId)).rejects.toMatchObject({ status: 404 })
    for (const who of [room.issuer, room.colleague, room.owner]) expect((await getHelping(who.ctx, room.programmeId)).helpers).toMatchObject([{ name: 'Noé Essai' }])
  })

  test('says so by themselves, holds the badge, and stops at any time', async () => {
    await expect(offerHelp(noe.ctx, which)).rejects.toMatchObject({ code: 'badge_needed_to_help' })
    const { credentialId } = await pass(noe)
    expect(await helpersFor(lina)).toEqual([])
    await offerHelp(noe.ctx, which)
    await offerHelp(noe.ctx, which)
    expect(await helpersFor(lina)).toEqual(['Noé'])
    await stopOffer(noe.ctx, which)
    await stopOffer(noe.ctx, which)
    expect(await helpersFor(lina)).toEqual([])
    await offerHelp(noe.ctx, which)
    await revokeCredential(room.issuer.ctx, { credentialId: credentialId!, reason: 'Donné par erreur' })
    expect(await helpersFor(lina)).toEqual([])
  })

  test('whoever leaves the class is seen by nobody there, and sees nobody', async () => {
    await makeHelper(noe)
    await noted(lina, noe, 'helped')
    const move = async ({ personId }: Somebody) => {
      await platform.ctx.db.updateTable('cohort_member').set({ left_at: platform.ctx.now() }).where('person_id', '=', personId).execute()
      await addCohortMember(platform.ctx, { cohortId: otherClassId, personId })
    }
    await move(noe)
    expect(await getMyHelping(lina.ctx, which)).toMatchObject({ helpers: [], open: [] })
    expect(await getMyHelping(noe.ctx, which)).toMatchObject({ open: [], mates: [{ name: 'Zoé' }] })
    await move(lina)
    expect(await helpersFor(lina)).toEqual(['Noé'])
  })

  test('two who share a first name are told apart', async () => {
    for (const familyName of ['Abeille', 'Aubert']) {
      const twin = await room.enrol('Noe')
      await platform.ctx.db.updateTable('person').set({ family_name: familyName }).where('id', '=', twin.personId).execute()
      await makeHelper(twin)
    }
    await makeHelper(noe)
    expect((await helpersFor(lina)).sort()).toEqual(['Noe Ab.', 'Noe Au.', 'Noé E.'])
  })

  test('is shown in an order that turns with the day, for each another one, whoever helped most', async () => {
    const helpers: Somebody[] = []
    for (const name of ['Ana', 'Bob', 'Cléo', 'Dia']) helpers.push(await room.enrol(name))
    for (const helper of helpers) await makeHelper(helper)
    await noted(lina, helpers[0]!, 'helped')
    const firsts = new Set<string>()
    for (let day = 0; day < 12; day++) {
      const then = { ...lina.ctx, now: () => new Date(platform.ctx.now().getTime() + day * 86_400_000) }
      const order = (await getMyHelping(then, which)).helpers.map(({ name }) => name)
      expect((await getMyHelping(then, which)).helpers.map(({ name }) => name)).toEqual(order)
      firsts.add(order[0]!)
    }
    expect(firsts.size).toBeGreaterThan(1)
  })

  test('a teacher protects a pupil: nobody is sent to them until a teacher says so, and the pupil decides again', async () => {
    await makeHelper(noe)
    const offer = { ...which, personId: noe.personId }
    for (const who of [lina, noe, afar]) await expect(pauseOffer(who.ctx, offer)).rejects.toMatchObject({ status: 404 })
    await pauseOffer(room.colleague.ctx, offer)
    expect(await helpersFor(lina)).toEqual([])
    expect(await getMyHelping(noe.ctx, which)).toMatchObject({ offer: 'paused' })
    await expect(offerHelp(noe.ctx, which)).rejects.toMatchObject({ code: 'offer_paused' })
    await freeOffer(room.issuer.ctx, offer)
    expect(await helpersFor(lina)).toEqual([])
    await offerHelp(noe.ctx, which)
    expect(await helpersFor(lina)).toEqual(['Noé'])
  })
})

describe('« on s’est aidés »', () => {
  beforeEach(() => makeHelper(noe))

  test('is noted by one and confirmed by the other, who is told', async () => {
    const { helpId } = await noted(lina, noe, 'helped')
    expect(await confirmed()).toEqual([])
    await platform.runJobs()
    const notices = await platform.ctx.db.selectFrom('notice').selectAll().where('person_id', '=', noe.personId).where('kind', '=', 'help-given').execute()
    expect(notices).toMatchObject([{ words: { name: 'Lina', badge: { fr: 'Conversions' } }, path: `/me/practice/${which.programmeId}/${which.achievementId}#help` }])
    for (const who of [lina, afar, room.issuer]) await expect(answerHelp(who.ctx, { helpId, answer: 'confirmed' })).rejects.toMatchObject({ status: 404 })
    await answerHelp(noe.ctx, { helpId, answer: 'confirmed' })
    await answerHelp(noe.ctx, { helpId, answer: 'confirmed' })
    await expect(answerHelp(noe.ctx, { helpId, answer: 'declined' })).rejects.toMatchObject({ code: 'help_answered' })
    expect(await confirmed()).toHaveLength(1)
  })

  test('noted by both, even at once, is one help and confirmed', async () => {
    await Promise.all([noted(lina, noe, 'helped'), noted(noe, lina, 'helper'), noted(lina, noe, 'helped')])
    expect(await confirmed()).toHaveLength(1)
    await noted(lina, noe, 'helped')
    expect(await platform.ctx.db.selectFrom('help_given').select('id').where('helper_id', '=', noe.personId).execute()).toHaveLength(1)
  })

  test('declined, it counts for nothing, and is not asked again the same day', async () => {
    const { helpId } = await noted(noe, lina, 'helper')
    await answerHelp(lina.ctx, { helpId, answer: 'declined' })
    await expect(noted(noe, lina, 'helper')).rejects.toMatchObject({ code: 'help_answered' })
    const tomorrow = { ...noe.ctx, now: () => new Date(platform.ctx.now().getTime() + 86_400_000) }
    await noteHelp(tomorrow, { ...which, personId: lina.personId, role: 'helper' })
    expect(await confirmed()).toEqual([])
  })

  test('is between people of one class, one of whom offers help', async () => {
    for (const [who, other, role] of [
      [lina, afar, 'helped'],
      [afar, noe, 'helped'],
      [noe, afar, 'helper'],
      [noe, lina, 'helped'],
      [lina, noe, 'helper'],
      [noe, noe, 'helper'],
    ] as const)
      await expect(noted(who, other, role)).rejects.toMatchObject({ code: 'not_offering' })
    await expect(noted(room.pupil, noe, 'helped')).rejects.toMatchObject({ status: 404 })
  })
})

describe('« Aidant·e »', () => {
  let helperBadge: string
  const help = async (who: Somebody) => answerHelp(noe.ctx, { helpId: (await noted(who, noe, 'helped')).helpId, answer: 'confirmed' })
  const progress = async () => (await getMyHelping(noe.ctx, which)).progress?.state
  const give = (by: Somebody) => issueHelperBadge(by.ctx, { programmeId: room.programmeId, personId: noe.personId })
  beforeEach(async () => {
    await makeHelper(noe)
    helperBadge = await makeBadge(platform.ctx, room.organizationId, 'Aidant·e')
  })

  test('is never given by itself: the teachers are told once, and one press issues it, once', async () => {
    await chooseHelperBadge(room.issuer.ctx, { programmeId: room.programmeId, achievementId: helperBadge, needed: 2 })
    expect(await progress()).toBe('some-left')
    await help(lina)
    expect(await progress()).toBe('one-left')
    await expect(give(room.issuer)).rejects.toMatchObject({ code: 'helps_missing' })
    await help(await room.enrol('Ana'))
    await help(await room.enrol('Bob'))
    expect(await progress()).toBe('reached')
    await platform.runJobs()
    for (const { personId } of [room.issuer, room.colleague]) {
      const notices = await platform.ctx.db.selectFrom('notice').selectAll().where('person_id', '=', personId).where('kind', '=', 'helper-reached').execute()
      expect(notices).toMatchObject([{ words: { name: 'Noé Essai' } }])
    }
    const held = () => platform.ctx.db.selectFrom('credential').select('id').where('achievement_id', '=', helperBadge).execute()
    expect(await held()).toEqual([])
    for (const who of [noe, lina, room.member]) await expect(give(who)).rejects.toMatchObject({ status: 404 })
    const answers = await Promise.all([give(room.issuer), give(room.colleague), give(room.issuer)])
    expect(await held()).toEqual([{ id: answers[0].credentialId }])
    expect(await progress()).toBe('held')
    expect((await getHelping(room.issuer.ctx, room.programmeId)).helpers).toMatchObject([{ name: 'Noé Essai', confirmed: 3, isReached: false }])
  })

  test('two helps confirmed at once reach it all the same', async () => {
    await chooseHelperBadge(room.issuer.ctx, { programmeId: room.programmeId, achievementId: helperBadge, needed: 2 })
    const ana = await room.enrol('Ana')
    const helps = [await noted(lina, noe, 'helped'), await noted(ana, noe, 'helped')]
    await Promise.all(helps.map(({ helpId }) => answerHelp(noe.ctx, { helpId, answer: 'confirmed' })))
    await platform.runJobs()
    const told = await platform.ctx.db.selectFrom('notice').select('id').where('person_id', '=', room.issuer.personId).where('kind', '=', 'helper-reached').execute()
    expect(told).toHaveLength(1)
  })

  test('is a badge of the structure that its teachers choose, or none', async () => {
    const choose = (by: Somebody, achievementId?: string) => chooseHelperBadge(by.ctx, { programmeId: room.programmeId, achievementId, needed: 3 })
    const { organizationId } = await makeSchool(platform.ctx, 'Lycée d’à côté')
    await expect(choose(room.issuer, await makeBadge(platform.ctx, organizationId, 'Ailleurs'))).rejects.toMatchObject({ code: 'helper_badge_unknown' })
    for (const who of [noe, room.designer]) await expect(choose(who, helperBadge)).rejects.toMatchObject({ status: 404 })
    await expect(give(room.issuer)).rejects.toMatchObject({ code: 'helper_badge_unset' })
    await choose(room.issuer, helperBadge)
    expect((await getHelping(room.issuer.ctx, room.programmeId)).chosen).toEqual({ achievementId: helperBadge, needed: 3 })
    await choose(room.issuer)
    expect((await getHelping(room.issuer.ctx, room.programmeId)).chosen).toBeUndefined()
  })
})

test('the teachers see who is always asked, and who could be', async () => {
  const names = ['Ana', 'Bob', 'Cléo', 'Dia']
  const others: Somebody[] = []
  for (const name of names) others.push(await room.enrol(name))
  for (const helper of [noe, others[0]!, others[1]!]) await makeHelper(helper)
  for (const who of [lina, ...others]) await noted(who, noe, 'helped').catch(() => {})
  const { hint, helpers } = await getHelping(room.issuer.ctx, room.programmeId)
  expect(hint).toMatchObject({ often: [{ name: 'Noé Essai' }], others: [{ name: 'Ana Essai' }, { name: 'Bob Essai' }] })
  expect(helpers.map(({ name, asked, confirmed: both }) => [name, asked, both])).toEqual([
    ['Ana Essai', 0, 0],
    ['Bob Essai', 0, 0],
    ['Noé Essai', 5, 0],
  ])
})

test('somebody who was entered twice keeps one offer and their helps, none to themselves', async () => {
  await makeHelper(noe)
  const twice = await room.enrol('Noé')
  await makeHelper(twice)
  await noted(lina, noe, 'helped')
  await noted(lina, twice, 'helped')
  await noted(noe, twice, 'helper')
  await reassignHelps(platform.ctx, { duplicateId: twice.personId, personId: noe.personId })
  expect(await platform.ctx.db.selectFrom('help_offer').select('person_id').where('programme_id', '=', room.programmeId).execute()).toEqual([{ person_id: noe.personId }])
  expect(await platform.ctx.db.selectFrom('help_given').select(['helper_id', 'helped_id', 'noted_by']).where('programme_id', '=', room.programmeId).execute()).toEqual([
    { helper_id: noe.personId, helped_id: lina.personId, noted_by: lina.personId },
  ])
})
