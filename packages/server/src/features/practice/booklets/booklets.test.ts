import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem, type Ctx } from '#ctx'
import { recordPaper } from '#features/guardians/index.ts'
import { moveMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { askReady } from '../attempts/ask-ready.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import { addRemark } from '../attempts/remarks.ts'
import { type Classroom, makeClassroom } from '../practice.fixture.ts'
import { getClassBooklet, listClassBooklets } from './class-booklets.ts'
import { getOwnBooklet, listOwnBooklets } from './own-booklets.ts'
import { reassignBooklets } from './reassign-booklets.ts'
import { readOwnSharing, shareBooklet } from './share-booklet.ts'
import { getShownBooklet, listShownBooklets } from './shown-booklets.ts'
import { writeSentences } from './write-sentences.ts'

let platform: TestApp
let ctx: Ctx
let room: Classroom
let nextSchool: Awaited<ReturnType<typeof makeSchool>>
let lina: Somebody
let badgeId: string
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  room = await makeClassroom(ctx)
  nextSchool = await makeSchool(ctx, 'Lycée de la suite')
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  lina = await room.enrol('Lina')
  badgeId = room.badgeIds[0]!
})

const bornOn = (birthDate: string | null, who = lina) => ctx.db.updateTable('person').set({ birth_date: birthDate }).where('id', '=', who.personId).execute()
const say = (who: Somebody, text: string) => writeSentences(who.ctx, { programmeId: room.programmeId, badges: { [badgeId]: text } })
const sentenceOf = async (who: Somebody) => (await getOwnBooklet(who.ctx, room.programmeId)).badges[0]!.sentence
const judge = (verdict: 'passed' | 'to-rework', more: Partial<Parameters<typeof judgeAttempt>[1]> = {}) =>
  judgeAttempt(room.issuer.ctx, { programmeId: room.programmeId, achievementId: badgeId, personId: lina.personId, verdict, ...more })

describe('a booklet', () => {
  test('tells what was said by date, with the words of that day, and what to redo until the badge is there', async () => {
    const { organizationId, programmeId } = room
    const { remarkId } = await addRemark(room.issuer.ctx, { organizationId, achievementId: badgeId, text: 'Le carré de l’unité.' })
    await askReady(lina.ctx, { programmeId, achievementId: badgeId, selfAssessment: 'almost' })
    await judge('to-rework', { remarkIds: [remarkId], advice: 'Presque !' })
    const before = await getOwnBooklet(lina.ctx, programmeId)
    expect(before).toMatchObject({ programme: { name: 'Physique-chimie en seconde', organizationName: 'Lycée Maurice Genevoix' }, cohorts: ['2de 4'], isFormer: false })
    expect(before.badges[0]).toMatchObject({
      state: 'to-rework',
      told: [
        { verdict: 'to-rework', selfAssessment: 'almost', teacher: `issuer ${room.slug} Essai`, advice: 'Presque !', remarks: [{ text: 'Le carré de l’unité.', resource: null }] },
      ],
    })
    await judge('passed')
    const after = await getOwnBooklet(lina.ctx, programmeId)
    expect(after.badges[0]).toMatchObject({ state: 'passed', toRedo: [], told: [{ verdict: 'to-rework' }, { verdict: 'passed' }] })
    expect(after.periods[0]).toMatchObject({ done: 1, required: 2 })
  })

  test('holds the pupil’s own words, which only they write, and may take back', async () => {
    const periodId = (await getOwnBooklet(lina.ctx, room.programmeId)).periods[0]!.periodId
    await writeSentences(lina.ctx, { programmeId: room.programmeId, badges: { [badgeId]: ' J’ai compris. ' }, periods: { [periodId]: 'Bon trimestre.' } })
    expect(await sentenceOf(lina)).toBe('J’ai compris.')
    const seen = await getClassBooklet(room.colleague.ctx, room.programmeId, lina.personId)
    expect([seen.badges[0]!.sentence, seen.periods[0]!.sentence]).toEqual(['J’ai compris.', 'Bon trimestre.'])
    await say(lina, '')
    expect(await sentenceOf(lina)).toBe('')
    for (const who of [room.issuer, room.pupil, nextSchool.issuer]) await expect(say(who, 'Autre chose')).rejects.toMatchObject({ status: 404 })
    await expect(writeSentences(lina.ctx, { programmeId: room.programmeId, badges: { [ctx.newId()]: 'Ailleurs' } })).rejects.toMatchObject({ code: 'badge_unknown' })
    await expect(say(lina, 'x'.repeat(301))).rejects.toThrow(/too_long/)
  })

  test('written on two devices at once has one sentence a badge', async () => {
    await Promise.all(['Une', 'Deux', 'Trois'].map((text) => say(lina, text)))
    expect(['Une', 'Deux', 'Trois']).toContain(await sentenceOf(lina))
  })

  test('is read by its pupil and the teachers of the programme; to others there is none', async () => {
    const { programmeId } = room
    expect((await listClassBooklets(room.issuer.ctx, programmeId, { cohort: '2de 4' })).map(({ personId }) => personId)).toContain(lina.personId)
    expect(await listClassBooklets(room.issuer.ctx, programmeId, { cohort: '2de 5' })).toEqual([])
    for (const who of [room.designer, room.member, nextSchool.issuer, lina])
      await expect(getClassBooklet(who.ctx, programmeId, lina.personId)).rejects.toMatchObject({ status: 404 })
    for (const personId of [room.pupil.personId, 'nobody']) await expect(getClassBooklet(room.issuer.ctx, programmeId, personId)).rejects.toMatchObject({ status: 404 })
    await expect(getOwnBooklet(room.pupil.ctx, programmeId)).rejects.toMatchObject({ status: 404 })
  })
})

/** Lina, who made a booklet, is now at the next school. */
async function moveOn(): Promise<void> {
  await say(lina, 'J’ai compris.')
  await moveMember(asSystem(ctx), { personId: lina.personId, fromId: room.organizationId, toId: nextSchool.organizationId, cohortId: null })
}
const shownTo = async (who: Somebody, organizationId = nextSchool.organizationId) =>
  (await listShownBooklets(who.ctx, { organizationId, personId: lina.personId })).map(({ name }) => name)
const open = (isOpen = true, organizationId = nextSchool.organizationId) => shareBooklet(lina.ctx, { programmeId: room.programmeId, organizationId, isOpen })
const familySays = (decision: 'given' | 'withdrawn') =>
  recordPaper(nextSchool.issuer.ctx, { organizationId: nextSchool.organizationId, childId: lina.personId, signer: 'Louis', signedOn: '2026-11-20', scopes: ['booklet'], decision })

describe('a pupil who moved on', () => {
  test('keeps the booklet to read, and writes it no more; the former school has it no longer', async () => {
    await moveOn()
    expect(await listOwnBooklets(lina.ctx)).toMatchObject([{ programmeId: room.programmeId, isFormer: true }])
    expect(await getOwnBooklet(lina.ctx, room.programmeId)).toMatchObject({ isFormer: true, cohorts: ['2de 4'], badges: [{ sentence: 'J’ai compris.' }, {}, {}] })
    await expect(say(lina, 'Encore')).rejects.toMatchObject({ status: 404 })
    await expect(getClassBooklet(room.issuer.ctx, room.programmeId, lina.personId)).rejects.toMatchObject({ status: 404 })
  })

  test('of fifteen shows it by their own word, to one school, and takes it back in one', async () => {
    await bornOn('2010-02-03')
    await moveOn()
    await expect(familySays('given')).rejects.toMatchObject({ code: 'child_of_age' })
    expect(await shownTo(nextSchool.issuer)).toEqual([])
    await expect(
      getShownBooklet(nextSchool.issuer.ctx, { organizationId: nextSchool.organizationId, personId: lina.personId, programmeId: room.programmeId }),
    ).rejects.toMatchObject({ status: 404 })
    await Promise.all([open(), open()])
    expect(await shownTo(nextSchool.issuer)).toEqual(['Physique-chimie en seconde'])
    const booklet = await getShownBooklet(nextSchool.issuer.ctx, { organizationId: nextSchool.organizationId, personId: lina.personId, programmeId: room.programmeId })
    expect(booklet.badges[0]!.sentence).toBe('J’ai compris.')
    await open(false)
    expect(await shownTo(nextSchool.issuer)).toEqual([])
    const log = await ctx.db.selectFrom('audit_entry').select('act').where('organization_id', '=', nextSchool.organizationId).where('act', 'like', 'booklet.%').execute()
    expect(log.map(({ act }) => act)).toEqual(['booklet.shown', 'booklet.hidden'])
  })

  test('below fifteen, or of unknown age, is shown when the family agrees, until it takes that back', async () => {
    await bornOn('2014-02-03')
    await moveOn()
    await expect(open()).rejects.toMatchObject({ code: 'family_decides' })
    expect(await readOwnSharing(lina.ctx, { programmeId: room.programmeId, organizationId: room.organizationId })).toEqual({
      decider: 'family',
      isAgreed: false,
      names: ['Lycée de la suite'],
    })
    await familySays('given')
    expect(await shownTo(nextSchool.issuer)).toHaveLength(1)
    await bornOn(null)
    expect(await shownTo(nextSchool.issuer)).toHaveLength(1)
    await bornOn('2014-02-03')
    await familySays('withdrawn')
    expect(await shownTo(nextSchool.issuer)).toEqual([])
  })

  test('who turns fifteen decides anew: the yes of the family closes', async () => {
    await bornOn('2014-02-03')
    await moveOn()
    await familySays('given')
    await bornOn('2010-02-03')
    expect(await shownTo(nextSchool.issuer)).toEqual([])
  })

  test('shows nothing to a school that is not theirs, nor once they have left it, nor to those who teach nobody', async () => {
    await bornOn('2010-02-03')
    await moveOn()
    const elsewhere = await makeSchool(ctx, 'Collège d’ailleurs')
    for (const organizationId of [elsewhere.organizationId, room.organizationId]) await expect(open(true, organizationId)).rejects.toMatchObject({ status: 404 })
    await open()
    for (const who of [nextSchool.member, nextSchool.designer, elsewhere.issuer, lina]) await expect(shownTo(who)).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await shownTo(elsewhere.issuer, elsewhere.organizationId)).toEqual([])
    await moveMember(asSystem(ctx), { personId: lina.personId, fromId: nextSchool.organizationId, toId: elsewhere.organizationId, cohortId: null })
    expect(await shownTo(nextSchool.issuer)).toEqual([])
    expect(await shownTo(elsewhere.issuer, elsewhere.organizationId)).toEqual([])
  })
})

test('who was entered twice has one booklet, and what they said stays', async () => {
  const double = await room.enrol('Lina')
  await say(lina, 'La mienne.')
  const periodId = (await getOwnBooklet(double.ctx, room.programmeId)).periods[0]!.periodId
  await writeSentences(double.ctx, { programmeId: room.programmeId, badges: { [badgeId]: 'Une autre.' }, periods: { [periodId]: 'Celle de la période.' } })
  await reassignBooklets(asSystem(ctx), { duplicateId: double.personId, personId: lina.personId })
  const { badges, periods } = await getOwnBooklet(lina.ctx, room.programmeId)
  expect([badges[0]!.sentence, periods[0]!.sentence]).toEqual(['La mienne.', 'Celle de la période.'])
})

test('a programme that is put away is read, and written no more', async () => {
  const other = await makeClassroom(ctx)
  const [pupil] = other.pupils
  await writeSentences(pupil!.ctx, { programmeId: other.programmeId, badges: { [other.badgeIds[0]!]: 'Voilà.' } })
  await ctx.db.updateTable('programme').set({ archived_at: ctx.now() }).where('id', '=', other.programmeId).execute()
  await expect(writeSentences(pupil!.ctx, { programmeId: other.programmeId, badges: {} })).rejects.toMatchObject({ code: 'programme_archived' })
  expect(await getOwnBooklet(pupil!.ctx, other.programmeId)).toMatchObject({ isFormer: true })
})
