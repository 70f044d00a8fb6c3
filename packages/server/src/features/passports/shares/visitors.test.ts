import { verifyCredential } from '@boat/openbadges'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { getCredential, revokeCredential } from '#features/credentials/index.ts'
import { askEndorsement, showEndorsement, signEndorsement } from '#features/endorsements/index.ts'
import { verifyDocument } from '#features/verification/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { ANSWER, makeColleagues } from '../../endorsements/endorsements.fixture.ts'
import { withdrawEndorsement } from '../../endorsements/signing/withdraw-endorsement.ts'
import { published } from '../../verification/verification.fixture.ts'
import { writeNote } from '../collection/write-note.ts'
import { importBadge } from '../imports/import-badge.ts'
import { FOREIGN, type Holder, makeHolder } from '../passports.fixture.ts'
import { closeShare } from './close-share.ts'
import { measureSignature } from './draw/draw-signature.ts'
import { openShare } from './open-share.ts'
import { loader as shown } from './pages/shown.server.ts'
import { loader as shownBadge } from './pages/shown-badge.server.ts'
import type { SharePurpose } from './share.schema.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx)
  await writeNote(amina.ctx, { badgeId: amina.credentialIds[0]!, sentence: 'Mon premier projet à plusieurs.' })
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.setNow(NOW))

const open = (badgeIds: string[], purpose: SharePurpose = 'link', whose = amina) => openShare(whose.ctx, { scope: 'badges', badgeIds, purpose })
const visit = (token: string) => callPage(platform.ctx, shown, { params: { token } })
const visitBadge = (token: string, badgeId: string) => callPage(platform.ctx, shownBadge, { params: { token, badgeId } })
const get = (path: string) => platform.app.request(path)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('whoever has the address', () => {
  test('sees what was chosen, in its order, with the sentence of its person', async () => {
    const [first, second] = amina.credentialIds
    const { token } = await open([amina.importedIds[0]!, first!])
    const { status, data } = await visit(token)
    expect(status).toBe(200)
    expect(data.view.personName).toBe('Amina Benali')
    expect(data.view.badges).toMatchObject([
      { badgeId: amina.importedIds[0], state: 'valid', isNow: true, sentence: '', href: `/s/${token}/badges/${amina.importedIds[0]}`, picture: null },
      { badgeId: first, state: 'valid', sentence: 'Mon premier projet à plusieurs.', issuerName: 'Université de Poitiers' },
    ])
    expect(JSON.stringify(data)).not.toContain(second)
    // What networks keep of a link holds no words of its person.
    expect([data.title, data.summary].join()).not.toContain('premier projet')
    expect(JSON.stringify(data)).not.toContain(amina.address)
  })

  test('sees one badge with all that it says, verified now', async () => {
    const [first] = amina.credentialIds
    const { token } = await open([first!])
    const { data } = await visitBadge(token, first!)
    expect(data.badge).toMatchObject({ state: 'valid', isNow: true, doubts: [], file: `/s/${token}/badges/${first}.json` })
    expect(data.badge.said.criteriaHtml).toContain('<strong>une action</strong>')
    expect(data.badge.skills.map(({ name }: { name: string }) => name)).toContain('Travailler en équipe')
    expect((await visit(token)).data.view.one).toMatchObject({ badgeId: first, said: data.badge.said })
  })

  test('reaches no other badge of the same person, by any address', async () => {
    const { token } = await open([amina.credentialIds[0]!])
    for (const other of [amina.credentialIds[1]!, amina.importedIds[0]!, 'nonsense', '']) {
      expect(await visitBadge(token, other)).toMatchObject({ status: 404, data: { isOpen: false } })
      expect((await get(`/s/${token}/badges/${other}.json`)).status).toBe(404)
      expect((await get(`/s/${token}/pictures/${other}.png`)).status).toBe(404)
    }
  })

  test('is told that it shows nothing, and nothing of anybody, once it is closed, over or was never there', async () => {
    const closed = await open([amina.credentialIds[0]!])
    await closeShare(amina.ctx, closed.shareId)
    const over = await openShare(amina.ctx, { scope: 'badges', badgeIds: amina.credentialIds, expiresAt: later(10) })
    const interview = await open(amina.credentialIds, 'interview')
    platform.setNow(later(31))
    const answers = await Promise.all([closed.token, over.token, interview.token, 'unknown', ''].map(visit))
    expect(answers.map(({ status }) => status)).toEqual([410, 410, 410, 404, 404])
    for (const { data } of answers) expect(data).toEqual({ isOpen: false, title: 'Ce lien ne montre rien' })
    for (const path of [`badges/${amina.credentialIds[0]}.json`, `pictures/${amina.credentialIds[0]}.png`, 'card.png'])
      expect((await get(`/s/${closed.token}/${path}`)).status).toBe(410)
    expect((await visitBadge(closed.token, amina.credentialIds[0]!)).data).toEqual({ isOpen: false, title: 'Ce lien ne montre rien' })
  })

  test('no longer sees a badge that was withdrawn, and is told when none is left', async () => {
    const holder = await makeHolder(platform.ctx, { received: 2, imported: [] })
    const [kept, withdrawn] = holder.credentialIds
    const both = await open([withdrawn!, kept!], 'link', holder)
    const alone = await open([withdrawn!], 'link', holder)
    await revokeCredential(asSystem(platform.ctx), { credentialId: withdrawn!, reason: 'Erreur' })
    expect((await visit(both.token)).data.view.badges.map(({ badgeId }: { badgeId: string }) => badgeId)).toEqual([kept])
    expect((await visit(alone.token)).data.view).toMatchObject({ badges: [], one: null })
    expect((await visitBadge(alone.token, withdrawn!)).status).toBe(404)
  })

  test('is told where it is not known that a badge is of who shows it', async () => {
    const { token } = await open([amina.importedIds[0]!, amina.credentialIds[0]!])
    const { data } = await visit(token)
    expect(data.view.badges.map(({ isConfirmed }: { isConfirmed: boolean }) => isConfirmed)).toEqual([false, true])
    expect((await visitBadge(token, amina.importedIds[0]!)).data.badge).toMatchObject({ isConfirmed: false })
  })

  test('is told of a badge that does not verify', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const brought = await importBadge(holder.ctx, { fileName: 'badge.json', bytes: published('ob3-1edtech-validator/simple-did-key-method.json') })
    const badgeId = 'importedId' in brought ? brought.importedId : ''
    const { token } = await open([badgeId], 'link', holder)
    const { data } = await visitBadge(token, badgeId)
    expect(data.badge.state).toBe('invalid')
    expect(data.badge.doubts.length).toBeGreaterThan(0)
  })
})

describe('an endorsement that its holder shows', () => {
  test('is read and verified behind the address of an imported badge, and behind no other', async () => {
    const { holder, importedId, badgeId, school } = await makeColleagues(platform.ctx)
    const { requestId } = await askEndorsement(holder.ctx, { badgeId: importedId, personId: school.issuer.personId })
    const { endorsementId } = await signEndorsement(school.issuer.ctx, { requestId }, ANSWER)
    const here = await open([importedId], 'link', holder)
    const elsewhere = await open([badgeId], 'link', holder)
    const at = (token: string, address = `${endorsementId}.json`) => get(`/s/${token}/endorsements/${address}`)
    const files = async () => (await visitBadge(here.token, importedId)).data.badge.endorsements.map(({ file }: { file: string }) => file)
    expect([await files(), (await at(here.token)).status]).toEqual([[], 404])

    await showEndorsement(holder.ctx, { endorsementId, isShown: true })
    expect(await files()).toEqual([`/s/${here.token}/endorsements/${endorsementId}.json`])
    const answer = await at(here.token)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vc+ld+json'])
    const bytes = await bytesOf(answer)
    expect(JSON.parse(bytes.toString())).toMatchObject({ type: expect.arrayContaining(['EndorsementCredential']) })
    expect((await verifyDocument(platform.ctx, { document: new Uint8Array(bytes) })).outcome).toBe('verified')
    expect((await get(`/endorsements/${endorsementId}.json`)).status).toBe(404)
    for (const refused of [at(elsewhere.token), at('unknown'), at(here.token, endorsementId), at(here.token, 'nonsense.json')]) expect((await refused).status).toBe(404)

    await withdrawEndorsement(school.issuer.ctx, { endorsementId }, { reason: 'Je me suis trompé.' })
    expect([await files(), (await at(here.token)).status]).toEqual([[], 404])
    await closeShare(holder.ctx, here.shareId)
    expect((await at(here.token)).status).toBe(410)
  })
})

describe('what proves a badge', () => {
  test('is the document that was signed here, to the letter, and verifies by itself', async () => {
    const [credentialId] = amina.credentialIds
    const { token } = await open([credentialId!])
    const response = await get(`/s/${token}/badges/${credentialId}.json`)
    expect(response.headers.get('content-type')).toBe('application/vc+ld+json')
    const bytes = await bytesOf(response)
    const { document } = await getCredential(asSystem(platform.ctx), credentialId!)
    expect(Buffer.compare(bytes, Buffer.from(document!))).toBe(0)
    const load = async (url: string) => {
      const answer = await platform.app.request(url)
      return { url, status: answer.status, body: new Uint8Array(await answer.arrayBuffer()), contentType: answer.headers.get('content-type') ?? '' }
    }
    expect((await verifyCredential(new Uint8Array(bytes), { load, now: NOW })).outcome).toBe('verified')
  })

  test('is the very file that was brought', async () => {
    const [importedId] = amina.importedIds
    const { token } = await open([importedId!])
    const response = await get(`/s/${token}/badges/${importedId}.json`)
    expect(Buffer.compare(await bytesOf(response), Buffer.from(published(FOREIGN)))).toBe(0)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test('can be given to the page that verifies, by its address', async () => {
    const [credentialId] = amina.credentialIds
    const { address } = await open([credentialId!])
    const response = await platform.app.request('/api/v1/verifications', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: `${address}/badges/${credentialId}.json` }),
    })
    expect(await response.json()).toMatchObject({ outcome: 'verified' })
  })
})

describe('on another site', () => {
  test('a frame shows the state at each view, without a script, and names nothing outside the choice', async () => {
    const holder = await makeHolder(platform.ctx, { received: 2 })
    const { token } = await open(holder.credentialIds, 'embed', holder)
    const response = await get(`/s/${token}/embed`)
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none';.*frame-ancestors \*$/)
    expect(response.headers.get('x-frame-options')).toBeNull()
    expect(page).not.toMatch(/<script|\son\w+=/)
    expect(page.match(/class="state valid"/g)).toHaveLength(2)
    expect(page).not.toContain('Teamwork')
    await revokeCredential(asSystem(platform.ctx), { credentialId: holder.credentialIds[0]!, reason: 'Erreur' })
    expect((await (await get(`/s/${token}/embed`)).text()).match(/class="state valid"/g)).toHaveLength(1)
  })

  test('names are text, whatever they are', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1, imported: [], givenName: '<img src=x onerror=alert(1)>"' })
    const { token } = await open(holder.credentialIds, 'embed', holder)
    const page = await (await get(`/s/${token}/embed`)).text()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot; Benali')
    const signature = await open(holder.credentialIds, 'signature', holder)
    expect((await get(`/s/${signature.token}/signature.png`)).status).toBe(200)
  })

  test('only an address that was opened for a frame is one, and likewise for a signature', async () => {
    for (const purpose of ['link', 'interview', 'signature'] as const) expect((await get(`/s/${(await open(amina.credentialIds, purpose)).token}/embed`)).status).toBe(404)
    for (const purpose of ['link', 'interview', 'embed'] as const) expect((await get(`/s/${(await open(amina.credentialIds, purpose)).token}/signature.png`)).status).toBe(404)
  })

  test('a signature is a picture of the badges until it is closed', async () => {
    const { token, shareId } = await open([...amina.credentialIds, ...amina.importedIds], 'signature')
    const response = await get(`/s/${token}/signature.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    const { width, height } = await sharp(await bytesOf(response)).metadata()
    const measured = measureSignature({ count: 4, caption: 'Amina Benali · badges vérifiables' })
    // Twice as fine as it is shown.
    expect({ width, height }).toEqual({ width: 2 * measured.width, height: 2 * measured.height })
    await closeShare(amina.ctx, shareId)
    expect((await get(`/s/${token}/signature.png`)).status).toBe(410)
  })

  test('a link has a picture of the size that networks ask for', async () => {
    const { token } = await open(amina.credentialIds)
    expect(await sharp(await bytesOf(await get(`/s/${token}/card.png`))).metadata()).toMatchObject({ width: 1200, height: 630 })
  })

  test('nothing behind an address is kept by a search engine or a cache, or tells the address on', async () => {
    const { token } = await open(amina.credentialIds, 'embed')
    for (const path of ['/embed', '/card.png', `/badges/${amina.credentialIds[0]}.json`, `/pictures/${amina.credentialIds[0]}.png`, '/nowhere']) {
      const { headers } = await get(`/s/${token}${path}`)
      expect([path, headers.get('x-robots-tag'), headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
        path,
        'noindex, nofollow',
        'no-referrer',
        'private, no-store',
      ])
    }
  })

  test('that somebody looked is written nowhere', async () => {
    const { token } = await open([...amina.credentialIds, ...amina.importedIds], 'embed')
    const rows = async () =>
      JSON.stringify(
        await Promise.all(
          ['share', 'imported_badge', 'rate_limit'].map((table) =>
            platform.ctx.db
              .selectFrom(table as 'share')
              .selectAll()
              .execute(),
          ),
        ),
      )
    const before = await rows()
    platform.setNow(later(20))
    await visit(token)
    await visitBadge(token, amina.importedIds[0]!)
    await get(`/s/${token}/embed`)
    expect(await rows()).toBe(before)
  })
})
