import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { respondToCredential, revokeCredential, shareCredential } from '#features/credentials/index.ts'
import { addMember, archiveOrganization } from '#features/organizations/index.ts'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { loader as issuerLoader } from '../../../issuers/pages/issuer.server.ts'
import { loader as myBadgeLoader } from '../../pages/my-badge.server.ts'
import { type Holder, makeHolder } from '../../passports.fixture.ts'
import { makePerson, makeStructure, saysAnywhere } from '../circle.fixture.ts'
import { action } from '../pages/circle.server.ts'
import { loader as followLoader } from '../pages/follow.server.ts'
import { loader as newsLoader } from '../pages/news.server.ts'
import { announceBadge } from './announce-badge.ts'
import { followOrganization, unfollowOrganization } from './follow-organization.ts'
import { readNews } from './read-news.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

let platform: TestApp
let amina: Holder
let reader: Awaited<ReturnType<typeof makePerson>>
let credentialId: string
let issuerId: string
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(NOW)
  amina = await makeHolder(platform.ctx, { received: 2, imported: [] })
  reader = await makePerson(platform.ctx)
  credentialId = amina.credentialIds[0]!
  issuerId = (await platform.ctx.db.selectFrom('credential').select('organization_id').where('id', '=', credentialId).executeTakeFirstOrThrow()).organization_id
})

const received = async () => (await readNews(reader.ctx)).news.filter(({ kind }) => kind === 'received')
const open = () => shareCredential(amina.ctx, { credentialId, isShared: true })
const announce = (isAnnounced = true) => announceBadge(amina.ctx, { credentialId, isAnnounced })

describe('who follows a structure', () => {
  test('reads of the badges that it publishes, the newest first, and of nobody else’s', async () => {
    const mine = await makeStructure(platform.ctx, [], 'Canopé')
    const other = await makeStructure(platform.ctx, [], 'Autre')
    const publish = async (organizationId: string, name: string) => {
      const content = { name: { fr: name }, description: { fr: 'Un badge.' }, criteria: { fr: 'Avoir fait.' }, imageAlt: { fr: name } }
      const image = { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>') }
      const { achievementId } = await createAchievement(asSystem(platform.ctx), { organizationId, content, image })
      await publishVersion(asSystem(platform.ctx), achievementId)
    }
    await publish(mine.organizationId, 'Premier')
    platform.setNow(day(1))
    await publish(mine.organizationId, 'Second')
    await publish(other.organizationId, 'Ailleurs')
    expect((await readNews(reader.ctx)).news).toEqual([])
    await followOrganization(reader.ctx, mine.organizationId)
    await followOrganization(reader.ctx, mine.organizationId)
    const { news, isLast } = await readNews(reader.ctx)
    expect([news.map(({ kind, name }) => `${kind} ${name}`), isLast]).toEqual([['published Second', 'published Premier'], true])
    await unfollowOrganization(reader.ctx, mine.organizationId)
    expect((await readNews(reader.ctx)).news).toEqual([])
  })

  test('is known to nobody', async () => {
    const owner = await makePerson(platform.ctx)
    await addMember(asSystem(platform.ctx), { organizationId: issuerId, personId: owner.personId, roles: ['owner'] })
    const { id } = await platform.ctx.db.selectFrom('issuer').select('id').where('organization_id', '=', issuerId).executeTakeFirstOrThrow()
    const ask = (actor?: typeof owner.actor) => callPage(platform.ctx, issuerLoader, { ...(actor && { actor }), params: { issuerId: id } })
    const before = [await ask(owner.actor), await ask()]
    await followOrganization(reader.ctx, issuerId)
    expect([await ask(owner.actor), await ask()]).toEqual(before)
    expect((await ask(reader.actor)).data.isFollowed).toBe(true)
    const { data } = await callPage(platform.ctx, followLoader, { actor: owner.actor })
    expect(data.structures.every(({ isFollowed }: { isFollowed: boolean }) => !isFollowed)).toBe(true)
    expect(saysAnywhere(data, reader.personId)).toBe(false)
  })

  test('is not a child; what is archived or is not there is not followed', async () => {
    const child = await makePerson(platform.ctx, { birthDate: '2015-01-01' })
    await expect(followOrganization(child.ctx, issuerId)).rejects.toMatchObject({ code: 'circle_from_fifteen' })
    expect((await callPage(platform.ctx, newsLoader, { actor: child.actor })).data).toMatchObject({ isChild: true, news: [] })
    expect((await callPage(platform.ctx, followLoader, { actor: child.actor })).data).toMatchObject({ isChild: true, structures: [] })
    await expect(followOrganization(reader.ctx, 'x')).rejects.toMatchObject({ code: 'not_found' })
    await expect(followOrganization(reader.ctx, platform.ctx.newId())).rejects.toMatchObject({ code: 'not_found' })
    await archiveOrganization(asSystem(platform.ctx), { organizationId: issuerId, isArchived: true })
    await expect(followOrganization(reader.ctx, issuerId)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('does so from a page, and finds a structure by its name without accents', async () => {
    const { organizationId } = await makeStructure(platform.ctx, [], 'Fédération Éclair')
    const form = { intent: 'followed', organizationId, back: '/me/circle/follow' }
    expect((await callPage(platform.ctx, action, { actor: reader.actor, form })).location).toBe('/me/circle/follow?done=circle_followed#circle')
    const { data } = await callPage(platform.ctx, followLoader, { actor: reader.actor, search: '?q=federation%20ECLAIR' })
    expect(data.structures).toMatchObject([{ organizationId, isFollowed: true }])
  })
})

describe('a badge that somebody received is news', () => {
  beforeEach(() => followOrganization(reader.ctx, issuerId))

  test('only once it is open to all and its holder tells of it', async () => {
    expect(await received()).toEqual([])
    await expect(announce()).rejects.toMatchObject({ code: 'announce_needs_sharing' })
    await open()
    expect(await received()).toEqual([])
    await announce()
    expect(await received()).toMatchObject([{ credentialId, personName: 'Amina Benali', name: 'Badge 1 : travailler en équipe', mayCongratulate: true, hasCongratulated: false }])
    const page = await callPage(platform.ctx, newsLoader, { actor: reader.actor })
    expect(page.data.news.find(({ kind }: { kind: string }) => kind === 'received')).toMatchObject({ credentialId, on: '23 novembre 2026' })
    expect(saysAnywhere(page.data, amina.personId)).toBe(false)
    await announce(false)
    expect(await received()).toEqual([])
  })

  test('no more once it is closed; to open it again does not tell of it again', async () => {
    await open()
    await announce()
    await shareCredential(amina.ctx, { credentialId, isShared: false })
    expect(await received()).toEqual([])
    platform.setNow(day(1))
    await open()
    expect(await received()).toEqual([])
    expect((await callPage(platform.ctx, myBadgeLoader, { actor: amina.actor, params: { id: credentialId } })).data.circle.announcement).toMatchObject({ isAnnounced: false })
    await announce()
    expect(await received()).toHaveLength(1)
  })

  test('no more once it is declined, revoked or expired, or its holder found to be a child', async () => {
    await open()
    await announce()
    await respondToCredential(amina.ctx, { credentialId, response: 'declined' })
    expect(await received()).toEqual([])
    await respondToCredential(amina.ctx, { credentialId, response: 'accepted' })
    await platform.ctx.db
      .updateTable('person')
      .set({ birth_date: new Date('2016-01-01') })
      .where('id', '=', amina.personId)
      .execute()
    expect(await received()).toEqual([])
    await platform.ctx.db
      .updateTable('person')
      .set({ birth_date: new Date('1990-01-01') })
      .where('id', '=', amina.personId)
      .execute()
    await revokeCredential(asSystem(platform.ctx), { credentialId, reason: 'Erreur' })
    expect(await received()).toEqual([])
    await expect(announce()).rejects.toMatchObject({ code: 'announce_needs_sharing' })
  })

  test('never for its holder, and never of another person’s will', async () => {
    await open()
    await expect(announceBadge(reader.ctx, { credentialId, isAnnounced: true })).rejects.toMatchObject({ code: 'not_found' })
    await announce()
    await expect(announceBadge(reader.ctx, { credentialId, isAnnounced: false })).rejects.toMatchObject({ code: 'not_found' })
    await followOrganization(amina.ctx, issuerId)
    expect((await readNews(amina.ctx)).news.filter(({ kind }) => kind === 'received')).toEqual([])
    expect(await received()).toHaveLength(1)
  })

  test('and told once, however often it is said', async () => {
    await open()
    await announce()
    platform.setNow(day(3))
    await announce()
    expect((await received()).map(({ at }) => at)).toEqual([NOW])
  })
})
