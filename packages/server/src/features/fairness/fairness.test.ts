import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { adoptAchievement, createAchievement, publishVersion, shareWithNetwork } from '#features/achievements/index.ts'
import { issueCredentials } from '#features/credentials/index.ts'
import { decideNomination, nominate } from '#features/nominations/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { callPage } from '../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool } from '../../../tests/support/make-school.ts'
import * as page from './pages/fairness.server.ts'
import * as csv from './pages/fairness-csv.server.ts'
import { readFairness } from './read-fairness.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const YEAR = '2026-2027'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let organizationId: string
let badge: { achievementId: string; versionId: string }
let other: { achievementId: string; versionId: string }
const classes = new Map<string, string[]>()

async function makeBadge(name: string, ofOrganizationId = organizationId) {
  const content = { name: { fr: name }, description: { fr: 'Aide.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond' } }
  const { achievementId } = await createAchievement(ctx, { organizationId: ofOrganizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  return { achievementId, versionId: (await publishVersion(ctx, achievementId)).versionId }
}

async function makeClass(name: string, size: number, kind: 'class' | 'group' = 'class') {
  const { cohortId } = await createCohort(ctx, { organizationId, name, kind, schoolYear: YEAR })
  const pupils: string[] = []
  for (let place = 0; place < size; place++) {
    const { personId } = await makePerson(ctx, `Secrète${place}`)
    await addMember(ctx, { organizationId, personId, roles: ['member'], isPupil: true })
    await addCohortMember(ctx, { cohortId, personId })
    pupils.push(personId)
  }
  classes.set(name, pupils)
  return cohortId
}

const at = (daysAgo: number): Ctx => ({ ...school.owner.ctx, now: () => new Date(ctx.now().getTime() - daysAgo * 86_400_000) })
async function propose(personId: string, { achievementId }: { achievementId: string }, daysAgo = 3) {
  await ctx.db.deleteFrom('rate_limit').execute()
  return nominate(at(daysAgo), { organizationId, achievementId, personId, deed: 'A aidé toute la classe.', occasion: 'hier' })
}
const lineOf = async (name: string) => (await readFairness(school.owner.ctx, { organizationId })).units.find((unit) => unit.name === name || unit.kind === name)!
const badgeLine = async ({ achievementId }: { achievementId: string }) =>
  (await readFairness(school.owner.ctx, { organizationId })).badges.find((line) => line.achievementId === achievementId)!

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  organizationId = school.organizationId
  badge = await makeBadge('Solidaire')
  other = await makeBadge('Citoyen')
  await makeClass('10e', 12)
  await makeClass('4e B', 14)
  await makeClass('5e A', 11)
  const group = await makeClass('Club', 0, 'group')
  for (const personId of classes.get('4e B')!.slice(0, 6)) await addCohortMember(ctx, { cohortId: group, personId })
  for (const personId of classes.get('4e B')!.slice(0, 6)) await propose(personId, badge)
  for (const personId of classes.get('10e')!.slice(0, 7)) await propose(personId, badge, 20)
  for (const personId of classes.get('5e A')!.slice(0, 2)) await propose(personId, other)
})
afterAll(() => platform[Symbol.asyncDispose]())

test('a class is told by how many were never proposed, in the order of the names, and groups are not counted apart', async () => {
  const { units } = await readFairness(school.owner.ctx, { organizationId })
  expect(units.map(({ kind, name }) => name || kind)).toEqual(['4e B', '5e A', '10e', 'alone', 'adults', 'all'])
  expect(units.find(({ name }) => name === '4e B')).toMatchObject({ people: 14, proposed: 6, never: 8 })
})

test('two of a class are too few to be told, and the whole is kept back where it would tell them', async () => {
  expect(await lineOf('5e A')).toMatchObject({ people: 11, proposed: null, never: null })
  const { units } = await readFairness(school.owner.ctx, { organizationId })
  const whole = units.find(({ kind }) => kind === 'all')!
  const hidden = units.filter(({ kind, proposed }) => kind !== 'all' && proposed === null)
  expect(whole.proposed === null || hidden.length > 1).toBe(true)
})

test('what is agreed under embargo looks open until it is told', async () => {
  const first = await badgeLine(badge)
  expect(first).toMatchObject({ proposed: 13, open: null, granted: null })
  for (const personId of classes.get('4e B')!.slice(0, 6)) {
    const { id } = await ctx.db.selectFrom('nomination').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()
    await decideNomination(school.owner.ctx, { nominationId: id, decision: 'granted', isEmbargoed: true })
  }
  expect(await badgeLine(badge)).toEqual(first)
  expect(await lineOf('4e B')).toMatchObject({ recognised: null })
})

test('what is given to a list is counted apart from what was proposed', async () => {
  await issueCredentials(school.issuer.ctx, {
    versionId: other.versionId,
    recipients: classes
      .get('10e')!
      .slice(0, 5)
      .map((personId) => ({ personId })),
  })
  expect(await badgeLine(other)).toMatchObject({ proposed: null, otherwise: 5 })
  expect(await lineOf('10e')).toMatchObject({ recognised: 5 })
})

test('waits are told by bands and by halves, never by a few', async () => {
  const { waits } = await readFairness(school.owner.ctx, { organizationId })
  expect(waits).toMatchObject({ ages: [8, 7, null, null], medianDays: 3, longestWeeks: null, answerDays: null, voices: null })
})

test('another year has its own numbers, and a year that never was is this one', async () => {
  expect((await readFairness(school.owner.ctx, { organizationId, schoolYear: '1999-2000' })).schoolYear).toBe(YEAR)
  await ctx.db
    .updateTable('nomination')
    .set({ created_at: new Date('2026-03-02') })
    .where('person_id', '=', classes.get('5e A')![0]!)
    .execute()
  const past = await readFairness(school.owner.ctx, { organizationId, schoolYear: '2025-2026' })
  expect(past.schoolYears).toEqual(['2026-2027', '2025-2026'])
  expect(past.units.filter(({ kind }) => kind === 'class')).toEqual([])
})

test.each(['designer', 'issuer', 'member', 'pupil'] as const)('a %s does not see it', async (role) => {
  await expect(readFairness(school[role].ctx, { organizationId })).rejects.toMatchObject({ code: 'not_allowed' })
})

test('who looks after the network does not see it either', async () => {
  const { ctx: network } = await makePerson(ctx, 'Hélène', { isNetworkAdmin: true })
  await expect(readFairness(network, { organizationId })).rejects.toMatchObject({ code: 'not_allowed' })
})

test('neither the page nor the file holds a person, and both have the same gaps', async () => {
  const call = { actor: school.admin.actor, params: { slug: school.slug } }
  const shown = await callPage(ctx, page.loader, call)
  const file = await callPage(ctx, csv.loader, call)
  const people = [...classes.values()].flat()
  for (const text of [JSON.stringify(shown.data), file.text!]) {
    expect(text).not.toMatch(/Secrète/)
    for (const personId of people) expect(text).not.toContain(personId)
  }
  expect(file.text).toContain('4e B;14;6;8;n. a.')
  expect(file.text).toContain('5e A;11;n. a.;n. a.;n. a.')
})

test('a name that a spreadsheet would run is written as words', async () => {
  await makeClass('=1+1', 6)
  const { text } = await callPage(ctx, csv.loader, { actor: school.admin.actor, params: { slug: school.slug } })
  expect(text).toContain("'=1+1;6")
})

test('a badge that the structure adopted is told with its own, with the dossiers of this structure only', async () => {
  const author = await makeSchool(ctx, 'Rectorat')
  const shared = await makeBadge('Réseau', author.organizationId)
  await shareWithNetwork(ctx, { achievementId: shared.achievementId, isShared: true })
  await adoptAchievement(school.owner.ctx, { organizationId, achievementId: shared.achievementId })
  for (const personId of classes.get('10e')!.slice(0, 6)) await propose(personId, shared)
  expect(await badgeLine(shared)).toMatchObject({ proposed: 6 })
  const { badges } = await readFairness(author.owner.ctx, { organizationId: author.organizationId })
  expect(badges.map(({ achievementId, proposed }) => [achievementId, proposed])).toEqual([[shared.achievementId, null]])
})
