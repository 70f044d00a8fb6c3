import { type LoadedDocument, verifyCredential } from '@boat/openbadges'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, as, asSystem } from '#ctx'
import { createPerson, openSession, setPassword } from '#features/accounts/index.ts'
import { getPersonalSigner } from '#features/issuers/index.ts'
import { addMember, createOrganization } from '#features/organizations/index.ts'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { followOrganization } from '../../circle/follow/follow-organization.ts'
import { writeNote } from '../../collection/write-note.ts'
import { createFolio } from '../../folios/create-folio.ts'
import { type Holder, makeHolder } from '../../passports.fixture.ts'
import { openShare } from '../../shares/open-share.ts'
import { exportArchive } from '../export/export-archive.ts'
import { action, loader } from '../pages/delete-account.server.ts'
import { deleteAccount } from './delete-account.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())

const SURE = { confirmation: '  Je  pars ', password: '' }
const closedAt = async (personId: string) => (await platform.ctx.db.selectFrom('person').select('closed_at').where('id', '=', personId).executeTakeFirstOrThrow()).closed_at

/** As whoever has the file asks the platform, without an account. */
async function load(asked: string): Promise<LoadedDocument> {
  const url = asked.replace(/^https:\/\/localhost(?=[:/])/, 'http://localhost')
  const response = await platform.app.request(url, { headers: { accept: 'application/did+json, application/vc, application/json' } })
  return { url, status: response.status, contentType: response.headers.get('content-type') ?? '', body: new Uint8Array(await response.arrayBuffer()) }
}

/** Rows that may still point at the blank row: records of structures, and of other people. */
const MAY_STAY = [
  'membership.person_id',
  'cohort_member.person_id',
  'endorsement_request.holder_id',
  'credential.issued_by',
  'achievement.created_by',
  'achievement_version.published_by',
]

/** Every column that refers to a person, and how many rows of theirs it has. */
async function countRows(personId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select conrelid::regclass::text as table, attname as column from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'person'::regclass`.execute(platform.ctx.db)
  const counted: Record<string, number> = {}
  for (const { table, column } of rows) {
    const found = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)} where ${sql.ref(column)} = ${personId}`.execute(platform.ctx.db)
    if (Number(found.rows[0]!.n) > 0) counted[`${table}.${column}`] = Number(found.rows[0]!.n)
  }
  return counted
}

/** Somebody of whom something is kept in many tables. */
async function settle(holder: Holder): Promise<{ token: string; organizationId: string }> {
  const { ctx, personId, credentialIds } = holder
  const { organizationId } = await createOrganization(asSystem(platform.ctx), { name: `Club ${ctx.newId()}`, type: 'association' })
  await addMember(asSystem(platform.ctx), { organizationId, personId, roles: ['issuer'] })
  await writeNote(ctx, { badgeId: credentialIds[0]!, sentence: 'Mon premier projet', tags: ['emploi'] })
  const { token } = await openShare(ctx, { scope: 'badges', badgeIds: [credentialIds[0]!], label: 'Mairie' })
  await createFolio(ctx, 'blank')
  await followOrganization(ctx, organizationId)
  await getPersonalSigner(ctx, { personId })
  const now = ctx.now()
  await platform.ctx.db.insertInto('notice').values({ id: ctx.newId(), person_id: personId, kind: 'badge', path: '/me', deduplication_key: 'a', created_at: now }).execute()
  await platform.runJobs()
  await openSession(platform.ctx, { personId, method: 'link', userAgent: '', address: '' })
  return { token, organizationId }
}

describe('an account that is closed', () => {
  let amina: Holder
  let token: string
  let organizationId: string
  let file: Uint8Array
  let session: string
  beforeAll(async () => {
    amina = await makeHolder(platform.ctx, { received: 2 })
    ;({ token, organizationId } = await settle(amina))
    session = (await openSession(platform.ctx, { personId: amina.personId, method: 'link', userAgent: '', address: '' })).token
    const { body } = await exportArchive(amina.ctx, amina.personId)
    const files = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()))
    file = Object.entries(files).find(([path]) => /(^|\/)credentials\/[^/]+\.json$/.test(path))![1]
    const before = await countRows(amina.personId)
    for (const column of ['person_email', 'session', 'credential', 'imported_badge', 'badge_note', 'share', 'folio', 'personal_key', 'notice', 'membership'])
      expect([column, before[`${column}.person_id`] ?? 0]).not.toEqual([column, 0])
    await deleteAccount(amina.ctx, SURE)
    await platform.runJobs()
  })

  test('leaves no row of theirs behind but the records of others', async () => {
    const left = Object.keys(await countRows(amina.personId))
    expect(left.filter((column) => !MAY_STAY.includes(column))).toEqual([])
    const mails = await platform.ctx.db.selectFrom('sent_mail').select('id').where('recipient', '=', amina.address).execute()
    expect(mails).toEqual([])
  })

  test('is a row without a name, and a member of nothing', async () => {
    const row = await platform.ctx.db.selectFrom('person').selectAll().where('id', '=', amina.personId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ given_name: 'Compte fermé', family_name: '', birth_date: null, password_hash: null })
    expect(row.closed_at).not.toBeNull()
    const membership = await platform.ctx.db
      .selectFrom('membership')
      .select('left_at')
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', amina.personId)
      .executeTakeFirstOrThrow()
    expect(membership.left_at).not.toBeNull()
  })

  test('signs nobody in, by session or by address', async () => {
    const answer = await platform.app.request('/me/data/archive.zip', { headers: { cookie: `boat_session=${session}` } })
    expect(answer.status).not.toBe(200)
    const { personId } = await createPerson(platform.ctx, { givenName: 'Nour', familyName: 'Autre', email: { address: amina.address, isVerified: true } })
    expect(personId).not.toBe(amina.personId)
  })

  test('has badges that still verify for whoever has the file, and that nobody is shown', async () => {
    const { id } = JSON.parse(new TextDecoder().decode(file)) as { id: string }
    expect((await verifyCredential(file, { load, now: platform.ctx.now() })).outcome).toBe('verified')
    expect((await platform.app.request(`${id}.json`)).status).not.toBe(200)
    const kept = await platform.ctx.db
      .selectFrom('credential')
      .select(['person_id', 'recipient_name', 'recipient_email', 'shared_at'])
      .where('id', 'in', amina.credentialIds)
      .execute()
    expect(kept).toEqual(amina.credentialIds.map(() => ({ person_id: null, recipient_name: '', recipient_email: null, shared_at: null })))
    expect(await platform.ctx.db.selectFrom('share').select('id').where('person_id', '=', amina.personId).execute()).toEqual([])
    expect((await platform.app.request(`/s/${token}`)).status).not.toBe(200)
  })
})

describe('what is refused, and changes nothing', () => {
  test('without the words', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1 })
    await expect(deleteAccount(holder.ctx, { confirmation: 'oui', password: '' })).rejects.toMatchObject({ code: 'not_confirmed' })
    expect([await closedAt(holder.personId), Object.keys(await countRows(holder.personId))]).toEqual([
      null,
      expect.arrayContaining(['credential.person_id', 'person_email.person_id']),
    ])
  })

  test('without the password of whoever has one', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    await setPassword(holder.ctx, { password: 'quatre chevaux mauves', repeated: 'quatre chevaux mauves' })
    await expect(deleteAccount(holder.ctx, { ...SURE, password: 'deux chevaux mauves' })).rejects.toMatchObject({ code: 'wrong_old_password' })
    expect(await closedAt(holder.personId)).toBeNull()
    await deleteAccount(holder.ctx, { ...SURE, password: 'quatre chevaux mauves' })
    expect(await closedAt(holder.personId)).not.toBeNull()
  })

  test('the only owner of a structure, whose name is said, until there is another', async () => {
    const [owner, other] = [await makeHolder(platform.ctx, { received: 0 }), await makeHolder(platform.ctx, { received: 0, imported: [] })]
    const { organizationId } = await createOrganization(asSystem(platform.ctx), { name: 'Ludothèque des Trois-Cités', type: 'association' })
    await addMember(asSystem(platform.ctx), { organizationId, personId: owner.personId, roles: ['owner'] })
    await expect(deleteAccount(owner.ctx, SURE)).rejects.toMatchObject({ code: 'last_owner', detail: { names: 'Ludothèque des Trois-Cités' } })
    expect([await closedAt(owner.personId), (await countRows(owner.personId))['imported_badge.person_id']]).toEqual([null, 1])
    expect((await callPage(platform.ctx, loader, { actor: owner.actor })).data.ownedAlone).toMatchObject([{ name: 'Ludothèque des Trois-Cités' }])
    await addMember(asSystem(platform.ctx), { organizationId, personId: other.personId, roles: ['owner'] })
    await deleteAccount(owner.ctx, SURE)
    expect(await closedAt(owner.personId)).not.toBeNull()
  })

  test('a child, for whom others decide', async () => {
    const child = await makeHolder(platform.ctx, { received: 0, imported: [], birthDate: '2015-05-05' })
    await expect(deleteAccount(child.ctx, SURE)).rejects.toMatchObject({ code: 'closing_from_fifteen' })
    expect(await closedAt(child.personId)).toBeNull()
  })

  test('the last one who administers the network', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    await platform.ctx.db.updateTable('person').set({ is_network_admin: true }).where('id', '=', holder.personId).execute()
    await expect(deleteAccount(holder.ctx, SURE)).rejects.toMatchObject({ code: 'network_admin_stays' })
    expect(await closedAt(holder.personId)).toBeNull()
    await platform.ctx.db.updateTable('person').set({ is_network_admin: false }).where('id', '=', holder.personId).execute()
  })
})

describe('the page', () => {
  const post = (actor: Actor, form: Record<string, string>) => callPage(platform.ctx, action, { actor, form })

  test('keeps what was typed, then signs out and says goodbye', async () => {
    const { actor } = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const refused = await post(actor, { confirmation: 'je pense', password: 'secret' })
    expect(refused.data).toEqual({ problem: { code: 'not_confirmed' }, values: { confirmation: 'je pense' } })
    const done = await post(actor, { confirmation: 'je pars' })
    expect([done.location, done.cookie]).toEqual(['/goodbye', expect.stringMatching(/boat_session=;/)])
  })

  test('is for whoever is signed in', async () => {
    expect((await callPage(platform.ctx, loader)).location).toContain('/sign-in')
    expect((await callPage(platform.ctx, action, { form: { confirmation: 'je pars' } })).location).toContain('/sign-in')
    await expect(deleteAccount(as(platform.ctx, { kind: 'anonymous' }), SURE)).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})
