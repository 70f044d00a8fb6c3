import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type Holder, makeHolder } from '../passports.fixture.ts'
import { findShare } from './find-share.ts'
import { listShares } from './list-shares.ts'
import { openShare } from './open-share.ts'
import { loader as newPage, action as openNew } from './pages/new-share.server.ts'
import { action as actOnOne, loader as onePage } from './pages/share.server.ts'
import { action as actOnAll, loader as allPage } from './pages/shares.server.ts'
import { mastodonLink } from './share-links.ts'

const NOW = new Date('2026-11-23T09:00:00Z')

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(NOW)
  amina = await makeHolder(platform.ctx, { received: 2 })
})

const send = (form: Record<string, string | string[]>, who = amina) => callPage(platform.ctx, openNew, { actor: who.actor, form })
const see = (search = '', who = amina) => callPage(platform.ctx, newPage, { actor: who.actor, search })
const seeOne = (shareId: string, search = '', who = amina) => callPage(platform.ctx, onePage, { actor: who.actor, params: { shareId }, search })
const choice = (more: Record<string, string | string[]> = {}) => ({
  intent: 'open',
  what: 'badges',
  badge: amina.credentialIds,
  purpose: 'link',
  end: 'week',
  label: 'Mairie',
  ...more,
})
const opened = async () => (await listShares(amina.ctx))[0]!

describe('a new address', () => {
  test('begins with what the link to the form has chosen', async () => {
    const [first] = amina.credentialIds
    expect((await see(`?badge=${first}&badge=${crypto.randomUUID()}`)).data.start).toMatchObject({ what: 'badges', badgeIds: [first], purpose: 'link', end: 'month' })
    const all = await see('?all=1&purpose=interview')
    expect(all.data.start).toMatchObject({ purpose: 'interview' })
    expect(all.data.start.badgeIds.toSorted()).toEqual([...amina.credentialIds, ...amina.importedIds].toSorted())
    expect((await see('?purpose=signature')).data.start.end).toBe('never')
  })

  test('is previewed as a visitor would see it, and nothing is open yet', async () => {
    const { data } = await send(choice({ intent: 'preview' }))
    expect(data.preview.badges.map(({ badgeId }: { badgeId: string }) => badgeId)).toEqual(amina.credentialIds)
    expect(data.preview.badges[0]).toMatchObject({ href: null, state: 'valid' })
    expect(data.typed).toMatchObject({ label: 'Mairie', end: 'week', badgeIds: amina.credentialIds })
    expect(await listShares(amina.ctx)).toEqual([])
  })

  test.each([
    ['day', '', '2026-11-24T09:00:00.000Z'],
    ['week', '', '2026-11-30T09:00:00.000Z'],
    ['month', '', '2026-12-23T09:00:00.000Z'],
    ['date', '2026-11-23', '2026-11-23T22:59:00.000Z'],
    ['date', '2027-06-30', '2027-06-30T21:59:00.000Z'],
  ])('ends after %s %s', async (end, until, at) => {
    const { location } = await send(choice({ end, until }))
    const share = await opened()
    expect([location, share.expiresAt?.toISOString()]).toEqual([`/me/shares/${share.shareId}?done=opened`, at])
  })

  test('has no end where its person wants none, and its own in an interview', async () => {
    await send(choice({ end: 'never' }))
    expect((await opened()).expiresAt).toBeNull()
    await send(choice({ purpose: 'interview', end: 'date', until: 'nonsense' }))
    const interview = (await listShares(amina.ctx)).find(({ purpose }) => purpose === 'interview')!
    expect(interview.expiresAt?.toISOString()).toBe('2026-11-23T09:30:00.000Z')
  })

  test.each([
    ['no badge', { badge: [] }, 'badgeIds', 'required'],
    ['a day that is past', { end: 'date', until: '2026-11-22' }, 'until', 'past'],
    ['no day', { end: 'date', until: '' }, 'until', 'day'],
    ['a day that is none', { end: 'date', until: '2026-13-45' }, 'until', 'day'],
    ['too long a name', { label: 'a'.repeat(121) }, 'label', 'too_long'],
  ])('%s is said at the field, and what was typed stays', async (_what, wrong, field, message) => {
    const { data } = await send(choice(wrong))
    expect(data.problem).toMatchObject({ code: 'invalid_input', fields: { [field]: message } })
    expect(data.typed).toMatchObject({ what: 'badges', purpose: 'link', ...('label' in wrong ? {} : { label: 'Mairie' }) })
    expect(await listShares(amina.ctx)).toEqual([])
  })

  test('a search keeps all that was typed', async () => {
    const { data } = await send(choice({ intent: 'search', q: 'équipe', badge: [] }))
    expect(data).toEqual({ typed: { what: 'badges', badgeIds: [], purpose: 'link', end: 'week', until: '', label: 'Mairie', q: 'équipe' } })
  })

  test('shows nothing that is somebody else’s, previewed or open', async () => {
    const other = await makeHolder(platform.ctx, { received: 1, givenName: 'Autre' })
    const folio = { id: crypto.randomUUID(), person_id: other.personId, title: 'La page d’une autre', created_at: NOW, changed_at: NOW }
    await platform.ctx.db.insertInto('folio').values(folio).execute()
    for (const intent of ['preview', 'open']) {
      expect((await send(choice({ intent, badge: other.credentialIds }))).status).toBe(404)
      expect((await send(choice({ intent, what: `folio:${folio.id}` }))).status).toBe(404)
      expect((await send(choice({ intent, what: `cv:${crypto.randomUUID()}` }))).status).toBe(404)
    }
    expect((await see()).data.folios).toEqual([])
    expect(await listShares(amina.ctx)).toEqual([])
  })

  test('of a page is no picture for a mail', async () => {
    const id = crypto.randomUUID()
    await platform.ctx.db.insertInto('folio').values({ id, person_id: amina.personId, title: 'Mes engagements', created_at: NOW, changed_at: NOW }).execute()
    for (const purpose of ['signature', 'embed']) expect((await send(choice({ what: `folio:${id}`, purpose }))).data.problem.code).toBe('share_shows_badges_only')
    await send(choice({ what: `folio:${id}` }))
    expect(await opened()).toMatchObject({ scope: 'folio', folioId: id })
  })

  test('is not for a child, who is told what to do instead', async () => {
    const child = await makeHolder(platform.ctx, { received: 1, birthDate: '2014-05-05' })
    expect((await see('', child)).data).toMatchObject({ isProtected: true, badges: [] })
    for (const intent of ['preview', 'open']) expect((await send({ ...choice({ intent }), badge: child.credentialIds }, child)).data.problem.code).toBe('shares_from_fifteen')
  })
})

describe('its person', () => {
  const open = (more: object = {}) => openShare(amina.ctx, { scope: 'badges', badgeIds: amina.credentialIds, label: 'Mairie', ...more })

  test('finds the open ones apart from those that are over, and closes one or all', async () => {
    const [one, two, three] = [await open(), await open(), await open({ purpose: 'interview' })]
    const see = async () => {
      const { data } = await callPage(platform.ctx, allPage, { actor: amina.actor })
      return [data.open, data.over].map((shares) => shares.map(({ shareId }: { shareId: string }) => shareId).toSorted())
    }
    expect(await see()).toEqual([[one.shareId, two.shareId, three.shareId].toSorted(), []])
    await callPage(platform.ctx, actOnAll, { actor: amina.actor, form: { intent: 'close', shareId: one.shareId } })
    platform.setNow(new Date(NOW.getTime() + 31 * 60_000))
    expect(await see()).toEqual([[two.shareId], [one.shareId, three.shareId].toSorted()])
    expect((await callPage(platform.ctx, actOnAll, { actor: amina.actor, form: { intent: 'close-all' } })).location).toBe('/me/shares?done=all_closed')
    expect((await see())[0]).toEqual([])
    expect(await findShare(platform.ctx, two.token)).toBeUndefined()
  })

  test('is the only one who sees it there, or closes it', async () => {
    const { shareId, token } = await open()
    const other = await makeHolder(platform.ctx, { received: 0, imported: [] })
    expect((await seeOne(shareId, '', other)).status).toBe(404)
    expect((await callPage(platform.ctx, actOnOne, { actor: other.actor, params: { shareId }, form: { intent: 'close' } })).status).toBe(404)
    await callPage(platform.ctx, actOnAll, { actor: other.actor, form: { intent: 'close-all' } })
    expect(await findShare(platform.ctx, token)).toBeDefined()
    await callPage(platform.ctx, actOnOne, { actor: amina.actor, params: { shareId }, form: { intent: 'close' } })
    expect((await seeOne(shareId)).data.share).toMatchObject({ isOpen: false, address: null, wasClosed: true })
  })

  test('passes it on by plain links, and one badge into a profile', async () => {
    const { shareId, address } = await open({ badgeIds: [amina.credentialIds[0]] })
    const { passing } = (await seeOne(shareId)).data
    const encoded = encodeURIComponent(address)
    for (const { href } of passing.sites) expect(href).toContain(encoded)
    const profile = new URL(passing.profile)
    expect([profile.origin + profile.pathname, Object.fromEntries(profile.searchParams)]).toEqual([
      'https://www.linkedin.com/profile/add',
      {
        startTask: 'CERTIFICATION_NAME',
        name: 'Badge 1 : travailler en équipe',
        organizationName: 'Université de Poitiers',
        issueYear: '2026',
        issueMonth: '11',
        certUrl: address,
        certId: amina.credentialIds[0],
      },
    ])
    const several = await open()
    expect((await seeOne(several.shareId)).data.passing.profile).toBeNull()
  })

  test('says which Mastodon, and nothing but a site is taken for one', async () => {
    const { shareId, address } = await open()
    const { mastodon } = (await seeOne(shareId, '?instance=https%3A%2F%2FMastodon.Social%2F%40amina')).data.passing
    expect(mastodon.host).toBe('mastodon.social')
    expect(mastodon.href).toMatch(/^https:\/\/mastodon\.social\/share\?text=/)
    expect(mastodon.href).toContain(encodeURIComponent(address))
    for (const typed of ['javascript:alert(1)', 'a b', 'localhost', 'evil.example:8080', 'x"onload=.example', '..'])
      expect([typed, mastodonLink(typed, { address, text: '' })]).toEqual([typed, null])
    expect(mastodonLink('@amina@piaille.fr', { address, text: '' })?.host).toBe('piaille.fr')
  })

  test('gets what to paste, with the address and nothing that runs', async () => {
    const embed = await open({ purpose: 'embed' })
    const frame = (await seeOne(embed.shareId)).data.pasting
    expect(frame).toMatchObject({ kind: 'embed', src: `${embed.address}/embed` })
    expect(frame.html).toMatch(/^<iframe src="[^"]+" title="Badges de Amina Benali"[^>]*><\/iframe>$/)
    const signature = await open({ purpose: 'signature' })
    expect((await seeOne(signature.shareId)).data.pasting.html).toContain(`<img src="${signature.address}/signature.png" alt="Amina Benali · badges vérifiables"`)
    expect((await seeOne(signature.shareId)).data.passing).toBeNull()
  })

  test('shows in an interview how long it is open', async () => {
    const { shareId } = await open({ purpose: 'interview' })
    platform.setNow(new Date(NOW.getTime() + 12.5 * 60_000))
    expect((await seeOne(shareId)).data.share.endsAt).toEqual({ time: '10:30', iso: '2026-11-23T09:30:00.000Z', minutes: 18 })
  })

  test('opens the same again from one that is over', async () => {
    const { shareId } = await open({ purpose: 'signature' })
    const { again } = (await seeOne(shareId)).data.share
    expect((await see(again.slice(again.indexOf('?')))).data.start).toMatchObject({ badgeIds: amina.credentialIds, purpose: 'signature', label: 'Mairie' })
  })
})
