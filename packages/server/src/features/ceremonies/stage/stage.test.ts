import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { findClaim } from '#features/passports/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import * as claimPage from '../../passports/pages/claim.server.ts'
import * as screenPage from '../pages/screen.server.ts'
import { addGuest, addPeople } from '../planning/add-recipients.ts'
import { changeRecipient } from '../planning/change-recipient.ts'
import { createCeremony } from '../planning/create-ceremony.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { printPaper } from '../print-paper.ts'
import { printRunSheet } from '../print-run-sheet.ts'
import { publishCeremony } from '../publishing/publish-ceremony.ts'
import { readPdf } from '../sheets/read-pdf.fixture.ts'
import { markByCard } from './mark-by-card.ts'
import { markRecipient } from './mark-recipient.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let head: Ctx
let achievementId: string
let ceremonyId: string
let pupils: Somebody[]

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  head = school.owner.ctx
  const content = { name: { fr: 'Solidaire' }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  ;({ achievementId } = await createAchievement(ctx, { organizationId: school.organizationId, content, image: { bytes: Buffer.from(PICTURE) } }))
  await publishVersion(ctx, achievementId)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(new Date('2027-06-18T12:30:00Z'))
  pupils = []
  for (const givenName of ['Lina', 'Maël']) {
    const pupil = await makePerson(ctx, givenName)
    await addMember(ctx, { organizationId: school.organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    pupils.push(pupil)
  }
  ;({ ceremonyId } = await createCeremony(head, { organizationId: school.organizationId, title: 'Remise de juin', day: '2027-06-18', time: '14:00' }))
  await addPeople(head, { ceremonyId, achievementId, personIds: pupils.map(({ personId }) => personId) })
})

const presences = async () => (await listRecipients(head, ceremonyId)).map(({ givenName, presence }) => `${givenName}: ${presence}`)
const idOf = async (givenName: string) => (await listRecipients(head, ceremonyId)).find((one) => one.givenName === givenName)!.recipientId
const printCodes = async () => (await readPdf(await printPaper(head, { ceremonyId, sheet: 'cards' }), { withPhone: true })).pages[0]!.codes
const codeIn = (address: string) => address.replace(`${TEST_ORIGIN}/claim/`, '')
const open = (address: string) => findClaim(as(ctx, { kind: 'anonymous' }), { code: codeIn(address), clientAddress: '' })

test('two helpers who mark the same person at once mark once, and the first hour stays', async () => {
  const recipientId = await idOf('Lina')
  await Promise.all([markRecipient(head, { recipientId, presence: 'handed' }), markRecipient(school.issuer.ctx, { recipientId, presence: 'handed' })])
  platform.setNow(new Date('2027-06-18T13:30:00Z'))
  await markRecipient(head, { recipientId, presence: 'handed' })
  expect((await listRecipients(head, ceremonyId)).find((one) => one.recipientId === recipientId)).toMatchObject({ presence: 'handed', markedAt: new Date('2027-06-18T12:30:00Z') })
  await markRecipient(head, { recipientId: await idOf('Maël'), presence: 'absent' })
  expect(await presences()).toEqual(['Lina: handed', 'Maël: absent'])
  for (const who of [school.member, school.pupil]) await expect(markRecipient(who.ctx, { recipientId, presence: 'absent' })).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a card printed beforehand opens nothing, marks its owner in the hall, and opens the badge once all is published', async () => {
  const codes = await printCodes()
  expect(codes).toHaveLength(2)
  await expect(open(codes[0]!)).rejects.toMatchObject({ code: 'claim_not_yet', status: 409 })
  const page = await callPage(ctx, claimPage.loader, { params: { code: codeIn(codes[0]!) } })
  expect(JSON.stringify(page.data)).not.toMatch(/Solidaire|Lina|Maël|Remise/)
  expect((await callPage(ctx, claimPage.loader, { actor: head.actor, params: { code: codeIn(codes[0]!) } })).data).toMatchObject({
    key: 'not_yet',
    handover: { ceremonyId, isHanded: false },
  })
  expect((await callPage(ctx, claimPage.loader, { actor: school.pupil.actor, params: { code: codeIn(codes[0]!) } })).data.handover).toBeUndefined()

  expect(await markByCard(head, { ceremonyId, typed: codes[0]! })).toMatchObject({ wasHanded: false })
  const typed = codeIn(codes[0]!).toLowerCase()
  expect(await markByCard(school.issuer.ctx, { ceremonyId, typed: `${typed.slice(0, 4)}-${typed.slice(4)}` })).toMatchObject({ wasHanded: true })
  await expect(markByCard(head, { ceremonyId, typed: 'ABCDEFGH' })).rejects.toMatchObject({ code: 'card_unknown', status: 422 })

  await publishCeremony(head, ceremonyId)
  await platform.runJobs()
  const opened = await Promise.all(codes.map(open))
  expect(opened.map(({ recipient, state }) => [recipient?.givenName, state]).sort()).toEqual([
    ['Lina', 'open'],
    ['Maël', 'open'],
  ])
  expect(await markByCard(head, { ceremonyId, typed: codes[1]! })).toMatchObject({ wasHanded: false })
})

test('a card that was printed again voids the former one, and a certificate has no code at all', async () => {
  const [former] = await printCodes()
  const [latter] = await printCodes()
  await expect(open(former!)).rejects.toMatchObject({ code: 'claim_unknown' })
  await expect(open(latter!)).rejects.toMatchObject({ code: 'claim_not_yet' })
  const { pages } = await readPdf(await printPaper(head, { ceremonyId, sheet: 'certificate-a5' }), { withPhone: true })
  expect(new Set(pages.flatMap(({ codes }) => codes))).toEqual(new Set([`${TEST_ORIGIN}/achievements/${achievementId}`]))
  await expect(printPaper(head, { ceremonyId, sheet: 'wall-list' })).rejects.toMatchObject({ code: 'sheet_after_publishing' })
})

test('the screen is given only what may be shown, whatever staff read on the run sheet', async () => {
  await addGuest(head, { ceremonyId, achievementId, name: 'Marcel Poupard' })
  await ctx.db.updateTable('person').set({ screen_name: 'nothing' }).where('id', '=', pupils[1]!.personId).execute()
  const [lina] = await listRecipients(head, ceremonyId)
  await changeRecipient(head, { ...lina!, pronunciation: 'li-NA', citation: 'Pour son aide.', handedBy: 'M. le maire', photo: 'no' })
  const { data } = await callPage(ctx, screenPage.loader, { actor: head.actor, params: { slug: school.slug, ceremonyId } })
  expect(data.slides.map(({ name, citation }: { name: string | null; citation: string }) => [name, citation])).toEqual([
    ['Lina', 'Pour son aide.'],
    [null, ''],
    ['Marcel Poupard', ''],
  ])
  expect(JSON.stringify(data)).not.toMatch(/Essai|Maël|li-NA|maire/)
  const text = (await readPdf(await printRunSheet(head, ceremonyId))).pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ')
  for (const word of ['Lina Essai', 'Maël Essai', 'li-NA', 'M. le maire', 'pas de photo', 'ne pas nommer']) expect(text).toContain(word)
  await expect(printRunSheet(school.member.ctx, ceremonyId)).rejects.toMatchObject({ code: 'not_allowed' })
})
