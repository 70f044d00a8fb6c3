import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { openSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { issueCredentials } from '#features/credentials/index.ts'
import { addCohortMember, addMember, createCohort } from '#features/organizations/index.ts'
import { findClaim } from '#features/passports/index.ts'
import { qrPath } from '#kit/qr-code.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, staffCtx } from '../credentials/school.fixture.ts'
import { listCards, printCards } from './index.ts'

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
afterAll(async () => {
  pdfium.destroy()
  await platform[Symbol.asyncDispose]()
})

async function issueToPupil(givenName: string, familyName: string) {
  const personId = await makePerson(ctx, { givenName, familyName, birthDate: '2013-02-03' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
  await addCohortMember(ctx, { cohortId, personId })
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId, name: '' }] })
  return issued!.credentialId
}

const pdfium = await PDFiumLibrary.init()
const SCALE = 150 / 72

/** The first page of a PDF, as it prints: its words, and every QR, read as a phone would, card by card. */
async function readPage(pdf: Uint8Array): Promise<{ text: string; codes: string[] }> {
  const document = await pdfium.loadDocument(pdf)
  const page = document.getPage(0)
  const text = page.getText()
  const { data: pixelsOfPage, width, height } = await page.render({ scale: SCALE, render: 'bitmap' })
  document.destroy()
  const picture = sharp(pixelsOfPage, { raw: { width, height, channels: 4 } })
  const pixels = (millimetres: number) => Math.round((millimetres * 150) / 25.4)
  const codes: string[] = []
  for (let place = 0; place < 8; place++) {
    const area = { left: pixels(13 + (place % 2) * 92), top: pixels(16.5 + Math.floor(place / 2) * 66), width: pixels(92), height: pixels(66) }
    const { data, info } = await picture.clone().extract(area).raw().toBuffer({ resolveWithObject: true })
    const code = jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data
    if (code) codes.push(code)
  }
  return { text, codes }
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
  const { text, codes: addresses } = await readPage(pdf)
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
  const post = async (personId: string | undefined, ids: string[]) => {
    const body = new FormData()
    for (const id of ids) body.append('credential', id)
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
  expect((await post(undefined, [credentialId])).status).toBe(401)
  const outsider = await makePerson(ctx, { givenName: 'Passant' })
  expect((await post(outsider, [credentialId])).status).toBe(403)
})
