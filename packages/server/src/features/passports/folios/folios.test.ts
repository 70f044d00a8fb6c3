import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, asSystem, type Ctx } from '#ctx'
import { respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { writeNote } from '../collection/write-note.ts'
import { removeImport } from '../imports/read-imports.ts'
import { type Holder, makeHolder } from '../passports.fixture.ts'
import { openShare } from '../shares/open-share.ts'
import { addFile } from './add-file.ts'
import { createFolio } from './create-folio.ts'
import { deleteFolio } from './delete-folio.ts'
import { type Block, MAX_BLOCKS, MAX_FOLIOS } from './folio.schema.ts'
import { listFolios } from './list-folios.ts'
import { presentFolio } from './pages/present-folio.ts'
import { findFolio } from './read-folio.ts'
import { readFolioFile } from './read-folio-file.ts'
import { saveFolio } from './save-folio.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1')
const fileAt = (fileId: string) => `/s/token/files/${fileId}`

let platform: TestApp
let amina: Holder
let photo: Buffer
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx)
  photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#c96' } })
    .withExif({ IFD0: { Make: 'Telephone' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.setNow(NOW))

const id = () => crypto.randomUUID()
const text = (markdown: string): Block => ({ kind: 'text', id: id(), markdown })
const badges = (badgeIds: string[], withSentences = true): Block => ({ kind: 'badges', id: id(), badgeIds, layout: 'list', withSentences })

async function compose(ctx: Ctx, blocks: unknown[], title = 'Une page') {
  const { folioId } = await createFolio(ctx, 'blank')
  const { changedAt } = await saveFolio(ctx, { folioId, basedOn: NOW, content: { title, introduction: '', blocks } })
  return { folioId, changedAt }
}
const show = (folioId: string, ctx: Ctx = asSystem(platform.ctx)) => presentFolio(ctx, folioId, { fileAt, pictureAt: (badgeId) => `/s/token/pictures/${badgeId}.png` })
const shownNames = async (folioId: string) => (await show(folioId))!.blocks.flatMap((block) => (block.kind === 'badges' ? block.badges.map(({ badgeId }) => badgeId) : []))

describe('a new page', () => {
  test('for an internship has headings, words that whisper, and the newest badges', async () => {
    const { folioId } = await createFolio(amina.ctx, 'internship')
    const folio = (await findFolio(amina.ctx, folioId))!
    expect(folio.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(4)
    expect(folio.blocks.find(({ kind }) => kind === 'badges')).toMatchObject({ badgeIds: expect.arrayContaining([amina.credentialIds[0]]) })
    expect(folio.blocks.filter((block) => block.kind === 'text').every(({ markdown, hint }) => markdown === '' && hint !== undefined)).toBe(true)
    // To a visitor, only what was written: what heads nothing is not there either.
    expect((await show(folioId))!.blocks.map(({ kind }) => kind)).toEqual(['heading', 'badges'])
  })

  test('is one of forty at most', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    for (let i = 0; i < MAX_FOLIOS; i++) await createFolio(holder.ctx, 'blank')
    await expect(createFolio(holder.ctx, 'blank')).rejects.toMatchObject({ code: 'too_many_folios', detail: { max: MAX_FOLIOS } })
  })

  test('stands in the list with its badges, the last one changed first', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1, imported: [] })
    const first = await compose(holder.ctx, [badges(holder.credentialIds)], 'Avec un badge')
    platform.setNow(new Date(NOW.getTime() + 60_000))
    await createFolio(holder.ctx, 'commitments')
    await openShare(holder.ctx, { scope: 'folio', folioId: first.folioId })
    const listed = await listFolios(holder.ctx)
    expect(listed.map(({ badgeCount, openShares }) => ({ badgeCount, openShares }))).toEqual([
      { badgeCount: 1, openShares: 0 },
      { badgeCount: 1, openShares: 1 },
    ])
    expect(listed[1]!.badges.map(({ badgeId }) => badgeId)).toEqual(holder.credentialIds)
  })
})

describe('what a visitor sees', () => {
  test('is what was composed, in its order, with addresses that are the visitor’s', async () => {
    const [received, imported] = [amina.credentialIds[0]!, amina.importedIds[0]!]
    await writeNote(amina.ctx, { badgeId: received, sentence: 'Ma première équipe.' })
    const { folioId } = await createFolio(amina.ctx, 'blank')
    const { fileId } = await addFile(amina.ctx, folioId, { fileName: 'chorale.jpg', bytes: photo })
    await saveFolio(amina.ctx, {
      folioId,
      basedOn: NOW,
      content: {
        title: 'Ce que je sais faire',
        introduction: 'En deux mots.',
        blocks: [
          { kind: 'heading', id: id(), text: 'Chanter' },
          text('Avec **eux**.'),
          badges([received, imported]),
          { kind: 'file', id: id(), fileId, caption: 'Le concert' },
          { kind: 'link', id: id(), address: 'www.exemple.fr/concert', title: '', note: '' },
        ],
      },
      alts: new Map([[fileId, 'Vingt choristes sur scène']]),
    })
    const folio = (await show(folioId))!
    expect(folio).toMatchObject({ title: 'Ce que je sais faire', introduction: 'En deux mots.', personName: 'Amina Benali', leftOut: [] })
    expect(folio.blocks).toMatchObject([
      { kind: 'heading', text: 'Chanter' },
      { kind: 'text', html: '<p>Avec <strong>eux</strong>.</p>\n' },
      { kind: 'badges', badges: [{ badgeId: received, sentence: 'Ma première équipe.', address: null }, { badgeId: imported }] },
      { kind: 'file', isPhoto: true, alt: 'Vingt choristes sur scène', caption: 'Le concert', address: `/s/token/files/${fileId}` },
      { kind: 'link', address: 'https://www.exemple.fr/concert', host: 'exemple.fr' },
    ])
  })

  test('has no sentence where its person wants none', async () => {
    await writeNote(amina.ctx, { badgeId: amina.credentialIds[1]!, sentence: 'Pour moi seule.' })
    const { folioId } = await compose(amina.ctx, [badges([amina.credentialIds[1]!], false)])
    expect(JSON.stringify(await show(folioId))).not.toContain('Pour moi seule')
  })

  test('holds no badge that was revoked, declined or taken out since; its person is told which', async () => {
    const holder = await makeHolder(platform.ctx)
    const [revoked, declined, kept] = holder.credentialIds as [string, string, string]
    const { folioId } = await compose(holder.ctx, [badges([revoked, declined, kept, ...holder.importedIds])])
    expect(await shownNames(folioId)).toHaveLength(4)
    await revokeCredential(asSystem(platform.ctx), { credentialId: revoked, reason: 'Erreur de saisie' })
    await respondToCredential(holder.ctx, { credentialId: declined, response: 'declined' })
    await removeImport(holder.ctx, holder.importedIds[0]!)
    expect(await shownNames(folioId)).toEqual([kept])
    expect((await show(folioId))!.leftOut).toEqual([])
    expect((await show(folioId, holder.ctx))!.leftOut).toMatchObject([
      { badgeId: revoked, why: 'revoked' },
      { badgeId: declined, why: 'declined' },
    ])
  })

  test('runs nothing: not in a text, not behind a link', async () => {
    const { folioId, changedAt } = await compose(amina.ctx, [
      text('<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1))'),
      { kind: 'heading', id: id(), text: '<b>x</b>' },
    ])
    const [block] = (await show(folioId))!.blocks
    expect(block).toMatchObject({ kind: 'text', html: expect.not.stringMatching(/<(?:script|img)|href="javascript/) })
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'ftp://x.fr', 'https://', 'deux mots', 'localhost'])
      await expect(
        saveFolio(amina.ctx, { folioId, basedOn: changedAt, content: { title: 'x', introduction: '', blocks: [{ kind: 'link', id: id(), address, title: '', note: '' }] } }),
        address,
      ).rejects.toMatchObject({ issues: [{ path: ['blocks', 0, 'address'], message: 'address' }] })
  })
})

describe('saving', () => {
  test('over what another tab has saved is refused, and says when; then one decides', async () => {
    const { folioId, changedAt } = await compose(amina.ctx, [text('Ensemble')])
    platform.setNow(new Date(NOW.getTime() + 60_000))
    const here = { title: 'Ici', introduction: '', blocks: [text('Écrit ici')] }
    const first = await saveFolio(amina.ctx, { folioId, basedOn: changedAt, content: { title: 'Là', introduction: 'Bonjour', blocks: [text('Écrit là')] } })
    const stale = saveFolio(amina.ctx, { folioId, basedOn: changedAt, content: here })
    await expect(stale).rejects.toMatchObject({ code: 'folio_changed', status: 409, detail: { changedAt: first.changedAt.toISOString() } })
    expect(await findFolio(amina.ctx, folioId)).toMatchObject({ title: 'Là' })
    await saveFolio(amina.ctx, { folioId, basedOn: first.changedAt, content: here, keepsBoth: true })
    expect(await findFolio(amina.ctx, folioId)).toMatchObject({ title: 'Ici', blocks: [{ markdown: 'Écrit ici' }, { markdown: 'Bonjour' }, { markdown: 'Écrit là' }] })
  })

  test('in the same millisecond is still seen', async () => {
    const { folioId } = await createFolio(amina.ctx, 'blank')
    await saveFolio(amina.ctx, { folioId, basedOn: NOW, content: { title: 'Un', introduction: '', blocks: [] } })
    await expect(saveFolio(amina.ctx, { folioId, basedOn: NOW, content: { title: 'Deux', introduction: '', blocks: [] } })).rejects.toMatchObject({ code: 'folio_changed' })
  })

  test('two tabs at once: one of them is told', async () => {
    const { folioId } = await createFolio(amina.ctx, 'blank')
    const outcomes = await Promise.allSettled(['Un', 'Deux'].map((title) => saveFolio(amina.ctx, { folioId, basedOn: NOW, content: { title, introduction: '', blocks: [] } })))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('twice the same is no quarrel', async () => {
    const { folioId } = await createFolio(amina.ctx, 'blank')
    const same = { folioId, basedOn: NOW, content: { title: 'Un', introduction: '', blocks: [badges(amina.credentialIds)] } }
    const { changedAt } = await saveFolio(amina.ctx, same)
    platform.setNow(new Date(NOW.getTime() + 60_000))
    expect(await saveFolio(amina.ctx, same)).toEqual({ changedAt, lost: 0 })
  })

  test('keeps one’s own badges and the files of this page only', async () => {
    const other = await makeHolder(platform.ctx, { received: 1 })
    const elsewhere = await createFolio(amina.ctx, 'blank')
    const { fileId } = await addFile(amina.ctx, elsewhere.folioId, { fileName: 'une.jpg', bytes: photo })
    const { folioId } = await createFolio(amina.ctx, 'blank')
    const blocks = [badges([other.credentialIds[0]!, amina.credentialIds[0]!]), { kind: 'file', id: id(), fileId, caption: '' }]
    expect(await saveFolio(amina.ctx, { folioId, basedOn: NOW, content: { title: 'x', introduction: '', blocks } })).toMatchObject({ lost: 1 })
    expect((await findFolio(amina.ctx, folioId))!.blocks).toMatchObject([{ badgeIds: [amina.credentialIds[0]] }])
  })

  test('names the field: no title, too much of everything', async () => {
    const { folioId } = await createFolio(amina.ctx, 'blank')
    const save = (content: { title: string; introduction: string; blocks: unknown[] }) => saveFolio(amina.ctx, { folioId, basedOn: NOW, content })
    await expect(save({ title: ' ', introduction: '', blocks: [] })).rejects.toMatchObject({ issues: [{ path: ['title'], message: 'required' }] })
    await expect(save({ title: 'x', introduction: '', blocks: [text('a'.repeat(8001))] })).rejects.toMatchObject({
      issues: [{ path: ['blocks', 0, 'markdown'], message: 'too_long' }],
    })
    const many = Array.from({ length: MAX_BLOCKS + 1 }, () => text('a'))
    await expect(save({ title: 'x', introduction: '', blocks: many })).rejects.toMatchObject({ issues: [{ path: ['blocks'], message: 'too_many' }] })
  })
})

describe('a file', () => {
  const make = () => createFolio(amina.ctx, 'blank')

  test('is drawn anew, and read by its person at once, by the platform once it stands on the page', async () => {
    const { folioId } = await make()
    const { fileId, isPhoto } = await addFile(amina.ctx, folioId, { fileName: 'chorale.jpg', bytes: photo })
    expect(isPhoto).toBe(true)
    const { bytes, mediaType } = await readFolioFile(amina.ctx, { folioId, fileId })
    expect(mediaType).toBe('image/webp')
    expect(bytes.includes('Telephone')).toBe(false)
    expect((await sharp((await readFolioFile(amina.ctx, { folioId, fileId, isThumbnail: true })).bytes).metadata()).width).toBe(320)
    await expect(readFolioFile(asSystem(platform.ctx), { folioId, fileId })).rejects.toMatchObject({ status: 404 })
    await saveFolio(amina.ctx, { folioId, basedOn: NOW, content: { title: 'x', introduction: '', blocks: [{ kind: 'file', id: id(), fileId, caption: '' }] } })
    expect((await readFolioFile(asSystem(platform.ctx), { folioId, fileId })).bytes.equals(bytes)).toBe(true)
  })

  test('goes when it no longer stands on the page; one that never did waits a day', async () => {
    const { folioId } = await make()
    const { fileId } = await addFile(amina.ctx, folioId, { fileName: 'un.pdf', bytes: PDF })
    const draft = await addFile(amina.ctx, folioId, { fileName: 'deux.pdf', bytes: PDF })
    const save = (basedOn: Date, title: string, blocks: Block[]) => saveFolio(amina.ctx, { folioId, basedOn, content: { title, introduction: '', blocks } })
    const one = await save(NOW, 'a', [{ kind: 'file', id: id(), fileId, caption: '' }])
    const two = await save(one.changedAt, 'b', [])
    await expect(readFolioFile(amina.ctx, { folioId, fileId })).rejects.toMatchObject({ status: 404 })
    expect((await readFolioFile(amina.ctx, { folioId, fileId: draft.fileId })).fileName).toBe('deux.pdf')
    platform.setNow(new Date(NOW.getTime() + 25 * 3_600_000))
    await save(two.changedAt, 'c', [])
    await expect(readFolioFile(amina.ctx, { folioId, fileId: draft.fileId })).rejects.toMatchObject({ status: 404 })
  })

  test('is refused for what it is, whatever it is called', async () => {
    const { folioId } = await make()
    const add = (fileName: string, bytes: Buffer) => addFile(amina.ctx, folioId, { fileName, bytes })
    await expect(add('dessin.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).rejects.toMatchObject({ code: 'file_refused' })
    await expect(add('page.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'))).rejects.toMatchObject({ code: 'file_refused' })
    await expect(add('lourd.pdf', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024), PDF]))).rejects.toMatchObject({
      code: 'file_too_large',
      detail: { name: 'lourd.pdf', max: 10 },
    })
  })

  test('does not fit beside sixty megabytes', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const { folioId } = await createFolio(holder.ctx, 'blank')
    const heavy = Buffer.concat([PDF, Buffer.alloc(9.9 * 1024 * 1024), PDF])
    for (let i = 0; i < 6; i++) await addFile(holder.ctx, folioId, { fileName: `${i}.pdf`, bytes: heavy })
    await expect(addFile(holder.ctx, folioId, { fileName: 'sept.pdf', bytes: heavy })).rejects.toMatchObject({ code: 'folio_files_full', detail: { name: 'sept.pdf', max: 60 } })
  })

  test('a hundred times a day, then no more', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const { folioId } = await createFolio(holder.ctx, 'blank')
    for (let i = 0; i < 100; i++) await addFile(holder.ctx, folioId, { fileName: 'a.pdf', bytes: PDF })
    await expect(addFile(holder.ctx, folioId, { fileName: 'a.pdf', bytes: PDF })).rejects.toMatchObject({ code: 'too_many_uploads' })
  })
})

test('nobody else reads, changes or deletes a page; deleted, it is gone with its address', async () => {
  const other = await makeHolder(platform.ctx, { received: 0 })
  const { folioId } = await createFolio(amina.ctx, 'blank')
  const { fileId } = await addFile(amina.ctx, folioId, { fileName: 'un.pdf', bytes: PDF })
  expect(await show(folioId, other.ctx)).toBeUndefined()
  expect(await show(folioId, as(platform.ctx, { kind: 'anonymous' }))).toBeUndefined()
  expect((await listFolios(other.ctx)).length).toBe(0)
  await expect(readFolioFile(other.ctx, { folioId, fileId })).rejects.toMatchObject({ status: 404 })
  await expect(addFile(other.ctx, folioId, { fileName: 'a.pdf', bytes: PDF })).rejects.toMatchObject({ status: 404 })
  await expect(saveFolio(other.ctx, { folioId, basedOn: NOW, content: { title: 'x', introduction: '', blocks: [] } })).rejects.toMatchObject({ status: 404 })
  await expect(deleteFolio(other.ctx, folioId)).rejects.toMatchObject({ status: 404 })
  await openShare(amina.ctx, { scope: 'folio', folioId })
  await deleteFolio(amina.ctx, folioId)
  expect(await show(folioId)).toBeUndefined()
  expect(await platform.ctx.db.selectFrom('share').select('id').where('folio_id', '=', folioId).execute()).toEqual([])
  await expect(deleteFolio(amina.ctx, folioId)).rejects.toMatchObject({ status: 404 })
})
