import { verifyCredential } from '@boat/openbadges'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, asSystem, type Ctx } from '#ctx'
import { DEMONSTRATION_ROLES } from '#features/accounts/accounts.schema.ts'
import { findPersonByEmail } from '#features/accounts/index.ts'
import { listDemonstrationRoles } from '#features/accounts/sign-in/demonstration.ts'
import { listAchievements } from '#features/achievements/index.ts'
import { getCredential, listHeld, listIssued } from '#features/credentials/index.ts'
import { readFairness } from '#features/fairness/index.ts'
import { listChildren } from '#features/guardians/index.ts'
import { getStart } from '#features/onboarding/get-start.ts'
import { listCohorts, listMyOrganizations, loadCommunes } from '#features/organizations/index.ts'
import { readNews } from '#features/passports/circle/follow/read-news.ts'
import { listShown } from '#features/passports/circle/shown/list-shown.ts'
import { listShownBooklets } from '#features/practice/booklets/shown-booklets.ts'
import { readUnbegun } from '#features/practice/grid/read-unbegun.ts'
import { readStandings } from '#features/practice/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { familyNames } from './pupils.table-data.ts'
import { seedDemonstration } from './seed-demonstration.ts'
import { DOMAIN, structures } from './structures.table-data.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
  await loadCommunes(platform.ctx)
  await seedDemonstration(platform.ctx)
  await platform.runJobs()
}, 60_000)
afterAll(() => platform[Symbol.asyncDispose]())

const TABLES = ['organization', 'person', 'membership', 'cohort', 'cohort_member', 'achievement', 'achievement_version', 'credential', 'issue_batch_row', 'invitation', 'sent_mail']

async function countRows(ctx: Ctx): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) counts[table] = Number((await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(ctx.db)).rows[0]!.count)
  return counts
}

async function enter(address: string): Promise<{ ctx: Ctx; personId: string }> {
  const { personId } = (await findPersonByEmail(platform.ctx, address))!
  const { is_network_admin } = await platform.ctx.db.selectFrom('person').select('is_network_admin').where('id', '=', personId).executeTakeFirstOrThrow()
  return { ctx: as(platform.ctx, { kind: 'person', personId, sessionId: personId, isNetworkAdmin: is_network_admin }), personId }
}

const findOrganization = async (slug: string) => (await platform.ctx.db.selectFrom('organization').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

const listPublicAddresses = async (): Promise<string[]> => {
  const { db } = platform.ctx
  const versions = await db.selectFrom('achievement_version').select(['achievement_id', 'number']).execute()
  const issuers = await db.selectFrom('issuer').select('id').execute()
  const credentials = await db.selectFrom('credential').select('id').execute()
  return [
    ...versions.flatMap(({ achievement_id, number }) => [`/achievements/${achievement_id}`, `/achievements/${achievement_id}/versions/${number}`]),
    ...issuers.flatMap(({ id }) => [`/issuers/${id}`, `/issuers/${id}/did.json`]),
    ...credentials.map(({ id }) => `/credentials/${id}`),
  ]
}

test('the network is made, and a second start changes nothing', async () => {
  const before = await countRows(platform.ctx)
  await seedDemonstration(platform.ctx)
  await platform.runJobs()
  expect(await countRows(platform.ctx)).toEqual(before)
  expect(before).toMatchObject({ organization: 9, cohort: 9, issue_batch_row: 24, invitation: 1 })
})

test('an interruption leaves nothing behind', async () => {
  const other = await makeApp()
  try {
    await loadCommunes(other.ctx)
    const empty = await countRows(other.ctx)
    let calls = 0
    const dies = { ...other.ctx, newId: () => (++calls > 300 ? expect.unreachable() : other.ctx.newId()) }
    await expect(seedDemonstration(dies)).rejects.toThrow()
    expect(await countRows(other.ctx)).toEqual(empty)
  } finally {
    await other[Symbol.asyncDispose]()
  }
})

test('everybody on the sign-in page is there, with something to do', async () => {
  for (const address of Object.values(DEMONSTRATION_ROLES)) expect(await findPersonByEmail(platform.ctx, address), address).toBeDefined()

  const admin = await enter(DEMONSTRATION_ROLES['network-administrator'])
  expect((await platform.ctx.db.selectFrom('person').select('is_network_admin').where('id', '=', admin.personId).executeTakeFirstOrThrow()).is_network_admin).toBe(true)

  const bedel = await findOrganization('college-maurice-bedel')
  const head = await enter(DEMONSTRATION_ROLES.headteacher)
  expect((await listMyOrganizations(head.ctx)).map(({ slug }) => slug)).toEqual(['college-maurice-bedel'])
  expect((await listCohorts(head.ctx, bedel)).map(({ name, memberCount }) => `${name}: ${memberCount}`)).toEqual([
    '3e A: 23',
    '4e B: 21',
    '5e B: 23',
    '6e A: 23',
    'Liaison CM2-6e: 24',
    'Sentinelles: 5',
  ])
  expect(await listAchievements(head.ctx, bedel)).toHaveLength(13)

  const teacher = await enter(DEMONSTRATION_ROLES.teacher)
  expect(await listAchievements(teacher.ctx, await findOrganization('lycee-genevoix'))).toHaveLength(7)

  const officer = await enter(DEMONSTRATION_ROLES['hr-officer'])
  expect((await listIssued(officer.ctx, await findOrganization('rectorat-de-poitiers'))).rows).not.toHaveLength(0)
})

test('the pupil keeps two badges and two steps of one that grows, and has one to answer; the cook shows one of his two', async () => {
  const pupil = await enter(DEMONSTRATION_ROLES.pupil)
  expect((await listHeld(pupil.ctx, pupil.personId)).map(({ content, response }) => [content.name.fr, response])).toEqual([
    ['Expert numérique', 'pending'],
    ['Gardien·ne du vivant', 'accepted'],
    ['Créatif', 'accepted'],
    ['Sentinelle', 'accepted'],
    ['Gardien·ne du vivant', 'accepted'],
  ])
  const cook = await enter(DEMONSTRATION_ROLES.cook)
  expect((await listHeld(cook.ctx, cook.personId)).map(({ content, response, isShared }) => [content.name.fr, response, isShared])).toEqual([
    ['Éco-citoyen', 'accepted', false],
    ['Chef cuisinier engagé', 'accepted', true],
  ])
})

test('pupils change schools: one has arrived, and on each side one waits for a yes', async () => {
  const rows = await platform.ctx.db.selectFrom('departure').innerJoin('organization', 'organization.id', 'organization_id').selectAll('departure').select('slug').execute()
  expect(rows.filter(({ moved_at }) => moved_at).map(({ slug }) => slug)).toEqual(['ecole-francois-rabelais'])
  expect(
    rows
      .filter(({ moved_at, requested_at }) => !moved_at && requested_at)
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(['college-maurice-bedel', 'ecole-francois-rabelais'])
  expect(rows.filter(({ requested_at }) => !requested_at)).toHaveLength(8)
})

test('a parent has a child in each of two schools, with something to decide; other families answered by phone or on paper, or not yet', async () => {
  const parent = await enter(DEMONSTRATION_ROLES.parent)
  const children = await listChildren(parent.ctx)
  expect(children.map(({ structures, standing }) => [structures.at(-1)?.slug, standing.share.state])).toEqual(
    expect.arrayContaining([
      ['college-maurice-bedel', 'given'],
      ['ecole-francois-rabelais', 'unanswered'],
    ]),
  )
  const decisions = await platform.ctx.db.selectFrom('consent_decision').selectAll().execute()
  expect(decisions.filter(({ signer_key }) => signer_key)).not.toHaveLength(0)
  expect(decisions.filter(({ decision }) => decision === 'withdrawn').length).toBeGreaterThanOrEqual(2)
})

test('badges are valid, revoked with a reason, expired, drafted, archived, and one has two versions', async () => {
  const { db, now } = platform.ctx
  const credentials = await db.selectFrom('credential').selectAll().execute()
  expect(credentials.length).toBeGreaterThan(70)
  expect(credentials.filter(({ revoked_at }) => revoked_at).map(({ revocation_reason }) => revocation_reason)).toEqual([expect.stringContaining('par erreur')])
  expect(credentials.filter(({ valid_until }) => valid_until && valid_until < now())).toHaveLength(1)
  expect(new Set(credentials.map(({ issued_at }) => issued_at.getTime())).size).toBeGreaterThan(15)
  expect(credentials.every(({ issued_at }) => issued_at <= now())).toBe(true)
  const achievements = await db.selectFrom('achievement').select(['draft', 'archived_at']).execute()
  expect(achievements.filter(({ draft }) => draft)).toHaveLength(1)
  expect(achievements.filter(({ archived_at }) => archived_at)).toHaveLength(1)
  expect(await db.selectFrom('achievement_version').select('number').where('number', '=', 2).execute()).toHaveLength(1)
})

test('a badge of the demonstration verifies, with nothing but what the platform publishes', async () => {
  const { id } = await platform.ctx.db.selectFrom('credential').select('id').where('shared_at', 'is not', null).limit(1).executeTakeFirstOrThrow()
  const { document } = await getCredential(asSystem(platform.ctx), id)
  const load = async (url: string) => {
    const response = await platform.app.request(new URL(url).pathname, { headers: { accept: '*/*' } })
    return { url, status: response.status, body: new Uint8Array(await response.arrayBuffer()) }
  }
  const report = await verifyCredential(document as string, { load, now: platform.ctx.now() })
  expect(report.checks.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')).toEqual([])
  expect(report.checks.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check)).toEqual(expect.arrayContaining(['proof', 'status']))
})

test('the headteacher reads who is never proposed, class by class; another school has just begun', async () => {
  const { ctx: head } = await enter(DEMONSTRATION_ROLES.headteacher)
  const { units, badges } = await readFairness(head, { organizationId: await findOrganization('college-maurice-bedel') })
  const told = units.filter(({ kind, never }) => kind === 'class' && never !== null)
  expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['3e A', '4e B', '5e B']))
  expect(told.every(({ proposed, never }) => proposed! >= 5 && never! >= 5)).toBe(true)
  expect(badges.filter(({ granted }) => granted !== null).length).toBeGreaterThan(1)
  const { ctx: principal } = await enter(`principal@saint-exupery.${DOMAIN}`)
  const { steps } = await getStart(principal, await findOrganization('college-saint-exupery'))
  expect(steps.filter(({ state }) => state === 'todo').map(({ step }) => step)).toEqual(['calendar', 'texts', 'jury'])
})

test('each of the six badges of the lycée has exercises, a booklet and a link to get ready with', async () => {
  const rows = await platform.ctx.db.selectFrom('resource').select(['achievement_id', 'kind']).execute()
  const kinds = [...Map.groupBy(rows, (row) => row.achievement_id).values()].map((own) => own.map(({ kind }) => kind))
  expect(kinds).toHaveLength(6)
  for (const own of kinds) expect(own.toSorted()).toEqual(['booklet', 'exercise', 'exercise', 'exercise', 'link'])
})

test('a class of the lycée gets ready: some wait this hour, some know what to rework, some have passed, some have not begun', async () => {
  const { db } = platform.ctx
  const { id } = await db
    .selectFrom('programme')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select('programme.id')
    .where('slug', '=', 'lycee-genevoix')
    .executeTakeFirstOrThrow()
  const { people } = await readStandings(platform.ctx, id)
  const having = (state: string) => people.filter(({ cells }) => cells.some((cell) => cell.state === state)).length
  expect([people.length, having('ready'), having('to-rework'), having('passed')]).toEqual([30, 5, 13, 19])
  expect(people.filter(({ cells }) => cells.every(({ state }) => state === 'none'))).toHaveLength(3)
  expect(people.flatMap(({ periods }) => periods.filter(({ isExcepted, state }) => isExcepted && state === 'now'))).toHaveLength(2)
  const remarks = await db.selectFrom('remark').select('resource_id').execute()
  expect([remarks.length, remarks.filter(({ resource_id }) => resource_id).length]).toEqual([28, 24])
  // The term ends in less than three weeks: one of the three has had a warm word, two may get theirs.
  const unbegun = await readUnbegun(platform.ctx, id)
  expect(unbegun.map(({ mayNudge }) => mayNudge).sort()).toEqual([false, true, true])
})

test('pupils have written into their booklets, and one came to the collège with theirs', async () => {
  const { db } = platform.ctx
  const lengths = await db.selectFrom('booklet_sentence').select(sql<number>`char_length(text)`.as('length')).execute()
  expect(lengths).toHaveLength(11)
  const { id: organizationId } = await db.selectFrom('organization').select('id').where('slug', '=', 'college-maurice-bedel').executeTakeFirstOrThrow()
  expect(await listShownBooklets(platform.ctx, { organizationId })).toMatchObject([{ organizationName: 'École François Rabelais', cohorts: expect.arrayContaining(['6e A']) }])
})

test('no two pupils have the same name', async () => {
  const { db } = platform.ctx
  const pupils = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id', 'given_name', 'family_name'])
    .where('is_pupil', '=', true)
    .execute()
  expect(new Set(pupils.map(({ given_name, family_name }) => `${given_name} ${family_name}`)).size).toBe(new Set(pupils.map(({ id }) => id)).size)
})

test('no family name of a pupil is in what the platform publishes', async () => {
  const staffNames = Object.values(structures).flatMap(({ staff }) => staff.map(({ familyName }) => familyName as string))
  const names = [...familyNames, 'Marsaud', 'Lestrade']
  expect(names.filter((name) => staffNames.includes(name))).toEqual([])
  const pattern = new RegExp(`\\b(${names.join('|')})\\b`, 'iu')
  let answered = 0
  for (const path of await listPublicAddresses())
    for (const accept of ['application/vc+ld+json', 'application/ld+json', 'application/json']) {
      const response = await platform.app.request(path, { headers: { accept } })
      expect(pattern.exec(await response.text())?.[0], `${path} as ${accept}`).toBeUndefined()
      if (response.ok) answered++
    }
  expect(answered).toBeGreaterThan(100)
}, 60_000)

test('some of those who propose sent a photo, with words for who does not see it', async () => {
  const photos = await platform.ctx.db.selectFrom('attachment').select(['alt', 'media_type', 'voice_id']).execute()
  expect(photos).toHaveLength(3)
  for (const { alt, media_type, voice_id } of photos) expect([media_type, voice_id === null, alt.length > 20]).toEqual(['image/webp', false, true])
})

test('of the CM2 some have used their access card, some not yet, and a few have none', async () => {
  const rows = await platform.ctx.db.selectFrom('access_card').select('first_used_at').where('replaced_at', 'is', null).execute()
  expect([rows.length, rows.filter(({ first_used_at }) => first_used_at).length]).toEqual([20, 8])
  expect((await listDemonstrationRoles(platform.ctx)).at(-1)).toMatchObject({ role: 'young-pupil', organizationName: 'École François Rabelais' })
})

test('only the cards of the CM2 wait for the printer', async () => {
  const waiting = await platform.ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
    .select(sql<string>`content->'name'->>'fr'`.as('badge'))
    .where('recipient_email', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('claim').select('id').whereRef('credential_id', '=', 'credential.id').where('channel', '=', 'card'))))
    .execute()
  expect(waiting.map(({ badge }) => badge)).toEqual(Array.from({ length: 24 }, () => 'Sentinelle'))
})

test('a ceremony is being prepared, under embargo, and one was published with who was not there', async () => {
  const { db } = platform.ctx
  const rows = await db
    .selectFrom('ceremony')
    .innerJoin('ceremony_recipient', 'ceremony_id', 'ceremony.id')
    .select(['title', 'published_at', 'presence', 'outcome', 'class_name', 'nomination_id'])
    .execute()
  const planned = rows.filter(({ published_at }) => published_at === null)
  expect([planned.length, new Set(planned.map(({ class_name }) => class_name)).size, planned.filter(({ nomination_id }) => nomination_id).length]).toEqual([25, 4, 3])
  const held = rows.filter(({ published_at }) => published_at !== null)
  expect(held.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'issued'))
  expect(held.filter(({ presence }) => presence === 'absent')).toHaveLength(2)
})

test('only a handful of mails leave', async () => {
  const { sent_mail } = await countRows(platform.ctx)
  expect(sent_mail).toBeLessThan(8)
})

test('the rectorat sees two badges that its members show and none of the others, and its HR officer has news of the network', async () => {
  const officer = await enter(DEMONSTRATION_ROLES['hr-officer'])
  const { badges } = await listShown(officer.ctx, { organizationId: await findOrganization('rectorat-de-poitiers') })
  expect(badges.map(({ people }) => people.map(({ personName }) => personName))).toEqual([['Gilles Astruc'], ['Maud Tessier']])
  const { news } = await readNews(officer.ctx)
  expect(news.filter(({ kind }) => kind === 'received')).toHaveLength(4)
  expect(news.filter(({ kind }) => kind === 'published')).not.toHaveLength(0)
})
