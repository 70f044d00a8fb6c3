import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSession } from '#features/accounts/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type Holder, makeHolder } from '../passports.fixture.ts'
import { createFolio } from './create-folio.ts'
import { readBlocks } from './folio-form.schema.ts'
import * as edit from './pages/edit-folio.server.ts'
import * as preview from './pages/folio.server.ts'
import * as list from './pages/folios.server.ts'
import { findFolio } from './read-folio.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const BASE = { basedOn: NOW.toISOString(), title: 'Ma page', introduction: 'Bonjour' }
const A = '11111111-1111-4111-8111-111111111111'
const B = '22222222-2222-4222-8222-222222222222'
const TEXTS = { [`block.${A}`]: 'text', [`markdown.${A}`]: 'Un', [`block.${B}`]: 'heading', [`text.${B}`]: 'Deux' }

let platform: TestApp
let amina: Holder
let photo: Buffer
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx)
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c96' } })
    .png()
    .toBuffer()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.setNow(NOW))

const formOf = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array<ArrayBuffer> }) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('upload', file ? new File([file.bytes], file.name) : new File([], ''))
  return form
}
async function begin() {
  const { folioId } = await createFolio(amina.ctx, 'blank')
  const press = (fields: Record<string, string>, file?: Parameters<typeof formOf>[1], actor = amina.actor) =>
    callPage(platform.ctx, edit.action, { actor, params: { folioId }, form: formOf(fields, file) })
  const stored = async () => (await findFolio(amina.ctx, folioId))!
  return { folioId, press, stored }
}

describe('the list', () => {
  test('offers beginnings, and makes the page that is chosen', async () => {
    const { location } = await callPage(platform.ctx, list.action, { actor: amina.actor, form: { start: 'commitments' } })
    const folioId = /^\/me\/folios\/([^/]+)\/edit$/.exec(location!)![1]!
    expect(await findFolio(amina.ctx, folioId)).toMatchObject({ title: 'Mes engagements' })
    expect((await callPage(platform.ctx, list.action, { actor: amina.actor, form: { start: 'autre' } })).data).toMatchObject({ problem: { code: 'invalid_input' } })
    const { data } = await callPage(platform.ctx, list.loader, { actor: amina.actor })
    expect(data.folios[0]).toMatchObject({ folioId, title: 'Mes engagements', changedOn: '23 novembre 2026' })
  })

  test('says to a child that a link comes at fifteen, and lets them compose', async () => {
    const child = await makeHolder(platform.ctx, { received: 1, imported: [], birthDate: '2014-05-05' })
    expect((await callPage(platform.ctx, list.loader, { actor: child.actor })).data).toMatchObject({ isProtected: true })
    const { folioId } = await createFolio(child.ctx, 'internship')
    expect((await callPage(platform.ctx, preview.loader, { actor: child.actor, params: { folioId } })).data).toMatchObject({ isProtected: true, folio: { title: 'Pour un stage' } })
  })

  test('is for whoever is signed in', async () => {
    expect(await callPage(platform.ctx, list.loader)).toMatchObject({ status: 302, location: expect.stringMatching(/^\/sign-in/) })
  })
})

describe('without a script, every button keeps what is typed', () => {
  test('up, down, away', async () => {
    const { press, stored } = await begin()
    const after = async (intent: string) =>
      readBlocks((await press({ ...BASE, ...TEXTS, intent })).data.values).map((block) => ('markdown' in block ? block.markdown : 'text' in block && block.text))
    expect(await after(`up:${B}`)).toEqual(['Deux', 'Un'])
    expect(await after(`down:${A}`)).toEqual(['Deux', 'Un'])
    expect(await after(`up:${A}`)).toEqual(['Un', 'Deux'])
    expect(await after(`remove:${A}`)).toEqual(['Deux'])
    const { data } = await press({ ...BASE, ...TEXTS, intent: `up:${B}` })
    expect(data.values).toMatchObject(BASE)
    expect((await stored()).blocks).toEqual([])
  })

  test('a block more, with the list of badges open where it is one of badges', async () => {
    const { press } = await begin()
    const { data } = await press({ ...BASE, ...TEXTS, intent: 'add:badges' })
    const blocks = readBlocks(data.values)
    expect(blocks).toMatchObject([{ kind: 'text' }, { kind: 'heading' }, { kind: 'badges', badgeIds: [], withSentences: true }])
    expect(data.values).toMatchObject({ picker: blocks[2]!.id, focus: blocks[2]!.id })
  })

  test('badges are looked for, chosen, put first, taken away', async () => {
    const { press } = await begin()
    const [one, two] = amina.credentialIds as [string, string]
    const fields = { ...BASE, [`block.${A}`]: 'badges', [`layout.${A}`]: 'list', [`badge.${A}.${one}`]: 'on', [`badge.${A}.${two}`]: 'on' }
    expect((await press({ ...fields, intent: `choose:${A}` })).data.values).toMatchObject({ picker: A, q: '' })
    expect((await press({ ...fields, intent: 'search', picker: A, q: 'équipe' })).data.values).toMatchObject({ picker: A, q: 'équipe', [`badge.${A}.${one}`]: 'on' })
    expect((await press({ ...fields, intent: 'chosen', picker: A })).data.values).toMatchObject({ picker: '' })
    const badgesAfter = async (intent: string) => readBlocks((await press({ ...fields, intent })).data.values)[0]
    expect(await badgesAfter(`first:${A}.${two}`)).toMatchObject({ badgeIds: [two, one], layout: 'list', withSentences: false })
    expect(await badgesAfter(`drop:${A}.${two}`)).toMatchObject({ badgeIds: [one] })
  })

  test('a photo stands in the form at once, whichever button was pressed', async () => {
    const { press, stored } = await begin()
    const { data } = await press({ ...BASE, ...TEXTS, intent: 'add-file' }, { name: 'affiche.png', bytes: new Uint8Array(photo) })
    expect(data.added).toMatchObject({ fileName: 'affiche.png', isPhoto: true })
    expect(readBlocks(data.values).at(-1)).toMatchObject({ kind: 'file', fileId: data.added.fileId })
    const saved = await press({ ...data.values, intent: 'save', [`alt.${readBlocks(data.values).at(-1)!.id}`]: 'Une affiche' }, { name: 'autre.png', bytes: new Uint8Array(photo) })
    expect(saved.location).toMatch(/done=saved&at=\d+$/)
    expect((await stored()).blocks.map(({ kind }) => kind)).toEqual(['text', 'heading', 'file', 'file'])
  })

  test('a file that is refused takes nothing else with it', async () => {
    const { press } = await begin()
    const tooLarge = { name: 'lourd.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }
    expect((await press({ ...BASE, ...TEXTS, intent: 'save' }, tooLarge)).data).toMatchObject({
      problem: { code: 'file_too_large', detail: { name: 'lourd.pdf' } },
      values: { ...BASE, ...TEXTS },
    })
    const hostile = { name: 'photo.jpg', bytes: new TextEncoder().encode('<svg onload="alert(1)"/>') }
    expect((await press({ ...BASE, ...TEXTS, intent: 'add-file' }, hostile)).data).toMatchObject({ problem: { code: 'file_refused' }, values: TEXTS })
    expect((await press({ ...BASE, ...TEXTS, intent: 'add-file' })).data).toMatchObject({ problem: { code: 'file_missing' }, values: TEXTS })
  })
})

describe('saving', () => {
  test('goes on with the page, or shows it', async () => {
    const { folioId, press, stored } = await begin()
    const { location } = await press({ ...BASE, ...TEXTS, intent: 'save' })
    expect(location).toBe(`/me/folios/${folioId}/edit?done=saved&at=${NOW.getTime() + 1}`)
    expect(await stored()).toMatchObject({ title: 'Ma page', blocks: [{ markdown: 'Un' }, { text: 'Deux' }] })
    const { data } = await callPage(platform.ctx, edit.loader, { actor: amina.actor, params: { folioId } })
    expect(data.values).toEqual({ ...BASE, ...TEXTS, basedOn: new Date(NOW.getTime() + 1).toISOString() })
    expect(await press({ ...data.values, intent: 'preview' })).toMatchObject({ location: `/me/folios/${folioId}?done=saved` })
  })

  test('what is typed wrongly is named, and stays', async () => {
    const { press } = await begin()
    const { data } = await press({ ...BASE, title: '', [`block.${A}`]: 'link', [`address.${A}`]: 'javascript:alert(1)', intent: 'save' })
    expect(data).toMatchObject({
      problem: { code: 'invalid_input', fields: { title: 'required', 'blocks.0.address': 'address' } },
      values: { [`address.${A}`]: 'javascript:alert(1)' },
    })
  })

  test('another tab was quicker: told, and both versions stay', async () => {
    const { press, stored } = await begin()
    await press({ ...BASE, [`block.${A}`]: 'text', [`markdown.${A}`]: 'De l’autre onglet', intent: 'save' })
    const mine = { ...BASE, [`block.${B}`]: 'text', [`markdown.${B}`]: 'D’ici' }
    const { data } = await press({ ...mine, intent: 'save' })
    expect(data).toMatchObject({ problem: { code: 'folio_changed' }, values: mine })
    const seen = data.problem.detail.changedAt
    expect((await press({ ...mine, seen, intent: 'keep-both' })).location).toContain('done=saved_both')
    expect((await stored()).blocks).toMatchObject([{ markdown: 'D’ici' }, { markdown: 'De l’autre onglet' }])
    // A third version meanwhile: asked again.
    expect((await press({ ...mine, seen, intent: 'save-over' })).data).toMatchObject({ problem: { code: 'folio_changed' } })
    expect((await press({ ...mine, seen: (await stored()).changedAt.toISOString(), intent: 'save-over' })).location).toContain('done=saved')
    expect((await stored()).blocks).toMatchObject([{ markdown: 'D’ici' }])
  })

  test('a form without a moment it is based on overwrites nothing', async () => {
    const { press, stored } = await begin()
    expect((await press({ title: 'Effacer', intent: 'save' })).data).toMatchObject({ problem: { code: 'folio_changed' } })
    expect(await stored()).toMatchObject({ title: 'Ma page' })
  })

  test('names of things that are nobody’s business are nothing', async () => {
    const { press, stored } = await begin()
    const strange = { [`block.${A}`]: 'script', 'block.no-id': 'text', 'markdown.no-id': 'x', [`block.${B}`]: 'text', [`hint.${B}`]: 'reach_me', [`markdown.${B}`]: 'Bien' }
    expect((await press({ ...BASE, ...strange, intent: 'save' })).data).toMatchObject({ problem: { code: 'invalid_input', fields: { 'blocks.0.id': expect.any(String) } } })
    delete (strange as Record<string, string>)['block.no-id']
    await press({ ...BASE, ...strange, intent: 'save' })
    expect((await stored()).blocks).toMatchObject([{ kind: 'text', hint: 'reach_me', markdown: 'Bien' }])
  })
})

test('a file is answered to its person alone, as what it is, and nothing in it runs', async () => {
  const { folioId, press } = await begin()
  const other = await makeHolder(platform.ctx, { received: 0, imported: [] })
  const cookieOf = async (personId: string) => ({ cookie: `boat_session=${(await openSession(platform.ctx, { personId, method: 'link', userAgent: '', address: '' })).token}` })
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1')
  const ids = [
    await press({ ...BASE, intent: 'add-file' }, { name: 'Été.png', bytes: new Uint8Array(photo) }),
    await press({ ...BASE, intent: 'add-file' }, { name: 'bilan.pdf', bytes: new Uint8Array(pdf) }),
  ].map(({ data }) => data.added.fileId as string)
  const ask = async (fileId: string, personId?: string) => platform.app.request(`/me/folios/${folioId}/files/${fileId}`, personId ? { headers: await cookieOf(personId) } : {})
  const [picture, document] = await Promise.all(ids.map((fileId) => ask(fileId, amina.personId)))
  expect(picture!.headers.get('content-type')).toBe('image/webp')
  expect(picture!.headers.get('content-disposition')).toBe(`inline; filename="_t_.webp"; filename*=UTF-8''%C3%89t%C3%A9.webp`)
  expect(document!.headers.get('content-disposition')).toMatch(/^attachment; filename="bilan.pdf"/)
  for (const { headers } of [picture!, document!])
    expect([headers.get('content-security-policy'), headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([
      "default-src 'none'; sandbox",
      'nosniff',
      'private, no-store',
    ])
  expect(Buffer.from(await document!.arrayBuffer()).equals(pdf)).toBe(true)
  for (const fileId of ids) for (const personId of [other.personId, undefined]) expect((await ask(fileId, personId)).status).toBe(404)
})

test('somebody else finds nothing, whatever they press', async () => {
  const other = await makeHolder(platform.ctx, { received: 0 })
  const { folioId, press, stored } = await begin()
  for (const intent of ['save', 'delete', 'add:text', 'add-file']) expect((await press({ ...BASE, intent }, undefined, other.actor)).status, intent).toBe(404)
  for (const { loader } of [edit, preview]) {
    expect((await callPage(platform.ctx, loader, { actor: other.actor, params: { folioId } })).status).toBe(404)
    expect((await callPage(platform.ctx, loader, { actor: amina.actor, params: { folioId: 'x' } })).status).toBe(404)
  }
  expect(await stored()).toMatchObject({ title: 'Ma page' })
})

test('deleted, it is not in the list', async () => {
  const { folioId, press } = await begin()
  expect((await press({ intent: 'delete' })).location).toBe('/me/folios?done=deleted')
  expect((await callPage(platform.ctx, list.loader, { actor: amina.actor })).data.folios.map((folio: { folioId: string }) => folio.folioId)).not.toContain(folioId)
})
