import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archiveAchievement, shareWithNetwork } from '#features/achievements/index.ts'
import { addMember, removeMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { askReady } from '../attempts/ask-ready.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import { readStandings } from '../attempts/read-standings.ts'
import { addRemark, listRemarks } from '../attempts/remarks.ts'
import { proposeTerms, shiftPeriods } from '../browser/school-years.ts'
import { AUTUMN, type Classroom, makeBadge, makeClassroom, WINTER } from '../practice.fixture.ts'
import { archiveProgramme } from './archive-programme.ts'
import { copyProgramme } from './copy-programme.ts'
import { createProgramme, updateProgramme } from './create-programme.ts'
import { addException, endException, listExceptions } from './exceptions.ts'
import { readBadges, readCohorts, readPeriods, readTeachers } from './get-programme.ts'
import { listProgrammes } from './list-programmes.ts'
import { readSharing, shareProgramme } from './share-programme.ts'
import { copySharedProgramme, getSharedProgramme, listSharedProgrammes } from './shared-programmes.ts'

let platform: TestApp
let room: Classroom
let neighbour: Awaited<ReturnType<typeof makeSchool>>
beforeAll(async () => {
  platform = await makeApp()
  room = await makeClassroom(platform.ctx)
  neighbour = await makeSchool(platform.ctx, 'Lycée Voisin')
})
afterAll(() => platform[Symbol.asyncDispose]())

const acts = async (organizationId: string) =>
  (await platform.ctx.db.selectFrom('audit_entry').select('act').where('organization_id', '=', organizationId).orderBy('position', 'desc').execute()).map(({ act }) => act)
const another = (input: Partial<typeof room.wanted> = {}) => createProgramme(room.issuer.ctx, { ...room.wanted, ...input })

describe('a programme', () => {
  test('holds its badges in their order, its rules, periods, classes and teachers', async () => {
    const { programmeId } = room
    const badges = await readBadges(platform.ctx, programmeId)
    expect(badges.map(({ content, requiredIds }) => [content.name.fr, requiredIds.length])).toEqual([
      ['Conversions', 0],
      ['Chiffres significatifs', 0],
      ['Rédiger un calcul', 1],
    ])
    expect(await readPeriods(platform.ctx, programmeId)).toMatchObject([AUTUMN, WINTER])
    expect((await readCohorts(platform.ctx, programmeId)).map(({ name }) => name)).toEqual(['2de 4'])
    expect((await readTeachers(platform.ctx, programmeId)).map(({ personId }) => personId).sort()).toEqual([room.issuer.personId, room.colleague.personId].sort())
  })

  test('is refused when its rules contradict each other, or name what the structure does not have', async () => {
    const [first, second] = room.badgeIds as [string, string]
    const circle = [
      { achievementId: first, requiredIds: [second] },
      { achievementId: second, requiredIds: [first] },
    ]
    await expect(another({ badges: circle })).rejects.toMatchObject({ code: 'prerequisites_circular' })
    await expect(another({ periods: [AUTUMN, { ...WINTER, startsOn: AUTUMN.endsOn }] })).rejects.toMatchObject({ code: 'periods_overlap' })
    await expect(another({ badges: [{ achievementId: platform.ctx.newId(), requiredIds: [] }] })).rejects.toMatchObject({ code: 'badge_unknown' })
    await expect(another({ cohortIds: [platform.ctx.newId()] })).rejects.toMatchObject({ code: 'cohort_unknown' })
    await expect(another({ teacherIds: [room.member.personId] })).rejects.toMatchObject({ code: 'teacher_unknown' })
  })

  test('is changed by its teachers and those who run the structure, by nobody else', async () => {
    const { programmeId } = await another()
    const { organizationId: _, ...wanted } = room.wanted
    for (const who of [room.designer, room.member, room.pupil, neighbour.owner])
      await expect(updateProgramme(who.ctx, { ...wanted, programmeId }), who.personId).rejects.toMatchObject({ status: 404 })
    const [period] = await readPeriods(platform.ctx, programmeId)
    await updateProgramme(room.colleague.ctx, { ...wanted, programmeId, name: 'Autrement', periods: [{ ...AUTUMN, ...period!, required: 1 }] })
    expect(await readPeriods(platform.ctx, programmeId)).toEqual([{ ...period, required: 1 }])
    await updateProgramme(room.owner.ctx, { ...wanted, programmeId, name: 'Encore autrement' })
    expect((await acts(room.organizationId)).slice(0, 2)).toEqual(['programme.changed', 'programme.changed'])
  })

  test('is put away and taken up again, each once in the log', async () => {
    const { programmeId } = await another({ name: 'De l’an passé' })
    for (let times = 0; times < 2; times++) await archiveProgramme(room.issuer.ctx, { programmeId, isArchived: true })
    const lina = room.pupils[0]!
    await expect(askReady(lina.ctx, { programmeId, achievementId: room.badgeIds[0]! })).rejects.toMatchObject({ code: 'programme_archived' })
    expect((await listProgrammes(room.issuer.ctx, room.organizationId)).find((one) => one.programmeId === programmeId)).toMatchObject({ isArchived: true })
    await archiveProgramme(room.issuer.ctx, { programmeId, isArchived: false })
    expect((await acts(room.organizationId)).slice(0, 3)).toEqual(['programme.reopened', 'programme.archived', 'programme.created'])
  })
})

test('a teacher lists what they teach, the head of the structure everything, the others nothing', async () => {
  const { programmeId } = await createProgramme(room.colleague.ctx, { ...room.wanted, name: 'À Nadia seule', teacherIds: [] })
  const names = async (who: Somebody) => (await listProgrammes(who.ctx, room.organizationId)).map(({ name, isMine }) => [name, isMine])
  expect(await names(room.issuer)).not.toContainEqual(['À Nadia seule', false])
  expect(await names(room.owner)).toContainEqual(['À Nadia seule', false])
  for (const who of [room.designer, room.member, room.pupil, neighbour.issuer]) await expect(names(who)).rejects.toMatchObject({ code: 'not_allowed' })
  expect((await listProgrammes(room.colleague.ctx, room.organizationId)).find((one) => one.programmeId === programmeId)).toMatchObject({
    isMine: true,
    badgeCount: 3,
    peopleCount: 2,
    period: { name: expect.stringContaining('trimestre') },
  })
})

describe('for one pupil', () => {
  let lina: Somebody
  let periodId: string
  beforeAll(async () => {
    lina = room.pupils[0]!
    periodId = (await readPeriods(platform.ctx, room.programmeId))[0]!.periodId
  })
  const periodOf = async (who: Somebody) => (await readStandings(platform.ctx, room.programmeId, { personId: who.personId })).people[0]!.periods[0]

  test('a period may ask for fewer badges and give more time; said again, the last word stands', async () => {
    await addException(room.issuer.ctx, { periodId, personId: lina.personId, required: 0, reason: 'Arrivée en novembre' })
    await addException(room.colleague.ctx, { periodId, personId: lina.personId, required: 1, endsOn: '2027-01-15', reason: 'Arrivée en novembre, deux semaines de plus' })
    expect(await listExceptions(room.issuer.ctx, room.programmeId)).toMatchObject([{ givenName: 'Lina', required: 1, endsOn: '2027-01-15' }])
    expect(await periodOf(lina)).toMatchObject({ required: 1, endsOn: '2027-01-15', isExcepted: true })
    expect(await periodOf(room.pupils[1]!)).toMatchObject({ required: 2, isExcepted: false })
  })

  test('it never asks for more, nor ends before the period', async () => {
    const say = (input: object) => addException(room.issuer.ctx, { periodId, personId: lina.personId, reason: 'Pour voir', ...input })
    await expect(say({ required: 3 })).rejects.toMatchObject({ code: 'exception_asks_more' })
    await expect(say({ endsOn: AUTUMN.endsOn })).rejects.toMatchObject({ code: 'exception_ends_early' })
    await expect(say({})).rejects.toMatchObject({ issues: [{ message: 'exception_empty' }] })
    await expect(say({ required: 1, personId: room.pupil.personId })).rejects.toMatchObject({ code: 'not_taking_part' })
  })

  test('it is the teachers’ to say and to end, and ended twice it is ended once', async () => {
    for (const who of [lina, room.designer, neighbour.issuer]) await expect(endException(who.ctx, { periodId, personId: lina.personId })).rejects.toMatchObject({ status: 404 })
    for (let times = 0; times < 2; times++) await endException(room.issuer.ctx, { periodId, personId: lina.personId })
    expect(await periodOf(lina)).toMatchObject({ required: 2, isExcepted: false })
    expect((await acts(room.organizationId)).slice(0, 2)).toEqual(['programme.exception-ended', 'programme.excepted'])
  })
})

describe('a copy for the next year', () => {
  test('has the badges that are still given, the periods a year later, and the teachers who are still there', async () => {
    const gone = await makePerson(platform.ctx, 'Ancien')
    await addMember(platform.ctx, { organizationId: room.organizationId, personId: gone.personId, roles: ['issuer'] })
    const passing = await makeBadge(platform.ctx, room.organizationId, 'D’une année')
    const badges = [{ achievementId: passing, requiredIds: [] }, ...room.wanted.badges.map((badge, i) => ({ ...badge, requiredIds: i === 2 ? [passing, room.badgeIds[0]!] : [] }))]
    const { programmeId } = await another({ badges, teacherIds: [gone.personId] })
    await removeMember(room.owner.ctx, { organizationId: room.organizationId, personId: gone.personId })
    await archiveAchievement(platform.ctx, passing)
    const copy = await copyProgramme(room.issuer.ctx, { programmeId })
    expect((await readBadges(platform.ctx, copy.programmeId)).map(({ achievementId, requiredIds }) => [achievementId, requiredIds])).toEqual(
      room.badgeIds.map((id, i) => [id, i === 2 ? [room.badgeIds[0]] : []]),
    )
    expect((await readPeriods(platform.ctx, copy.programmeId)).map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2027-09-01', '2027-12-18'],
      ['2028-01-04', '2028-03-26'],
    ])
    expect(await readTeachers(platform.ctx, copy.programmeId)).toHaveLength(1)
    expect(await readCohorts(platform.ctx, copy.programmeId)).toEqual([])
    const row = await platform.ctx.db.selectFrom('programme').selectAll().where('id', '=', copy.programmeId).executeTakeFirstOrThrow()
    expect([row.school_year, row.copied_from]).toEqual(['2027-2028', programmeId])
    expect((await acts(room.organizationId))[0]).toBe('programme.copied')
  })

  test('is not made of badges that nobody gives any more', async () => {
    const passing = await makeBadge(platform.ctx, room.organizationId, 'D’un mois')
    const { programmeId } = await another({ badges: [{ achievementId: passing, requiredIds: [] }] })
    await archiveAchievement(platform.ctx, passing)
    await expect(copyProgramme(room.issuer.ctx, { programmeId })).rejects.toMatchObject({ code: 'nothing_to_copy' })
  })

  test('of 29 February ends on the 28th', () => {
    expect(shiftPeriods([{ periodId: '', ...AUTUMN, startsOn: '2028-02-01', endsOn: '2028-02-29' }], '2027-2028', '2028-2029')).toMatchObject([
      { startsOn: '2029-02-01', endsOn: '2029-02-28' },
    ])
    expect(proposeTerms('2026-2027', ['a', 'b', 'c']).map(({ endsOn }) => endsOn)).toEqual(['2026-11-30', '2027-03-15', '2027-06-30'])
  })
})

describe('shared with the network', () => {
  let programmeId: string
  beforeAll(async () => {
    programmeId = (await another({ name: 'À prendre' })).programmeId
    await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: room.badgeIds[0]!, text: 'Relis la leçon sur les puissances.' })
  })
  const look = (who = neighbour.issuer) => getSharedProgramme(who.ctx, { organizationId: neighbour.organizationId, programmeId })
  const take = (who = neighbour.issuer) => copySharedProgramme(who.ctx, { organizationId: neighbour.organizationId, programmeId })

  test('only what was shared is seen, by those who issue badges elsewhere', async () => {
    await expect(look()).rejects.toMatchObject({ status: 404 })
    await shareProgramme(room.issuer.ctx, { programmeId, isShared: true })
    expect(await listSharedProgrammes(neighbour.issuer.ctx, neighbour)).toMatchObject([{ name: 'À prendre', badgeCount: 3, organizationName: 'Lycée Maurice Genevoix' }])
    expect(await listSharedProgrammes(room.issuer.ctx, room)).toEqual([])
    for (const who of [neighbour.member, neighbour.pupil, room.issuer]) await expect(look(who)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('is not copied while its badges are kept to themselves', async () => {
    expect((await look()).badges.map(({ standing }) => standing)).toEqual(['closed', 'closed', 'closed'])
    await expect(take()).rejects.toMatchObject({ code: 'badges_not_shared', detail: { names: 'Conversions, Chiffres significatifs, Rédiger un calcul' } })
    expect((await readSharing(room.issuer.ctx, programmeId)).unshared).toHaveLength(3)
  })

  test('shares its own badges along, when whoever shares it designs badges', async () => {
    await expect(shareProgramme(room.issuer.ctx, { programmeId, isShared: true, withBadges: true })).rejects.toMatchObject({ code: 'not_allowed' })
    await shareProgramme(room.owner.ctx, { programmeId, isShared: true, withBadges: true })
    expect((await look()).badges.map(({ standing }) => standing)).toEqual(['adoptable', 'adoptable', 'adoptable'])
  })

  test('adopts what is missing on the way for those who may; the others are told what to ask for', async () => {
    await expect(take(neighbour.issuer)).rejects.toMatchObject({ code: 'badges_to_adopt' })
    const copy = await take(neighbour.owner)
    expect((await readBadges(platform.ctx, copy.programmeId)).map(({ requiredIds }) => requiredIds.length)).toEqual([0, 0, 1])
    expect((await look()).badges.map(({ standing }) => standing)).toEqual(['given', 'given', 'given'])
    const remarks = await listRemarks(neighbour.issuer.ctx, { organizationId: neighbour.organizationId, achievementIds: room.badgeIds })
    expect(remarks.map(({ text }) => text)).toEqual(['Relis la leçon sur les puissances.'])
    expect(await readCohorts(platform.ctx, copy.programmeId)).toEqual([])
    await take(neighbour.issuer)
    expect(await listRemarks(neighbour.issuer.ctx, { organizationId: neighbour.organizationId, achievementIds: room.badgeIds })).toHaveLength(1)
  })

  test('no longer shared or put away, it is gone from the network, and the copies stay', async () => {
    const before = await listProgrammes(neighbour.owner.ctx, neighbour.organizationId)
    await archiveProgramme(room.issuer.ctx, { programmeId, isArchived: true })
    await expect(look()).rejects.toMatchObject({ status: 404 })
    await archiveProgramme(room.issuer.ctx, { programmeId, isArchived: false })
    await shareProgramme(room.issuer.ctx, { programmeId, isShared: false })
    expect(await listSharedProgrammes(neighbour.issuer.ctx, neighbour)).toEqual([])
    expect(await listProgrammes(neighbour.owner.ctx, neighbour.organizationId)).toEqual(before)
    await expect(shareProgramme(neighbour.owner.ctx, { programmeId, isShared: true })).rejects.toMatchObject({ status: 404 })
  })
})

test('a badge that leaves the programme takes nothing from those who passed it', async () => {
  const { programmeId } = await another()
  const noe = room.pupils[1]!
  await judgeAttempt(room.issuer.ctx, { programmeId, achievementId: room.badgeIds[1]!, personId: noe.personId, verdict: 'passed' })
  const { organizationId: _, ...wanted } = room.wanted
  await updateProgramme(room.issuer.ctx, { ...wanted, programmeId, badges: [wanted.badges[0]!] })
  expect(await platform.ctx.db.selectFrom('credential').select('id').where('person_id', '=', noe.personId).where('revoked_at', 'is', null).execute()).toHaveLength(1)
  await shareWithNetwork(platform.ctx, { achievementId: room.badgeIds[1]!, isShared: false })
})
