import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { chooseSecret } from '#features/accounts/index.ts'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { reprintCards } from '#features/ceremonies/index.ts'
import { issueCredentials, listHeld, listIssued } from '#features/credentials/index.ts'
import { nominate } from '#features/nominations/index.ts'
import { addCohortMember, addMember, createCohort, listCohortMembers } from '#features/organizations/index.ts'
import { createClaim, joinWithClaim, signInWithCard } from '#features/passports/index.ts'
import { callPage } from '../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import { confirmDeparture, declineDeparture } from './confirm-departure.ts'
import { readCodes } from './departure-code.ts'
import { findArrival } from './find-arrival.ts'
import { listArrivals, listDepartures } from './list-departures.ts'
import { listLeavingClass } from './list-leaving-class.ts'
import * as departuresPage from './pages/departures.server.ts'
import { prepareDepartures } from './prepare-departures.ts'
import { cancelRequest, requestArrival } from './request-arrival.ts'
import { withdrawDeparture } from './withdraw-departure.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const VISITOR = { userAgent: 'test', address: '192.0.2.7' }

let platform: TestApp
let ctx: Ctx
let primary: Awaited<ReturnType<typeof makeSchool>>
let college: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>
let cm2: string
let sixth: string
let badge: { achievementId: string; versionId: string }
let collegeBadge: { achievementId: string; versionId: string }
let child: Somebody
let count = 0

async function makeBadge(organizationId: string, name: string) {
  const content = { name: { fr: name }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  return { achievementId, versionId: (await publishVersion(ctx, achievementId)).versionId }
}

async function makePupil(organizationId: string, cohortId: string, givenName: string, familyName: string, birthDate: string | null = '2015-05-04'): Promise<Somebody> {
  const pupil = await makePerson(ctx, givenName)
  await ctx.db.updateTable('person').set({ birth_date: birthDate, family_name: familyName }).where('id', '=', pupil.personId).execute()
  await addMember(ctx, { organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
  await addCohortMember(ctx, { cohortId, personId: pupil.personId })
  return pupil
}

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  primary = await makeSchool(ctx, 'École François Rabelais')
  college = await makeSchool(ctx)
  other = await makeSchool(ctx, 'Collège d’à côté')
  cm2 = (await createCohort(ctx, { organizationId: primary.organizationId, name: 'CM2', kind: 'class', schoolYear: '2026-2027' })).cohortId
  sixth = (await createCohort(ctx, { organizationId: college.organizationId, name: '6e A', kind: 'class', schoolYear: '2026-2027' })).cohortId
  badge = await makeBadge(primary.organizationId, 'Éco-citoyen')
  collegeBadge = await makeBadge(college.organizationId, 'Sentinelle')
})
afterAll(() => platform[Symbol.asyncDispose]())
const born = () => new Date(Date.UTC(2015, 0, count)).toISOString().slice(0, 10)
beforeEach(async () => {
  await ctx.db.deleteFrom('rate_limit').execute()
  count += 1
  child = await makePupil(primary.organizationId, cm2, 'Inaya', `Marsaud${count}`, born())
})

const prepare = async (by: Somebody = primary.issuer, more: { destinationId?: string; kind?: 'transfer' | 'home' } = {}) =>
  (await prepareDepartures(by.ctx, { cohortId: cm2, kind: 'transfer', personIds: [child.personId], ...more })).prepared[0]!
const ask = (code: string, more: { who?: string; cohortId?: string; by?: typeof college } = {}) => {
  const { by = college, who = 'new', cohortId } = more
  return requestArrival(by.admin.ctx, { organizationId: by.organizationId, code, who, cohortId: by === college ? (cohortId ?? sixth) : undefined })
}
const membershipOf = (organizationId: string, personId: string) =>
  ctx.db.selectFrom('membership').select(['is_pupil', 'left_at', 'roles']).where('organization_id', '=', organizationId).where('person_id', '=', personId).executeTakeFirst()
const actsOf = async (organizationId: string, departureId: string) =>
  (
    await ctx.db
      .selectFrom('audit_entry')
      .select('act')
      .where('organization_id', '=', organizationId)
      .where(sql<boolean>`subject ->> 'departureId' = ${departureId}`)
      .orderBy('position')
      .execute()
  ).map(({ act }) => act)

describe('a class that was asked for', () => {
  test('goes at one word of whoever looks after its people, and of nobody else', async () => {
    const first = child
    await ask((await prepare()).code)
    child = await makePupil(primary.organizationId, cm2, 'Tom', `Petit${count}`, born())
    await ask((await prepare()).code)
    const confirmAll = (who: Somebody) => callPage(ctx, departuresPage.action, { actor: who.actor, params: { slug: primary.slug }, form: { intent: 'confirm-all' } })
    await confirmAll(primary.issuer)
    for (const { personId } of [first, child]) expect(await membershipOf(college.organizationId, personId)).toBeUndefined()
    expect((await confirmAll(primary.owner)).location).toBe(`/organizations/${primary.slug}/departures?done=confirmed_all`)
    for (const { personId } of [first, child]) {
      expect(await membershipOf(college.organizationId, personId)).toMatchObject({ left_at: null, is_pupil: true })
      expect((await membershipOf(primary.organizationId, personId))!.left_at).not.toBeNull()
    }
    expect((await listDepartures(primary.admin.ctx, primary.organizationId)).filter(({ state }) => state === 'requested')).toEqual([])
  })
})

describe('a code of a class that leaves', () => {
  test('says a first name, a class, a school and how many badges, to whoever takes in pupils, and only with the right code', async () => {
    await issueCredentials(ctx, { versionId: badge.versionId, recipients: [{ personId: child.personId }] })
    const { code } = await prepare()
    const arrival = await findArrival(college.admin.ctx, { organizationId: college.organizationId, code: ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}` })
    expect(arrival).toEqual({
      departureId: expect.any(String),
      givenName: 'Inaya',
      className: 'CM2',
      schoolName: 'École François Rabelais',
      badgeCount: 1,
      isKnownHere: false,
      isAgreed: false,
      suggestions: [],
    })
    await expect(findArrival(college.admin.ctx, { organizationId: college.organizationId, code: 'ZZZZ-ZZZZ' })).rejects.toMatchObject({ code: 'departure_unknown' })
    for (const nobody of [college.issuer, college.member, college.pupil, primary.owner])
      await expect(findArrival(nobody.ctx, { organizationId: college.organizationId, code })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(findArrival(primary.admin.ctx, { organizationId: primary.organizationId, code })).rejects.toMatchObject({ code: 'departure_own' })
  })

  test('cannot be guessed: forty wrong codes close the door for a while', async () => {
    const look = () => findArrival(college.admin.ctx, { organizationId: college.organizationId, code: 'QQQQ-QQQQ' })
    for (let tries = 0; tries < 40; tries++) await expect(look()).rejects.toMatchObject({ code: 'departure_unknown' })
    await expect(look()).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  test('is void once another one is printed or it is taken back, and says what became of it', async () => {
    const first = await prepare()
    const second = await prepare()
    await expect(ask(first.code)).rejects.toMatchObject({ code: 'departure_withdrawn' })
    await withdrawDeparture(primary.issuer.ctx, second.departureId)
    await withdrawDeparture(primary.issuer.ctx, second.departureId)
    await expect(ask(second.code)).rejects.toMatchObject({ code: 'departure_withdrawn' })
    const third = await prepare()
    const later = { ...college.admin.ctx, now: () => new Date(ctx.now().getTime() + 200 * 86_400_000) }
    await expect(requestArrival(later, { organizationId: college.organizationId, code: third.code, who: 'new' })).rejects.toMatchObject({ code: 'departure_expired' })
  })

  test('two who print at once leave one good code', async () => {
    const made = await Promise.all([prepare(), prepare(primary.admin), prepare(primary.owner)])
    const looks = await Promise.allSettled(made.map(({ code }) => findArrival(college.admin.ctx, { organizationId: college.organizationId, code })))
    expect(looks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is prepared only by those who give badges or look after people there, for pupils of that class', async () => {
    for (const nobody of [primary.member, primary.designer, primary.pupil, college.owner]) await expect(prepare(nobody)).rejects.toMatchObject({ code: 'not_allowed' })
    const stranger = await makePupil(college.organizationId, sixth, 'Noé', 'Ailleurs')
    await expect(prepareDepartures(primary.issuer.ctx, { cohortId: cm2, kind: 'transfer', personIds: [stranger.personId] })).rejects.toMatchObject({ code: 'not_found' })
    await expect(prepareDepartures(primary.issuer.ctx, { cohortId: cm2, kind: 'transfer', personIds: [] })).rejects.toMatchObject({ code: 'nobody_chosen' })
    await expect(prepare(primary.issuer, { destinationId: primary.organizationId })).rejects.toMatchObject({ code: 'destination_unknown' })
  })

  test('is found in a messy list, line by line', () => {
    expect(readCodes('Adèle · CM2 · abcd-2345\nABCD2345\r\nNoé;EFGH JKMN\nQRST-WXYZ; 2345-6789\n\nBonjour')).toEqual(['ABCD2345', 'EFGHJKMN', 'QRSTWXYZ', '23456789', 'Bonjour'])
  })
})

describe('the passport moves', () => {
  test('once both sides have said yes: the person stays the same, and the badge of the primary school stands beside that of the collège', async () => {
    await issueCredentials(ctx, { versionId: badge.versionId, recipients: [{ personId: child.personId }] })
    const { code, departureId } = await prepare()
    expect(await ask(code)).toEqual({ departureId, outcome: 'requested' })
    expect(await membershipOf(college.organizationId, child.personId)).toBeUndefined()
    expect(await listArrivals(college.admin.ctx, college.organizationId)).toContainEqual(expect.objectContaining({ departureId, name: 'Inaya', state: 'requested' }))
    await expect(confirmDeparture(primary.issuer.ctx, departureId)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(confirmDeparture(college.admin.ctx, departureId)).rejects.toMatchObject({ code: 'not_allowed' })
    await confirmDeparture(primary.admin.ctx, departureId)
    await confirmDeparture(primary.admin.ctx, departureId)

    expect((await membershipOf(primary.organizationId, child.personId))?.left_at).not.toBeNull()
    expect(await membershipOf(college.organizationId, child.personId)).toMatchObject({ is_pupil: true, left_at: null, roles: ['member'] })
    expect((await listCohortMembers(college.admin.ctx, sixth)).map(({ personId }) => personId)).toContain(child.personId)
    expect((await listCohortMembers(primary.admin.ctx, cm2)).map(({ personId }) => personId)).not.toContain(child.personId)
    await issueCredentials(ctx, { versionId: collegeBadge.versionId, recipients: [{ personId: child.personId }] })
    expect((await listHeld(child.ctx, child.personId)).map(({ organization }) => organization.slug).sort()).toEqual([college.slug, primary.slug].sort())
    for (const school of [primary, college])
      expect(await actsOf(school.organizationId, departureId)).toEqual([...(school === primary ? ['departure.prepared'] : []), 'departure.requested', 'departure.confirmed'])
    await expect(ask(code)).rejects.toMatchObject({ code: 'departure_done' })
    await expect(withdrawDeparture(primary.admin.ctx, departureId)).rejects.toMatchObject({ code: 'departure_done' })
  })

  test('at once, where somebody who looks after people had named the destination; elsewhere it is asked', async () => {
    const agreed = await prepare(primary.admin, { destinationId: college.organizationId })
    expect(await ask(agreed.code)).toMatchObject({ outcome: 'moved' })
    child = await makePupil(primary.organizationId, cm2, 'Noé', 'Autre')
    const byTeacher = await prepare(primary.issuer, { destinationId: college.organizationId })
    expect(await ask(byTeacher.code)).toMatchObject({ outcome: 'requested' })
    child = await makePupil(primary.organizationId, cm2, 'Léa', 'Ailleurs')
    const elsewhere = await prepare(primary.admin, { destinationId: college.organizationId })
    expect(await ask(elsewhere.code, { by: other })).toMatchObject({ outcome: 'requested' })
  })

  test('the pupil signs in at the new school with the card and the secret of the former one', async () => {
    const [issued] = await issueCredentials(ctx, { versionId: badge.versionId, recipients: [{ personId: child.personId }] })
    const { code: card } = await createClaim(ctx, { credentialId: issued!.credentialId, channel: 'card' })
    await joinWithClaim(ctx, { code: card, secret: { kind: 'password', password: 'lune-tapis-orange' } }, VISITOR)
    await ask((await prepare(primary.admin, { destinationId: college.organizationId })).code)
    expect(await signInWithCard(ctx, { code: card, secret: { kind: 'password', password: 'lune-tapis-orange' } }, VISITOR)).toMatchObject({ personId: child.personId })
  })

  test('the former school keeps what it issued, under the name it knew, and has no more access to the passport', async () => {
    await issueCredentials(ctx, { versionId: badge.versionId, recipients: [{ personId: child.personId }] })
    await prepare(primary.issuer, { kind: 'transfer' })
    await ask((await prepare(primary.admin, { destinationId: college.organizationId })).code)
    await ctx.db.updateTable('person').set({ given_name: 'Ina', family_name: 'Nouveau-Nom' }).where('id', '=', child.personId).execute()
    const { rows } = await listIssued(primary.admin.ctx, primary.organizationId, { search: `Marsaud${count}` })
    expect(rows.map(({ recipientName }) => recipientName)).toEqual([`Inaya Marsaud${count}`])
    expect((await listIssued(primary.admin.ctx, primary.organizationId, { search: 'Nouveau-Nom' })).rows).toEqual([])
    await expect(reprintCards(primary.issuer.ctx, { organizationId: primary.organizationId, personId: child.personId })).rejects.toMatchObject({ code: 'no_cards' })
    expect(await listDepartures(primary.issuer.ctx, primary.organizationId)).toContainEqual(
      expect.objectContaining({ name: `Inaya Marsaud${count}`, state: 'moved', className: 'CM2' }),
    )
  })

  test('ten who press at once move it once', async () => {
    const { code, departureId } = await prepare()
    await Promise.all(Array.from({ length: 5 }, () => ask(code)))
    await Promise.all(Array.from({ length: 5 }, () => confirmDeparture(primary.admin.ctx, departureId)))
    expect((await actsOf(college.organizationId, departureId)).filter((act) => act === 'departure.confirmed')).toHaveLength(1)
    const { code: second } = await prepareFor(college, sixth)
    const answers = await Promise.allSettled([college, other].map((by) => (by === college ? ask(second) : ask(second, { by }))))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  const prepareFor = async (school: typeof college, cohortId: string) =>
    (await prepareDepartures(school.admin.ctx, { cohortId, kind: 'transfer', personIds: [child.personId] })).prepared[0]!

  test('what fails in the middle leaves everything as it was', async () => {
    const { code, departureId } = await prepare()
    await ask(code)
    const failing = { ...primary.admin.ctx, jobs: { ...ctx.jobs, announce: () => Promise.reject(new Error('cut')) } }
    await sql`create or replace function cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$`.execute(ctx.db)
    await sql`create trigger cut before update of moved_at on departure for each row execute function cut()`.execute(ctx.db)
    await expect(confirmDeparture(failing, departureId)).rejects.toThrow('cut')
    await sql`drop trigger cut on departure`.execute(ctx.db)
    expect(await membershipOf(primary.organizationId, child.personId)).toMatchObject({ left_at: null })
    expect(await membershipOf(college.organizationId, child.personId)).toBeUndefined()
    await confirmDeparture(primary.admin.ctx, departureId)
  })
})

describe('a no', () => {
  test('of the former school has a reason, and another code can be handed out', async () => {
    const { code, departureId } = await prepare()
    await ask(code)
    await expect(declineDeparture(primary.admin.ctx, { departureId, reason: '' })).rejects.toThrow(/reason_required/)
    await declineDeparture(primary.admin.ctx, { departureId, reason: 'La famille reste finalement.' })
    await expect(ask(code)).rejects.toMatchObject({ code: 'departure_declined' })
    expect(await listArrivals(college.admin.ctx, college.organizationId)).toContainEqual(
      expect.objectContaining({ departureId, state: 'declined', reason: 'La famille reste finalement.' }),
    )
    expect(await ask((await prepare()).code)).toMatchObject({ outcome: 'requested' })
  })

  test('of whoever asked makes the code as good as before', async () => {
    const { code, departureId } = await prepare()
    await ask(code)
    await expect(ask(code, { by: other })).rejects.toMatchObject({ code: 'departure_asked' })
    await expect(cancelRequest(other.admin.ctx, { organizationId: other.organizationId, departureId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(cancelRequest(other.admin.ctx, { organizationId: college.organizationId, departureId })).rejects.toMatchObject({ code: 'not_allowed' })
    await cancelRequest(college.admin.ctx, { organizationId: college.organizationId, departureId })
    await expect(confirmDeparture(primary.admin.ctx, departureId)).rejects.toMatchObject({ code: 'nothing_asked' })
    expect(await ask(code, { by: other })).toMatchObject({ outcome: 'requested' })
  })
})

describe('somebody whom a class list entered again', () => {
  const duplicate = () => makePupil(college.organizationId, sixth, 'Inaya', `MARSAUD${count}`, born())

  test('is suggested by name and birth date, and nobody is guessed in silence', async () => {
    const twin = await duplicate()
    await makePupil(college.organizationId, sixth, 'Noé', `Marsaud${count}`, '2010-01-01')
    const { code } = await prepare()
    const { suggestions } = await findArrival(college.admin.ctx, { organizationId: college.organizationId, code })
    expect(suggestions).toEqual([{ personId: twin.personId, name: `Inaya MARSAUD${count}`, className: '6e A', isSameName: true, isSameBirthDate: true }])
    await expect(ask(code, { who: child.personId })).rejects.toMatchObject({ code: 'duplicate_unknown' })
    await expect(ask(code, { who: primary.pupil.personId })).rejects.toMatchObject({ code: 'duplicate_unknown' })
    await expect(ask(code, { who: '' })).rejects.toThrow()
  })

  test('becomes the person who arrives: class, number, badges, dossiers, and nothing of the second entry is left', async () => {
    const twin = await duplicate()
    const { organizationId } = college
    await ctx.db
      .insertInto('pupil_number')
      .values({ organization_id: organizationId, number_hash: Buffer.from(`n${count}`), person_id: twin.personId })
      .execute()
    await issueCredentials(ctx, { versionId: collegeBadge.versionId, recipients: [{ personId: twin.personId }] })
    await issueCredentials(ctx, { versionId: badge.versionId, recipients: [{ personId: child.personId }] })
    const { achievementId } = await makeBadge(organizationId, `Solidaire ${count}`)
    await nominate(college.member.ctx, { organizationId, achievementId, personId: twin.personId, deed: 'A aidé un camarade perdu.', occasion: 'lundi' })
    await chooseSecret(ctx, { personId: twin.personId, secret: { kind: 'password', password: 'lune-tapis-orange' } })
    await ask((await prepare(primary.admin, { destinationId: organizationId })).code, { who: twin.personId })

    expect((await listHeld(child.ctx, child.personId)).map(({ organization }) => organization.slug).sort()).toEqual([college.slug, primary.slug].sort())
    expect(await ctx.db.selectFrom('nomination').select(['person_id', 'nominee_key']).where('achievement_id', '=', achievementId).execute()).toEqual([
      { person_id: child.personId, nominee_key: child.personId },
    ])
    expect(await leftOf(twin.personId)).toEqual(['departure.duplicate_id'])
    const closed = await ctx.db.selectFrom('person').selectAll().where('id', '=', twin.personId).executeTakeFirstOrThrow()
    expect(closed).toMatchObject({ closed_at: expect.any(Date), password_hash: null })
    expect((await ctx.db.selectFrom('person').select('password_hash').where('id', '=', child.personId).executeTakeFirstOrThrow()).password_hash).not.toBeNull()
  })

  test('with an account of their own, or a member elsewhere, is not closed over their head', async () => {
    const twin = await duplicate()
    const verified = { id: ctx.newId(), person_id: twin.personId, address: `inaya${count}@example.org`, verified_at: ctx.now(), created_at: ctx.now() }
    await ctx.db.insertInto('person_email').values(verified).execute()
    const { code, departureId } = await prepare(primary.admin, { destinationId: college.organizationId })
    await expect(ask(code, { who: twin.personId })).rejects.toMatchObject({ code: 'duplicate_has_account' })
    await ctx.db.deleteFrom('person_email').where('id', '=', verified.id).execute()
    await addMember(ctx, { organizationId: other.organizationId, personId: twin.personId, roles: ['member'], isPupil: true })
    await expect(ask(code, { who: twin.personId })).rejects.toMatchObject({ code: 'member_elsewhere' })
    // Refused whole: the code waits as before.
    expect((await listDepartures(primary.admin.ctx, primary.organizationId)).find((line) => line.departureId === departureId)).toMatchObject({ state: 'open' })
  })

  /** Every column of the database that still names a person. */
  async function leftOf(personId: string): Promise<string[]> {
    const { rows } = await sql<{ table: string; column: string }>`
      select kcu.table_name as table, kcu.column_name as column from information_schema.referential_constraints rc
      join information_schema.key_column_usage kcu on kcu.constraint_name = rc.constraint_name
      join information_schema.constraint_column_usage ccu on ccu.constraint_name = rc.constraint_name
      where ccu.table_name = 'person' and kcu.table_schema = 'public' order by 1, 2`.execute(ctx.db)
    const left: string[] = []
    for (const { table, column } of rows)
      if ((await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${personId} limit 1`.execute(ctx.db)).rows.length > 0) left.push(`${table}.${column}`)
    return left
  }
})

test('a class that goes says who has a code, and for where', async () => {
  await prepare(primary.admin, { destinationId: college.organizationId })
  expect((await listLeavingClass(primary.issuer.ctx, cm2)).find(({ personId }) => personId === child.personId)).toMatchObject({
    name: `Inaya Marsaud${count}`,
    transfer: { state: 'open', destinationName: 'Collège Maurice Bedel' },
    home: undefined,
    hasAddress: false,
    isKept: true,
  })
  await expect(listLeavingClass(primary.member.ctx, cm2)).rejects.toMatchObject({ code: 'not_allowed' })
})
