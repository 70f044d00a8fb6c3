import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { openSession } from '#features/accounts/index.ts'
import { isProtected, respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { addMember, archiveOrganization, removeMember } from '#features/organizations/index.ts'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { loader as importedLoader } from '../../imports/pages/imported.server.ts'
import { removeImport } from '../../imports/read-imports.ts'
import { loader as myBadgeLoader } from '../../pages/my-badge.server.ts'
import { FOREIGN, FOREIGN_ALIGNED, type Holder, makeHolder } from '../../passports.fixture.ts'
import { makePerson, makeStructure, saysAnywhere } from '../circle.fixture.ts'
import { findProtected } from '../find-protected.ts'
import { action as chooseAction, loader as chooseLoader } from '../pages/choose.server.ts'
import { action, loader } from '../pages/circle.server.ts'
import { loader as membersLoader } from '../pages/shown-badges.server.ts'
import { listShown } from './list-shown.ts'
import { readStructures } from './read-structures.ts'
import { chooseShown, hideAll, hideBadge, showBadge } from './show-badge.ts'

let platform: TestApp
let amina: Holder
let officer: Awaited<ReturnType<typeof makePerson>>
let place: { organizationId: string; slug: string }
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  amina = await makeHolder(platform.ctx, { received: 3, imported: [FOREIGN, FOREIGN_ALIGNED] })
  officer = await makePerson(platform.ctx)
  place = await makeStructure(platform.ctx, [{ personId: amina.personId }, { personId: officer.personId, roles: ['issuer'] }])
})

const seen = async (search = '') => (await listShown(officer.ctx, { organizationId: place.organizationId, search })).badges
const seenIds = async (search = '') => (await seen(search)).flatMap(({ people }) => people.map(({ badgeId }) => badgeId)).toSorted()
const show = (badgeId: string) => showBadge(amina.ctx, { badgeId, organizationId: place.organizationId })

describe('a structure sees of its members', () => {
  test('nothing that they did not choose to show', async () => {
    expect(await seen()).toEqual([])
    const page = await callPage(platform.ctx, membersLoader, { actor: officer.actor, params: { slug: place.slug } })
    expect(page.data).toMatchObject({ isEmpty: true, badges: [] })
    expect(saysAnywhere(page.data, 'Benali')).toBe(false)
  })

  test('the badges they show, received or imported, one by one and by name', async () => {
    await show(amina.credentialIds[1]!)
    await show(amina.importedIds[1]!)
    await show(amina.importedIds[1]!)
    expect(await seenIds()).toEqual([amina.credentialIds[1]!, amina.importedIds[1]!].toSorted())
    const page = await callPage(platform.ctx, membersLoader, { actor: officer.actor, params: { slug: place.slug } })
    expect(page.data.badges.map(({ name }: { name: string }) => name)).toEqual(['Badge 2 : prendre la parole', 'Text analysis'])
    expect(page.data.badges[0]).toMatchObject({ issuerName: 'Association 1', people: [{ personName: 'Amina Benali', doubts: [] }] })
    expect(page.data.badges[1].people[0].doubts).toEqual(['another'])
    for (const hidden of [amina.personId, amina.credentialIds[0]!, amina.credentialIds[2]!, amina.importedIds[0]!]) expect(saysAnywhere(page.data, hidden)).toBe(false)
  })

  test('no longer what they take back, from that moment on and without a trace', async () => {
    await show(amina.credentialIds[1]!)
    await show(amina.importedIds[0]!)
    await hideBadge(amina.ctx, { badgeId: amina.credentialIds[1]!, organizationId: place.organizationId })
    await hideBadge(amina.ctx, { badgeId: amina.credentialIds[1]!, organizationId: place.organizationId })
    expect(await seenIds()).toEqual([amina.importedIds[0]])
    await hideAll(amina.ctx, place.organizationId)
    expect(await seen()).toEqual([])
    expect(await platform.ctx.db.selectFrom('badge_shown').selectAll().where('person_id', '=', amina.personId).execute()).toEqual([])
  })

  test('nothing once they have left, nor when they come back', async () => {
    await show(amina.credentialIds[1]!)
    await removeMember(amina.ctx, { organizationId: place.organizationId, personId: amina.personId })
    expect(await seen()).toEqual([])
    await expect(show(amina.credentialIds[1]!)).rejects.toMatchObject({ code: 'not_found' })
    await addMember(asSystem(platform.ctx), { organizationId: place.organizationId, personId: amina.personId, roles: ['member'] })
    expect(await seen()).toEqual([])
  })

  test('nothing that was taken back by its issuer, declined, or removed from the passport', async () => {
    const [, second, third] = amina.credentialIds as [string, string, string]
    for (const badgeId of [second, third, amina.importedIds[0]!]) await show(badgeId)
    await revokeCredential(asSystem(platform.ctx), { credentialId: second, reason: 'Erreur' })
    await respondToCredential(amina.ctx, { credentialId: third, response: 'declined' })
    await removeImport(amina.ctx, amina.importedIds[0]!)
    expect(await seen()).toEqual([])
    await expect(show(second)).rejects.toMatchObject({ code: 'badge_not_showable' })
    await expect(show(third)).rejects.toMatchObject({ code: 'badge_not_showable' })
    await expect(show(amina.importedIds[0]!)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('one badge with all who show it, by name of the badge and then of the people', async () => {
    const other = await makeHolder(platform.ctx, { received: 0, imported: [FOREIGN_ALIGNED], givenName: 'Ali' })
    await addMember(asSystem(platform.ctx), { organizationId: place.organizationId, personId: other.personId, roles: ['member'] })
    await showBadge(other.ctx, { badgeId: other.importedIds[0]!, organizationId: place.organizationId })
    await show(amina.importedIds[1]!)
    await show(amina.credentialIds[1]!)
    expect((await seen()).map(({ name, people }) => [name, ...people.map(({ personName }) => personName)])).toEqual([
      ['Badge 2 : prendre la parole', 'Amina Benali'],
      ['Text analysis', 'Ali Benali', 'Amina Benali'],
    ])
  })

  test('what is searched by badge, issuer or skill, and nobody by their name', async () => {
    await show(amina.credentialIds[1]!)
    await show(amina.importedIds[1]!)
    expect(await seenIds('prendre PAROLE')).toEqual([amina.credentialIds[1]])
    expect(await seenIds('engagement')).toEqual([amina.credentialIds[1]])
    expect(await seenIds('Amina')).toEqual([])
    expect(await seenIds('Benali')).toEqual([])
  })
})

describe('nobody else sees it', () => {
  test('neither a plain member, nor a designer, a neighbour, a former colleague or who looks after the network', async () => {
    await show(amina.importedIds[0]!)
    const [member, designer, former, neighbour, network] = await Promise.all([...Array(4).keys(), 4].map((i) => makePerson(platform.ctx, { isNetworkAdmin: i === 4 })))
    const { organizationId } = place
    const system = asSystem(platform.ctx)
    await addMember(system, { organizationId, personId: member!.personId, roles: ['member'] })
    await addMember(system, { organizationId, personId: designer!.personId, roles: ['designer'] })
    await addMember(system, { organizationId, personId: former!.personId, roles: ['issuer'] })
    await removeMember(former!.ctx, { organizationId, personId: former!.personId })
    await makeStructure(platform.ctx, [{ personId: neighbour!.personId, roles: ['owner'] }])
    for (const someone of [member!, designer!, former!, neighbour!, network!]) {
      await expect(listShown(someone.ctx, { organizationId })).rejects.toMatchObject({ code: 'not_allowed' })
      expect((await callPage(platform.ctx, membersLoader, { actor: someone.actor, params: { slug: place.slug } })).status).toBe(403)
    }
    expect((await callPage(platform.ctx, membersLoader, { params: { slug: place.slug } })).location).toMatch(/^\/sign-in/)
  })

  test('another structure of theirs sees only what is shown to it', async () => {
    const second = await makeStructure(platform.ctx, [{ personId: amina.personId }, { personId: officer.personId, roles: ['admin'] }])
    await show(amina.credentialIds[1]!)
    await showBadge(amina.ctx, { badgeId: amina.credentialIds[2]!, organizationId: second.organizationId })
    expect(await seenIds()).toEqual([amina.credentialIds[1]])
    expect((await listShown(officer.ctx, { organizationId: second.organizationId })).badges.map(({ people }) => people[0]!.badgeId)).toEqual([amina.credentialIds[2]])
  })

  test('an archived structure sees nothing more', async () => {
    await show(amina.credentialIds[1]!)
    await archiveOrganization(asSystem(platform.ctx), { organizationId: place.organizationId, isArchived: true })
    await expect(seen()).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await readStructures(amina.ctx)).structures).toEqual([])
  })

  test('the picture of an imported badge is for the structure it is shown to, while it is', async () => {
    const importedId = amina.importedIds[0]!
    await platform.ctx.db
      .updateTable('imported_badge')
      .set({ picture: Buffer.from('png') })
      .where('id', '=', importedId)
      .execute()
    const ask = async ({ personId }: { personId: string }) => {
      const { token } = await openSession(platform.ctx, { personId, method: 'link', userAgent: 'test', address: '' })
      return platform.app.request(`/organizations/${place.slug}/shown-badges/${importedId}/picture.png`, { headers: { cookie: `boat_session=${token}` } })
    }
    expect((await ask(officer)).status).toBe(404)
    await show(importedId)
    expect(await (await ask(officer)).text()).toBe('png')
    expect((await ask(amina)).status).toBe(403)
    await hideBadge(amina.ctx, { badgeId: importedId, organizationId: place.organizationId })
    expect((await ask(officer)).status).toBe(404)
  })
})

describe('nobody shows for somebody else', () => {
  test('a manager cannot show the badge of a member, nor take it back', async () => {
    await show(amina.credentialIds[1]!)
    const { organizationId } = place
    await expect(showBadge(officer.ctx, { badgeId: amina.credentialIds[2]!, organizationId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(chooseShown(officer.ctx, { badgeIds: [amina.credentialIds[2]!], organizationId })).rejects.toMatchObject({ code: 'not_found' })
    await hideBadge(officer.ctx, { badgeId: amina.credentialIds[1]!, organizationId })
    expect(await seenIds()).toEqual([amina.credentialIds[1]])
  })

  test('nobody shows to a structure that is not theirs', async () => {
    const elsewhere = await makeStructure(platform.ctx, [{ personId: officer.personId, roles: ['owner'] }])
    await expect(showBadge(amina.ctx, { badgeId: amina.credentialIds[0]!, organizationId: elsewhere.organizationId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(showBadge(amina.ctx, { badgeId: 'x', organizationId: 'y' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(hideBadge(amina.ctx, { badgeId: 'x', organizationId: 'y' })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('what a structure gave itself it knows: nothing to show, and nothing to hide', async () => {
    const { organization_id } = await platform.ctx.db.selectFrom('credential').select('organization_id').where('id', '=', amina.credentialIds[0]!).executeTakeFirstOrThrow()
    await addMember(asSystem(platform.ctx), { organizationId: organization_id, personId: amina.personId, roles: ['member'] })
    await expect(showBadge(amina.ctx, { badgeId: amina.credentialIds[0]!, organizationId: organization_id })).rejects.toMatchObject({ code: 'structure_gave_it' })
    const own = (await readStructures(amina.ctx)).structures.find(({ organizationId }) => organizationId === organization_id)!
    expect(own.given.map(({ badgeId }) => badgeId)).toEqual([amina.credentialIds[0]])
    expect(own.choice.map(({ badgeId }) => badgeId)).not.toContain(amina.credentialIds[0])
    const { data } = await callPage(platform.ctx, myBadgeLoader, { actor: amina.actor, params: { id: amina.credentialIds[0]! } })
    expect(data.circle.structures.map(({ knows, isShown }: { knows: boolean; isShown: boolean }) => ({ knows, isShown }))).toContainEqual({ knows: true, isShown: false })
  })
})

describe('a child, or a pupil whose age nobody knows', () => {
  test('shows nothing beyond what the school gave, and is told so kindly', async () => {
    const child = await makeHolder(platform.ctx, { received: 2, birthDate: '2015-03-04', givenName: 'Lina' })
    await addMember(asSystem(platform.ctx), { organizationId: place.organizationId, personId: child.personId, roles: ['member'], isPupil: true })
    await expect(showBadge(child.ctx, { badgeId: child.credentialIds[0]!, organizationId: place.organizationId })).rejects.toMatchObject({ code: 'circle_from_fifteen' })
    const page = await callPage(platform.ctx, loader, { actor: child.actor })
    expect(page.data).toMatchObject({ isProtected: true, structures: [{ hasChoice: false, shown: [] }] })
    expect((await callPage(platform.ctx, chooseLoader, { actor: child.actor, params: { slug: place.slug } })).data).toMatchObject({ isProtected: true, badges: [] })
    expect((await callPage(platform.ctx, importedLoader, { actor: child.actor, params: { importedId: child.importedIds[0]! } })).data.circle.structures).toEqual([])
  })

  test('whose birth date is corrected is no longer seen', async () => {
    await show(amina.credentialIds[1]!)
    await show(amina.importedIds[0]!)
    await platform.ctx.db
      .updateTable('person')
      .set({ birth_date: new Date('2016-01-01') })
      .where('id', '=', amina.personId)
      .execute()
    expect(await seen()).toEqual([])
    const { isEmpty } = await listShown(officer.ctx, { organizationId: place.organizationId })
    expect(isEmpty).toBe(true)
  })

  test('is the same for one as for many', async () => {
    const pupil = await makePerson(platform.ctx)
    await makeStructure(platform.ctx, [{ personId: pupil.personId, isPupil: true }])
    const people = [amina.personId, officer.personId, pupil.personId, (await makePerson(platform.ctx, { birthDate: '2015-01-01' })).personId]
    const one = await Promise.all(people.map((personId) => isProtected(platform.ctx, personId)))
    expect(one).toEqual([false, false, true, true])
    expect([...(await findProtected(platform.ctx, people))].toSorted()).toEqual(people.filter((_, i) => one[i]).toSorted())
  })
})

describe('the pages', () => {
  const post = (form: Record<string, string>) => callPage(platform.ctx, action, { actor: amina.actor, form })

  test('show and take back from the badge’s own page, and come back to it', async () => {
    const badgeId = amina.importedIds[0]!
    const fields = { badgeId, organizationId: place.organizationId, back: `/me/imports/${badgeId}` }
    expect((await post({ intent: 'shown', ...fields })).location).toBe(`/me/imports/${badgeId}?done=circle_shown#circle`)
    const { data } = await callPage(platform.ctx, importedLoader, { actor: amina.actor, params: { importedId: badgeId } })
    expect(data.circle.structures).toEqual([{ organizationId: place.organizationId, name: expect.stringMatching(/^Rectorat/), knows: false, isShown: true }])
    expect((await post({ intent: 'hidden', ...fields })).location).toBe(`/me/imports/${badgeId}?done=circle_hidden#circle`)
    expect(await seen()).toEqual([])
  })

  test('never lead away from the platform', async () => {
    for (const back of ['https://evil.example', '//evil.example', '/me/circle/../../x', '/me/badges/1', 'javascript:1'])
      expect((await post({ intent: 'all_hidden', organizationId: place.organizationId, back })).location).toBe('/me/circle?done=circle_all_hidden#circle')
  })

  test('keep a whole choice, ticked and unticked', async () => {
    const params = { slug: place.slug }
    await show(amina.credentialIds[0]!)
    const { data } = await callPage(platform.ctx, chooseLoader, { actor: amina.actor, params })
    expect(data.badges).toHaveLength(5)
    expect(data.badges.filter(({ isShown }: { isShown: boolean }) => isShown).map(({ badgeId }: { badgeId: string }) => badgeId)).toEqual([amina.credentialIds[0]])
    const form = { badgeId: [amina.credentialIds[1]!, amina.importedIds[1]!] }
    expect((await callPage(platform.ctx, chooseAction, { actor: amina.actor, params, form })).location).toBe('/me/circle?done=circle_chosen#circle')
    expect(await seenIds()).toEqual([amina.credentialIds[1]!, amina.importedIds[1]!].toSorted())
    const own = await callPage(platform.ctx, loader, { actor: amina.actor })
    expect(own.data.structures[0].shown).toHaveLength(2)
    await callPage(platform.ctx, chooseAction, { actor: amina.actor, params, form: {} })
    expect(await seen()).toEqual([])
  })

  test('a choice that names another person’s badge changes nothing', async () => {
    await show(amina.credentialIds[0]!)
    const other = await makeHolder(platform.ctx, { received: 1 })
    const form = { badgeId: [amina.credentialIds[1]!, other.credentialIds[0]!] }
    expect((await callPage(platform.ctx, chooseAction, { actor: amina.actor, params: { slug: place.slug }, form })).status).toBe(404)
    expect(await seenIds()).toEqual([amina.credentialIds[0]])
  })

  test('of a structure that is not theirs are not found, and an act that there is not is refused', async () => {
    const stranger = await makePerson(platform.ctx)
    const params = { slug: place.slug }
    expect((await callPage(platform.ctx, chooseLoader, { actor: stranger.actor, params })).status).toBe(404)
    expect((await callPage(platform.ctx, chooseAction, { actor: stranger.actor, params, form: {} })).status).toBe(404)
    expect((await callPage(platform.ctx, chooseLoader, { params })).location).toMatch(/^\/sign-in/)
    expect((await post({ intent: 'constructor' })).data.problem.code).toBe('invalid_input')
  })
})

test('three hundred badges that members show come in pages', async () => {
  const { organizationId } = place
  const people = await Promise.all(Array.from({ length: 60 }, (_, i) => makePerson(platform.ctx, { givenName: `Membre ${i}` })))
  for (const { personId } of people) await addMember(asSystem(platform.ctx), { organizationId, personId, roles: ['member'] })
  const ids = people.map(({ personId }) => personId)
  await sql`with copies as (
      insert into imported_badge (id, person_id, file_name, media_type, bytes, digest, version, document, summary, recipient, imported_at, outcome, checks, verified_at, due_at)
      select gen_random_uuid(), member, file_name, media_type, bytes, decode(md5(member::text || n), 'hex'), version, document,
        jsonb_set(summary, '{name}', to_jsonb('Badge ' || n)), recipient, imported_at, outcome, checks, verified_at, due_at
      from imported_badge, unnest(${ids}::uuid[]) with ordinality as members (member, place), generate_series(place, place + 4) as n
      where id = ${amina.importedIds[0]!} returning id, person_id)
    insert into badge_shown select person_id, id, ${organizationId}::uuid, now() from copies`.execute(platform.ctx.db)
  const { badges, pageCount } = await listShown(officer.ctx, { organizationId })
  const second = await listShown(officer.ctx, { organizationId, page: 2 })
  expect([pageCount, badges.length, second.badges.length]).toEqual([2, 40, 24])
  expect([...badges, ...second.badges].flatMap(({ people }) => people)).toHaveLength(300)
  expect((await listShown(officer.ctx, { organizationId, page: 999 })).page).toBe(2)
})
