import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { listAchievements } from '#features/achievements/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool } from '../../../tests/support/make-school.ts'
import { adoptBadges } from './badges/adopt-badges.ts'
import { listReadyBadges } from './badges/list-ready-badges.ts'
import { readyBadges } from './badges/ready-badges.ts'
import { getCalendar } from './calendar/get-calendar.ts'
import { setCalendar } from './calendar/set-calendar.ts'
import { writeIcs } from './calendar/write-ics.ts'
import { getStart } from './get-start.ts'
import { listSteeringGroup } from './group/list-steering-group.ts'
import { nameSteeringMember, removeSteeringMember } from './group/name-steering-member.ts'
import { closeStart, markStep } from './mark-step.ts'
import { getTexts } from './texts/get-texts.ts'
import { keepText, restoreText } from './texts/keep-text.ts'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let organizationId: string
let schoolCount = 0

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  school = await makeSchool(ctx, `Collège Saint-Exupéry ${++schoolCount}`)
  organizationId = school.organizationId
})

const start = () => getStart(school.owner.ctx, organizationId)
const statesOf = async () => Object.fromEntries((await start()).steps.map(({ step, state }) => [step, state]))
const acts = () => ctx.db.selectFrom('audit_entry').select('act').where('organization_id', '=', organizationId).orderBy('position').execute()

describe('the guide', () => {
  test('begins with everything to do, and remembers what was skipped or done elsewhere', async () => {
    expect(await statesOf()).toEqual({ group: 'todo', badges: 'todo', calendar: 'todo', texts: 'todo', jury: 'todo' })
    await markStep(school.owner.ctx, { organizationId, step: 'group', state: 'skipped' })
    await markStep(school.admin.ctx, { organizationId, step: 'texts', state: 'done' })
    expect(await statesOf()).toMatchObject({ group: 'skipped', texts: 'done', badges: 'todo' })
    await markStep(school.owner.ctx, { organizationId, step: 'group', state: 'todo' })
    expect(await statesOf()).toMatchObject({ group: 'todo' })
  })

  test('a fact says more than a mark: a step that was skipped is done once it is', async () => {
    await markStep(school.owner.ctx, { organizationId, step: 'badges', state: 'skipped' })
    await adoptBadges(school.owner.ctx, { organizationId, chosen: ['welcome'], isPublished: true })
    expect((await start()).steps.find(({ step }) => step === 'badges')).toMatchObject({ state: 'done', isByFact: true, count: 1 })
  })

  test('is put away and taken out again, with everything in it', async () => {
    await nameSteeringMember(school.owner.ctx, { organizationId, part: 'lead', personId: school.admin.personId })
    await closeStart(school.owner.ctx, { organizationId, isClosed: true })
    expect(await start()).toMatchObject({ isClosed: true })
    await closeStart(school.owner.ctx, { organizationId, isClosed: false })
    expect(await start()).toMatchObject({ isClosed: false, steps: expect.arrayContaining([expect.objectContaining({ step: 'group', count: 1 })]) })
  })

  test.each(['designer', 'issuer', 'member', 'pupil'] as const)('a %s neither reads nor changes it', async (role) => {
    const other = school[role].ctx
    const refused = { code: 'not_allowed', status: 403 }
    await expect(getStart(other, organizationId)).rejects.toMatchObject(refused)
    await expect(markStep(other, { organizationId, step: 'jury', state: 'done' })).rejects.toMatchObject(refused)
    await expect(closeStart(other, { organizationId, isClosed: true })).rejects.toMatchObject(refused)
    await expect(listSteeringGroup(other, organizationId)).rejects.toMatchObject(refused)
    await expect(nameSteeringMember(other, { organizationId, part: 'lead', name: 'Zoé' })).rejects.toMatchObject(refused)
    await expect(removeSteeringMember(other, { organizationId, steeringMemberId: organizationId })).rejects.toMatchObject(refused)
    await expect(adoptBadges(other, { organizationId, chosen: ['welcome'], isPublished: false })).rejects.toMatchObject(refused)
    await expect(getCalendar(other, { organizationId })).rejects.toMatchObject(refused)
    await expect(setCalendar(other, { organizationId, schoolYear: '2026-2027', days: {} as never })).rejects.toMatchObject(refused)
    await expect(getTexts(other, { organizationId, locale: 'fr' })).rejects.toMatchObject(refused)
    await expect(keepText(other, { organizationId, kind: 'staff', locale: 'fr', body: 'Un texte qui suffit bien.' })).rejects.toMatchObject(refused)
    await expect(restoreText(other, { organizationId, kind: 'staff', locale: 'fr' })).rejects.toMatchObject(refused)
  })

  test('who looks after the network does not look into it', async () => {
    const { ctx: network } = await makePerson(ctx, 'Hélène', { isNetworkAdmin: true })
    await expect(getStart(network, organizationId)).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('the steering group', () => {
  const name = (fields: Omit<Parameters<typeof nameSteeringMember>[1], 'organizationId'>) => nameSteeringMember(school.owner.ctx, { organizationId, ...fields })

  test('is people of the structure, and others by name and function, in the order of their parts', async () => {
    await name({ part: 'parent', name: 'Awa Sarr', function: 'Parente élue' })
    await name({ part: 'lead', personId: school.admin.personId })
    const { members, colleagues } = await listSteeringGroup(school.owner.ctx, organizationId)
    expect(members).toMatchObject([
      { part: 'lead', isOutside: false },
      { part: 'parent', name: 'Awa Sarr', function: 'Parente élue', isOutside: true },
    ])
    expect(colleagues.map(({ personId }) => personId)).not.toContain(school.admin.personId)
    expect(colleagues.map(({ personId }) => personId)).not.toContain(school.pupil.personId)
  })

  test('nobody is twice in it, however the name is typed, even at the same instant', async () => {
    await Promise.all([name({ part: 'parent', name: 'Awa Sarr' }), name({ part: 'parent', name: 'AWA SÀRR' })])
    await name({ part: 'lead', personId: school.admin.personId })
    await name({ part: 'librarian', personId: school.admin.personId })
    const { members } = await listSteeringGroup(school.owner.ctx, organizationId)
    expect(members.map(({ part }) => part)).toEqual(['librarian', 'parent'])
  })

  test('who has an address is invited, as a member and no more; a refused invitation names nobody', async () => {
    expect(await name({ part: 'teacher', name: 'Nour Benali', function: 'Professeur d’EPS', address: 'Nour@example.org' })).toEqual({ isInvited: true })
    expect(await ctx.db.selectFrom('invitation').select(['address', 'roles', 'title']).where('organization_id', '=', organizationId).execute()).toEqual([
      { address: 'nour@example.org', roles: ['member'], title: 'Professeur d’EPS' },
    ])
    const known = `admin@${school.slug}.example`
    await expect(name({ part: 'teacher', name: 'Déjà Là', address: known })).rejects.toMatchObject({ code: 'already_member' })
    expect((await listSteeringGroup(school.owner.ctx, organizationId)).members).toHaveLength(1)
  })

  test('needs a name, and one of this structure', async () => {
    await expect(name({ part: 'lead' })).rejects.toMatchObject({ code: 'nobody_named', status: 422 })
    const neighbour = await makeSchool(ctx, `Voisin ${schoolCount}`)
    await expect(name({ part: 'lead', personId: neighbour.owner.personId })).rejects.toMatchObject({ code: 'person_unknown', status: 422 })
  })

  test('somebody leaves it once, from this structure only, and the log says both', async () => {
    await name({ part: 'lead', personId: school.admin.personId })
    const [member] = (await listSteeringGroup(school.owner.ctx, organizationId)).members
    const neighbour = await makeSchool(ctx, `Autre voisin ${schoolCount}`)
    await removeSteeringMember(neighbour.owner.ctx, { organizationId: neighbour.organizationId, steeringMemberId: member!.steeringMemberId })
    expect((await listSteeringGroup(school.owner.ctx, organizationId)).members).toHaveLength(1)
    await removeSteeringMember(school.owner.ctx, { organizationId, steeringMemberId: member!.steeringMemberId })
    await removeSteeringMember(school.owner.ctx, { organizationId, steeringMemberId: member!.steeringMemberId })
    expect((await acts()).map(({ act }) => act)).toEqual(['onboarding.steering-member-named', 'onboarding.steering-member-removed'])
  })
})

describe('ready badges', () => {
  const adopt = (chosen: string[], isPublished = false) => adoptBadges(school.owner.ctx, { organizationId, chosen, isPublished })

  test('all can be published as they are, in both languages', async () => {
    const keys = Object.keys(readyBadges)
    expect(await adopt(keys, true)).toEqual({ adopted: keys.length })
    const cards = await listAchievements(school.owner.ctx, organizationId)
    expect(cards.filter(({ state }) => state === 'published')).toHaveLength(keys.length)
    expect(cards.every(({ name }) => name.fr && name.en)).toBe(true)
  })

  test('become drafts to make one’s own, once, even when two people click at the same instant', async () => {
    await Promise.all([adopt(['welcome', 'perseverance']), adopt(['welcome'])])
    expect((await listAchievements(school.owner.ctx, organizationId)).map(({ state }) => state)).toEqual(['draft', 'draft'])
    expect(await adopt(['welcome'])).toEqual({ adopted: 0 })
    expect((await acts()).map(({ act }) => act)).toEqual(['onboarding.badge-adopted', 'onboarding.badge-adopted'])
  })

  test('one that bears the name of a badge of the structure is there already', async () => {
    await adopt(['welcome'], true)
    await ctx.db.deleteFrom('adopted_badge').where('organization_id', '=', organizationId).execute()
    const lines = await listReadyBadges(school.owner.ctx, organizationId)
    expect(lines.find(({ key }) => key === 'welcome')).toMatchObject({ isPublished: true, achievementId: expect.any(String) })
    expect(lines.filter(({ achievementId }) => achievementId)).toHaveLength(1)
  })

  test('nothing chosen, or nothing that exists, is said', async () => {
    await expect(adopt([])).rejects.toMatchObject({ code: 'nothing_chosen', status: 422 })
    await expect(adopt(['toString'])).rejects.toMatchObject({ code: 'nothing_chosen' })
  })
})

describe('the calendar', () => {
  const days = (changes: Record<string, string> = {}) =>
    ({
      steering: '2026-09-15',
      information: '2026-10-06',
      opening: '2026-11-09',
      'class-time': '',
      closing: '2027-03-19',
      jury: '2027-03-25',
      ceremony: '2027-06-11',
      review: '2027-06-22',
      ...changes,
    }) as never
  const set = (changes?: Record<string, string>) => setCalendar(school.owner.ctx, { organizationId, schoolYear: '2026-2027', days: days(changes) })
  const ics = async () => {
    const { milestones, schoolYear } = await getCalendar(school.owner.ctx, { organizationId })
    const words = { name: 'Collège ; Saint-Exupéry', titleOf: (kind: string) => `Étape ${kind}, ${'très '.repeat(20)}longue`, aboutOf: () => 'Une ligne\nune autre' }
    return writeIcs(milestones, { organizationId, schoolYear, host: 'badges.example', now: ctx.now() }, words)
  }

  test('offers working days of the school year until it is kept', async () => {
    const { isKept, milestones } = await getCalendar(school.owner.ctx, { organizationId })
    expect(isKept).toBe(false)
    for (const { day } of milestones) expect([1, 2, 3, 4, 5]).toContain(new Date(day!).getUTCDay())
    expect(milestones.map(({ day }) => day)).toEqual(milestones.map(({ day }) => day).sort())
    expect(milestones[0]!.day! > '2026-09-01' && milestones.at(-1)!.day! < '2027-07-01').toBe(true)
  })

  test('keeps the days, and that there is none', async () => {
    await set()
    const { isKept, milestones } = await getCalendar(school.owner.ctx, { organizationId })
    expect(isKept).toBe(true)
    expect(milestones.find(({ kind }) => kind === 'class-time')!.day).toBeNull()
    expect(milestones.find(({ kind }) => kind === 'jury')).toMatchObject({ day: '2027-03-25', revision: 0 })
  })

  test('refuses a day that is none, and names it', async () => {
    await expect(set({ jury: 'bientôt' })).rejects.toMatchObject({ issues: [{ path: ['days', 'jury'], message: 'day_invalid' }] })
    await expect(set({ jury: '2027-02-31' })).rejects.toMatchObject({ issues: [{ path: ['days', 'jury'] }] })
    await expect(set({ jury: '2028-02-28' })).rejects.toMatchObject({ issues: [{ path: ['days', 'jury'], message: 'day_outside_year' }] })
  })

  test('an event keeps its identifier when its day moves, and only that one gets a new revision', async () => {
    await set()
    const before = (await ics()).replaceAll('\r\n ', '')
    await set({ jury: '2027-04-01' })
    const after = (await ics()).replaceAll('\r\n ', '')
    const uids = (text: string) => [...text.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid)
    expect(uids(after)).toEqual(uids(before))
    expect(new Set(uids(after)).size).toBe(8)
    expect(after).toMatch(/UID:jury-\S+\r\nSEQUENCE:1\r\n\S+\r\nDTSTART;VALUE=DATE:20270401/)
    expect(after.match(/SEQUENCE:1/g)).toHaveLength(1)
    expect(after).toMatch(/UID:class-time-(?:.|\r\n)*?STATUS:CANCELLED/)
  })

  test('is a file that calendars accept: short lines, escaped words', async () => {
    const text = await ics()
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain('X-WR-CALNAME:Collège \\; Saint-Exupéry')
    expect(text.replaceAll('\r\n ', '')).toContain('DESCRIPTION:Une ligne\\nune autre')
  })
})

describe('the texts', () => {
  const textOf = async (kind: string, locale: 'fr' | 'en' = 'fr') => (await getTexts(school.owner.ctx, { organizationId, locale })).find((text) => text.kind === kind)!

  test.each(['fr', 'en'] as const)('are filled in with the name, the days and the people, in %s', async (locale) => {
    await nameSteeringMember(school.owner.ctx, { organizationId, part: 'parent', name: 'Awa Sarr', function: 'Parente élue' })
    await nameSteeringMember(school.owner.ctx, { organizationId, part: 'pupil', name: 'Lina Secrète' })
    const texts = await getTexts(school.owner.ctx, { organizationId, locale })
    for (const { title, body } of texts) expect(`${title}${body}`).not.toMatch(/[{}]/)
    const families = texts.find(({ kind }) => kind === 'families')!.body
    expect(families).toContain('Collège Saint-Exupéry')
    expect(families).toContain('- Awa Sarr, Parente élue')
    expect(families).toContain(locale === 'fr' ? '11 juin 2027' : '11 June 2027')
    // A letter that leaves the school names no pupil.
    expect(texts.map(({ body }) => body).join()).not.toContain('Secrète')
  })

  test('the structure’s own words take the place of the model, in their language, until it wants the model back', async () => {
    const body = 'Chères familles, nous commençons cette année.\r\nÀ bientôt.'
    await keepText(school.owner.ctx, { organizationId, kind: 'families', locale: 'fr', body })
    expect(await textOf('families')).toMatchObject({ body: 'Chères familles, nous commençons cette année.\nÀ bientôt.', keptAt: ctx.now() })
    expect((await textOf('families', 'en')).keptAt).toBeNull()
    expect(await statesOf()).toMatchObject({ texts: 'done' })
    await restoreText(school.owner.ctx, { organizationId, kind: 'families', locale: 'fr' })
    expect(await textOf('families')).toMatchObject({ keptAt: null, body: expect.stringContaining('Madame, Monsieur') })
  })

  test('an empty text is not kept', async () => {
    await expect(keepText(school.owner.ctx, { organizationId, kind: 'staff', locale: 'fr', body: ' ' })).rejects.toMatchObject({
      issues: [{ path: ['body'], message: 'body_required' }],
    })
  })
})
