import jsQr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, asSystem, type Ctx } from '#ctx'
import { openSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { issueCredentials, releaseCredentials } from '#features/credentials/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { findClaim } from '#features/passports/index.ts'
import { qrPath } from '#kit/qr-code.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, staffCtx } from '../credentials/school.fixture.ts'
import { SHEETS, type Sheet } from './ceremonies.schema.ts'
import { listCards, printCards, reprintCards } from './index.ts'
import { readPdf } from './sheets/read-pdf.fixture.ts'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let cohortId: string
let issuer: Ctx
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  issuer = await staffCtx(ctx, school.organizationId, ['issuer'])
  cohortId = (await createCohort(ctx, { organizationId: school.organizationId, name: '4e B', kind: 'class', schoolYear: '2026-2027' })).cohortId
})
afterAll(() => platform[Symbol.asyncDispose]())

async function issueToPupil(givenName: string, familyName: string) {
  const personId = await makePerson(ctx, { givenName, familyName, birthDate: '2013-02-03' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
  await addCohortMember(ctx, { cohortId, personId })
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId, name: '' }] })
  return issued!.credentialId
}

test('a QR path is read back as the address it was made of', async () => {
  const address = `${TEST_ORIGIN}/claim/ABCDEFGH`
  const { size, path } = qrPath(address)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${size + 8} ${size + 8}"><rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#fff"/><path d="${path}"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg), { density: 600 }).resize(400).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address)
})

test('each printed card opens its own badge, and shows the first name only', async () => {
  const ids = [await issueToPupil('Zoé', 'Vauquelin'), await issueToPupil('Maël', 'Œuvrard'), await issueToPupil('Zoé', 'Martin')]
  const pdf = await printCards(issuer, { organizationId: school.organizationId, credentialIds: ids })
  const { text, codes: addresses } = (await readPdf(pdf, { withPhone: true })).pages[0]!
  expect(addresses).toHaveLength(3)
  const opened = await Promise.all(
    addresses.map(async (address) => (await findClaim(as(ctx, { kind: 'anonymous' }), { code: address.replace(`${TEST_ORIGIN}/claim/`, ''), clientAddress: '' })).credentialId),
  )
  expect(opened.sort()).toEqual([...ids].sort())
  expect(text).toContain('Maël')
  expect(text, 'two of the same first name are told apart by an initial').toContain('Zoé V.')
  expect(text).toContain('4e B')
  expect(text).not.toMatch(/Vauquelin|Œuvrard|Martin/)
  expect(text).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/)
})

test('there is no card for a badge whose holder closed their account', async () => {
  const credentialIds = [await issueToPupil('Inès', 'Partie'), await issueToPupil('Nino', 'Resté')]
  const { organizationId } = school
  const { person_id } = await ctx.db.selectFrom('credential').select('person_id').where('id', '=', credentialIds[0]!).executeTakeFirstOrThrow()
  await releaseCredentials(asSystem(ctx), person_id!)
  expect((await listCards(issuer, organizationId, { credentials: credentialIds })).map(({ givenName }) => givenName)).toEqual(['Nino'])
  await expect(printCards(issuer, { organizationId, credentialIds })).rejects.toMatchObject({ status: 404 })
})

const print = async (sheet: Sheet, credentialIds: string[], withSlips = false) =>
  (await readPdf(await printCards(issuer, { organizationId: school.organizationId, credentialIds, sheet, withSlips }), { withPhone: true })).pages
const openCards = async (credentialId: string) =>
  (await ctx.db.selectFrom('claim').select('id').where('credential_id', '=', credentialId).where('replaced_at', 'is', null).execute()).map(({ id }) => id)
const opens = async (address: string) => (await findClaim(as(ctx, { kind: 'anonymous' }), { code: address.replace(`${TEST_ORIGIN}/claim/`, ''), clientAddress: '' })).credentialId

test.each(SHEETS)('%s names a pupil by the first name, an adult by the full one', async (sheet) => {
  const pupil = await issueToPupil('Anaïs', 'Lefrançois')
  const adultId = await makePerson(ctx, { givenName: 'Karim', familyName: 'Bensaïd' })
  await addMember(ctx, { organizationId: school.organizationId, personId: adultId, roles: ['member'] })
  const [ofAdult] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId: adultId, name: '' }] })
  const [ofNobodyKnown] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ name: 'Sacha Inconnue' }] })
  const pdf = await printCards(issuer, {
    organizationId: school.organizationId,
    credentialIds: [pupil, ofAdult!.credentialId, ofNobodyKnown!.credentialId],
    sheet,
    withSlips: true,
  })
  const text = (await readPdf(pdf)).pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ')
  expect(text).toContain('Anaïs')
  expect(text).toContain('Karim Bensaïd')
  expect(text).toContain('Sacha')
  expect(text).not.toMatch(/Lefran|Inconnue/)
  expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/Lefran|Inconnue/)
})

test('somebody under age is called by the first name, even where nobody said that they are a pupil', async () => {
  const personId = await makePerson(ctx, { givenName: 'Lina', familyName: 'Garnier', birthDate: '2010-01-05' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'] })
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId, name: '' }] })
  const [page] = await print('wall-list', [issued!.credentialId])
  expect(page!.text).toContain('Lina')
  expect(page!.text).not.toContain('Garnier')
})

test.each(['cards', 'cards-a6', 'labels-70x37', 'labels-64x33'] as const)('%s open the badge, and void the card printed before', async (sheet) => {
  const credentialId = await issueToPupil('Youn', 'Kerbrat')
  const [former] = await print('cards', [credentialId])
  const [page] = await print(sheet, [credentialId])
  expect(await Promise.all(page!.codes.map(opens))).toEqual([credentialId])
  expect(page!.text).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/)
  const { state } = await findClaim(as(ctx, { kind: 'anonymous' }), { code: former!.codes[0]!.replace(`${TEST_ORIGIN}/claim/`, ''), clientAddress: '' })
  expect(state).toBe('replaced')
})

test.each([
  ['round-32', () => []],
  ['round-45', () => []],
  ['round-58', () => [`${TEST_ORIGIN}/achievements/${school.achievementId}`]],
  ['certificate-a4', (id: string) => [`${TEST_ORIGIN}/credentials/${id}`]],
  ['certificate-a5', (id: string) => [`${TEST_ORIGIN}/credentials/${id}`]],
  ['wall-list', () => []],
] as const)('%s is seen by everybody: it has no key, and leaves the card in a drawer good', async (sheet, addresses) => {
  const credentialId = await issueToPupil('Iris', 'Chauvet')
  await print('cards', [credentialId])
  const before = await openCards(credentialId)
  const pages = await print(sheet, [credentialId])
  expect(pages.flatMap(({ codes }) => codes)).toEqual(addresses(credentialId))
  expect(pages[0]!.text).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/)
  expect(await openCards(credentialId)).toEqual(before)
})

test('a slip beside each button opens the badge of its owner', async () => {
  const ids = [await issueToPupil('Nina', 'Olivier'), await issueToPupil('Paul', 'Pasquier')]
  const [buttons, slips, ...more] = await print('round-45', ids, true)
  expect(more).toEqual([])
  expect(buttons!.codes).toEqual([])
  expect(await Promise.all(slips!.codes.map(opens))).toEqual(ids)
})

test('whoever lost a card gets another at once: the lost one is void, and nobody else’s', async () => {
  const [lost, other] = [await issueToPupil('Rayan', 'Quentin'), await issueToPupil('Sofia', 'Robin')]
  await print('cards', [lost, other])
  const [before, kept] = [await openCards(lost), await openCards(other)]
  const { person_id: personId } = await ctx.db.selectFrom('credential').select('person_id').where('id', '=', lost).executeTakeFirstOrThrow()
  const [page] = (await readPdf(await reprintCards(issuer, { organizationId: school.organizationId, personId: personId! }), { withPhone: true })).pages
  expect(await Promise.all(page!.codes.map(opens))).toEqual([lost])
  const after = await openCards(lost)
  expect([after.length, after[0] === before[0]]).toEqual([1, false])
  expect(await openCards(other)).toEqual(kept)
})

test('a year group of two hundred is one print', async () => {
  const recipients = await Promise.all(Array.from({ length: 200 }, async (_, index) => ({ personId: await makePerson(ctx, { givenName: `Élève ${index}` }), name: '' })))
  const issued = await issueCredentials(ctx, { versionId: school.versionId, recipients })
  const pdf = await printCards(issuer, { organizationId: school.organizationId, credentialIds: issued.map(({ credentialId }) => credentialId), sheet: 'labels-70x37' })
  const { pages } = await readPdf(pdf)
  expect([pages.length, pages.flatMap(({ fills }) => fills).length]).toEqual([9, 200])
})

test('the list says who has a card already, and printing again makes the former one void', async () => {
  const credentialId = await issueToPupil('Noé', 'Petit')
  const row = async () => (await listCards(issuer, school.organizationId, { cohort: cohortId })).find((card) => card.credentialId === credentialId)
  expect(await row()).toMatchObject({ givenName: 'Noé', className: '4e B', printedAt: null, isClaimed: false, hasEmail: false })
  for (let print = 0; print < 2; print++) await printCards(issuer, { organizationId: school.organizationId, credentialIds: [credentialId] })
  expect((await row())?.printedAt).toEqual(ctx.now())
  const claims = await ctx.db.selectFrom('claim').select('replaced_at').where('credential_id', '=', credentialId).orderBy('replaced_at').execute()
  expect(claims.map(({ replaced_at }) => replaced_at === null)).toEqual([false, true])
})

test('who may not issue prints nothing; badges of another structure are not found', async () => {
  const credentialId = await issueToPupil('Tom', 'Roux')
  const { organizationId } = school
  const other = await makeSchool(ctx, 'Lycée Genevoix')
  await expect(printCards(as(ctx, { kind: 'anonymous' }), { organizationId, credentialIds: [credentialId] })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(printCards(await staffCtx(ctx, organizationId, ['designer']), { organizationId, credentialIds: [credentialId] })).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(printCards(await staffCtx(ctx, other.organizationId), { organizationId, credentialIds: [credentialId] })).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(printCards(await staffCtx(ctx, other.organizationId), { organizationId: other.organizationId, credentialIds: [credentialId] })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(printCards(issuer, { organizationId, credentialIds: [] })).rejects.toMatchObject({ code: 'no_cards' })
  const many = Array.from({ length: 401 }, () => ctx.newId())
  await expect(printCards(issuer, { organizationId, credentialIds: many })).rejects.toMatchObject({ code: 'too_many_cards' })
})

test('the form answers with a PDF to who may, sends back who ticked nobody, and refuses the rest', async () => {
  const credentialId = await issueToPupil('Ana', 'Diaz')
  const post = async (personId: string | undefined, ids: string[], more: Record<string, string> = {}) => {
    const body = new FormData()
    for (const id of ids) body.append('credential', id)
    for (const [name, value] of Object.entries(more)) body.append(name, value)
    const token = personId && (await openSession(ctx, { personId, method: 'password', userAgent: '', address: '' })).token
    return platform.app.request(`${TEST_ORIGIN}/organizations/${school.slug}/cards.pdf`, {
      method: 'POST',
      body,
      headers: { origin: TEST_ORIGIN, ...(token && { cookie: `${SESSION_COOKIE}=${token}` }) },
    })
  }
  const issuerId = issuer.actor.kind === 'person' ? issuer.actor.personId : ''
  const pdf = await post(issuerId, [credentialId])
  expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'private, no-store'])
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect((await post(issuerId, [])).headers.get('location')).toContain('problem=no_cards')
  expect((await post(issuerId, ['not an id'], { sheet: 'round-58', choice: 'cohort=1' })).headers.get('location')).toBe(
    `/organizations/${school.slug}/cards?cohort=1&sheet=round-58&problem=no_cards`,
  )
  const everybody = await post(issuerId, [], { sheet: 'round-58', choice: 'cohort=1', tick: 'all' })
  expect(everybody.headers.get('location'), 'the page again, with what was chosen').toBe(`/organizations/${school.slug}/cards?cohort=1&sheet=round-58&tick=all`)
  const nameOf = async (more: Record<string, string>, ids = [credentialId]) => (await post(issuerId, ids, more)).headers.get('content-disposition')
  expect(await nameOf({ sheet: 'round-58', slips: 'yes' })).toBe(`attachment; filename="round-58-${school.slug}.pdf"`)
  expect(await nameOf({ sheet: 'round-58', lost: credentialId }, [])).toBe(`attachment; filename="cards-${school.slug}.pdf"`)
  expect((await post(undefined, [credentialId])).status).toBe(401)
  const outsider = await makePerson(ctx, { givenName: 'Passant' })
  expect((await post(outsider, [credentialId])).status).toBe(403)
})
