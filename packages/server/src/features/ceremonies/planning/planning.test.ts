import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { decideNomination, moderateVoice, nominate } from '#features/nominations/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { inParis, parisTime } from '#kit/paris-time.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { effectiveDisplay, shownName } from '../browser/shown-name.ts'
import { addDossiers, addGuest, addPeople } from './add-recipients.ts'
import { changeRecipient, removeRecipient, setHandedBy } from './change-recipient.ts'
import { cancelCeremony, createCeremony, updateCeremony } from './create-ceremony.ts'
import { getCeremony, listRecipients } from './get-ceremony.ts'
import { listAgreed } from './list-agreed.ts'
import { listCeremonies } from './list-ceremonies.ts'
import { moveClass, moveRecipient } from './move.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const WHEN = { title: 'Remise de juin', day: '2027-06-18', time: '14:00', place: 'Salle polyvalente' }

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let neighbour: Awaited<ReturnType<typeof makeSchool>>
let documentalist: Ctx
let ceremonyId: string
let achievementId: string

async function makeBadge(organizationId: string, name: string) {
  const content = { name: { fr: name }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const made = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  await publishVersion(ctx, made.achievementId)
  return made.achievementId
}

async function makeClass(name: string, pupils: [string, string][]): Promise<Somebody[]> {
  const { organizationId } = school
  const { cohortId } = await createCohort(ctx, { organizationId, name, kind: 'class', schoolYear: '2026-2027' })
  return Promise.all(
    pupils.map(async ([givenName, familyName]) => {
      const pupil = await makePerson(ctx, givenName)
      await ctx.db.updateTable('person').set({ family_name: familyName }).where('id', '=', pupil.personId).execute()
      await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
      await addCohortMember(ctx, { cohortId, personId: pupil.personId })
      return pupil
    }),
  )
}

const order = async () => (await listRecipients(documentalist, ceremonyId)).map(({ givenName, className }) => `${className} ${givenName}`.trim())
const idOf = async (givenName: string) => (await listRecipients(documentalist, ceremonyId)).find((one) => one.givenName === givenName)!.recipientId

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  neighbour = await makeSchool(ctx, 'Lycée Genevoix')
  documentalist = school.issuer.ctx
  achievementId = await makeBadge(school.organizationId, 'Solidaire')
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(new Date('2027-05-03T09:00:00Z'))
  ;({ ceremonyId } = await createCeremony(documentalist, { organizationId: school.organizationId, ...WHEN }))
})

describe('preparing', () => {
  test('a ceremony has its day as people of Paris say it, in summer and in winter', async () => {
    expect((await getCeremony(documentalist, { ceremonyId })).startsAt.toISOString()).toBe('2027-06-18T12:00:00.000Z')
    expect(parisTime('2027-01-15', '09:30').toISOString()).toBe('2027-01-15T08:30:00.000Z')
    expect(inParis(parisTime('2027-03-28', '14:00'))).toEqual({ day: '2027-03-28', time: '14:00' })
    await updateCeremony(documentalist, { ceremonyId, ...WHEN, time: '15:30' })
    expect((await getCeremony(documentalist, { ceremonyId })).startsAt.toISOString()).toBe('2027-06-18T13:30:00.000Z')
    await expect(updateCeremony(documentalist, { ceremonyId, ...WHEN, title: ' ', time: '25:00' })).rejects.toMatchObject({
      issues: [{ path: ['title'], message: 'title_required' }, { path: ['time'] }],
    })
  })

  test('it is being prepared, then today, then forgotten until somebody publishes', async () => {
    const stateAt = async (now: string) => {
      platform.setNow(new Date(now))
      return (await getCeremony(documentalist, { ceremonyId })).state
    }
    expect(await stateAt('2027-06-17T21:59:00Z')).toBe('preparing')
    expect(await stateAt('2027-06-17T22:01:00Z')).toBe('today')
    expect(await stateAt('2027-06-18T22:01:00Z')).toBe('forgotten')
  })

  test('a class receives a badge: by class and by name, pupils by their first name on the screen', async () => {
    const fourth = await makeClass('4e B', [
      ['Zoé', 'Vauquelin'],
      ['Maël', 'Abadie'],
      ['Léna', 'Bonnet'],
    ])
    const late = fourth.pop()!
    const sixth = await makeClass('6e A', [['Noé', 'Petit']])
    const cook = await makePerson(ctx, 'Thierry')
    await addMember(ctx, { organizationId: school.organizationId, personId: cook.personId, roles: ['member'] })
    const add = (people: Somebody[]) => addPeople(documentalist, { ceremonyId, achievementId, personIds: people.map(({ personId }) => personId) })
    expect(await add([cook, ...fourth])).toEqual({ count: 3 })
    expect(await add(sixth)).toEqual({ count: 1 })
    expect(await add([...fourth, ...sixth]), 'twice is once').toEqual({ count: 0 })
    expect(await order(), 'the youngest first, adults at the end').toEqual(['6e A Noé', '4e B Maël', '4e B Zoé', 'Thierry'])
    expect((await listRecipients(documentalist, ceremonyId)).map(({ display }) => display)).toEqual(['first-name', 'first-name', 'first-name', 'full'])
    expect(await addGuest(documentalist, { ceremonyId, achievementId, name: 'Marcel Poupard' })).toEqual({ count: 1 })

    await moveClass(documentalist, { ceremonyId, className: '6e A', direction: 'down' })
    await moveRecipient(documentalist, { recipientId: await idOf('Zoé'), direction: 'up' })
    await moveRecipient(documentalist, { recipientId: await idOf('Zoé'), direction: 'up' })
    expect(await order()).toEqual(['4e B Zoé', '4e B Maël', '6e A Noé', 'Thierry', 'Marcel Poupard'])
    await add([late])
    expect(await order(), 'a late one joins the class where it is').toEqual(['4e B Zoé', '4e B Maël', '4e B Léna', '6e A Noé', 'Thierry', 'Marcel Poupard'])
  })

  test('people, badges and dossiers from elsewhere do not come in', async () => {
    const elsewhere = await makeBadge(neighbour.organizationId, 'Ailleurs')
    const { personId } = school.pupil
    await expect(addPeople(documentalist, { ceremonyId, achievementId: elsewhere, personIds: [personId] })).rejects.toMatchObject({ code: 'badge_unknown' })
    await expect(addPeople(documentalist, { ceremonyId, achievementId, personIds: [neighbour.pupil.personId] })).rejects.toMatchObject({ code: 'person_unknown' })
    await expect(addPeople(documentalist, { ceremonyId, achievementId, personIds: [] })).rejects.toMatchObject({ code: 'nobody_chosen' })
    await expect(addDossiers(documentalist, { ceremonyId, nominationIds: [ctx.newId()] })).rejects.toMatchObject({ code: 'dossier_unknown' })
    await expect(addPeople(neighbour.owner.ctx, { ceremonyId, achievementId, personIds: [personId] })).rejects.toMatchObject({ code: 'not_allowed' })
    for (const who of [school.member, school.designer, school.pupil, neighbour.owner]) {
      await expect(listRecipients(who.ctx, ceremonyId)).rejects.toMatchObject({ code: 'not_allowed' })
      await expect(listCeremonies(who.ctx, school.organizationId)).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })

  test('an agreed dossier brings the reason of its decision as the sentence, never the words of a voice', async () => {
    const { organizationId, pupil } = school
    const voice = { organizationId, achievementId, deed: 'Il garde une assiette pour les retardataires.', occasion: 'toute l’année' }
    const agree = async (nominee: { personId: string } | { name: string; function: string }, reason: string) => {
      const { nominationId, voiceId, isWaiting } = await nominate(pupil.ctx, { ...voice, ...nominee })
      if (isWaiting) await moderateVoice(documentalist, { voiceId, decision: 'voice-admitted' })
      await decideNomination(documentalist, { nominationId, decision: 'granted', reason, isEmbargoed: true })
      return nominationId
    }
    const [lucas] = await makeClass('3e A', [['Lucas', 'Roy']])
    const ids = [await agree({ personId: lucas!.personId }, 'A aidé toute l’année.'), await agree({ name: 'Marcel P.', function: 'Chauffeur' }, 'x'.repeat(400))]
    expect((await listAgreed(documentalist, organizationId, { isFree: true })).map(({ nominationId }) => nominationId).sort()).toEqual([...ids].sort())
    expect(await addDossiers(documentalist, { ceremonyId, nominationIds: ids })).toEqual({ count: 2 })
    expect(await listRecipients(documentalist, ceremonyId)).toMatchObject([
      { givenName: 'Lucas', className: '3e A', citation: 'A aidé toute l’année.' },
      { givenName: 'Marcel P.', citation: '' },
    ])
    expect(await listAgreed(documentalist, organizationId, { isFree: true })).toEqual([])
    expect(await addDossiers(documentalist, { ceremonyId, nominationIds: ids })).toEqual({ count: 0 })
    await cancelCeremony(documentalist, ceremonyId)
    expect(await listAgreed(documentalist, organizationId, { isFree: true })).toHaveLength(2)
  })

  test('what is noted of somebody is kept, and whoever is taken out leaves a line in the log', async () => {
    const [nina] = await makeClass('5e B', [['Nina', 'Olivier']])
    await addPeople(documentalist, { ceremonyId, achievementId, personIds: [nina!.personId] })
    const recipientId = await idOf('Nina')
    await setHandedBy(documentalist, { ceremonyId, className: '5e B', handedBy: 'Mme Vasseur' })
    expect(await listRecipients(documentalist, ceremonyId)).toMatchObject([{ handedBy: 'Mme Vasseur' }])
    const notes = { citation: 'Pour ses soupes.', handedBy: 'M. le maire', pronunciation: 'o-li-VIÉ', className: '5e C', display: 'nothing', photo: 'no' } as const
    await changeRecipient(documentalist, { recipientId, ...notes })
    expect(await listRecipients(documentalist, ceremonyId)).toMatchObject([notes])
    await expect(changeRecipient(documentalist, { recipientId, ...notes, citation: 'x'.repeat(161) })).rejects.toMatchObject({
      issues: [{ path: ['citation'], message: 'too_long' }],
    })
    await removeRecipient(documentalist, { recipientId, reason: 'Ne souhaite pas monter sur scène' })
    expect(await listRecipients(documentalist, ceremonyId)).toEqual([])
    const acts = await ctx.db
      .selectFrom('audit_entry')
      .select(['act', 'reason'])
      .where('organization_id', '=', school.organizationId)
      .orderBy('position', 'desc')
      .limit(1)
      .execute()
    expect(acts).toEqual([{ act: 'ceremony.recipient-removed', reason: 'Ne souhaite pas monter sur scène' }])
  })

  test('two people who arrange at once lose nobody and double nobody', async () => {
    const pupils = await makeClass(
      '6e C',
      Array.from({ length: 8 }, (_, index) => [`Élève ${index}`, `Nom ${index}`]),
    )
    await Promise.all(pupils.map(({ personId }) => addPeople(documentalist, { ceremonyId, achievementId, personIds: [personId, pupils[0]!.personId] })))
    const ids = (await listRecipients(documentalist, ceremonyId)).map(({ recipientId }) => recipientId)
    await Promise.all(ids.map((recipientId) => moveRecipient(documentalist, { recipientId, direction: 'up' })))
    const places = await ctx.db.selectFrom('ceremony_recipient').select('position').where('ceremony_id', '=', ceremonyId).orderBy('position').execute()
    expect(places.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('a name on the screen', () => {
  const lina = { givenName: 'Lina', familyName: 'Moreau', className: '4e B', display: 'full', wish: null } as const

  test('is as long as staff chose: all of it with the class, the first, or none', () => {
    expect(shownName(lina)).toEqual({ name: 'Lina Moreau', className: '4e B' })
    expect(shownName({ ...lina, display: 'first-name' })).toEqual({ name: 'Lina', className: null })
    expect(shownName({ ...lina, display: 'nothing' })).toEqual({ name: null, className: null })
    expect(shownName({ ...lina, givenName: 'Marcel Poupard', familyName: '', display: 'first-name' })).toEqual({ name: 'Marcel', className: null })
  })

  test('is never longer than the person asked for, nor than staff chose', () => {
    expect(effectiveDisplay({ display: 'full', wish: 'nothing' })).toBe('nothing')
    expect(effectiveDisplay({ display: 'full', wish: 'first-name' })).toBe('first-name')
    expect(effectiveDisplay({ display: 'nothing', wish: 'first-name' })).toBe('nothing')
  })
})
