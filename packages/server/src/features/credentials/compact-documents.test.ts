import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type Ctx } from '#ctx'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { getCredential, issueCredentials } from './index.ts'
import { makeSchool } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let versionId: string

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  versionId = (await makeSchool(ctx)).versionId
})
afterAll(() => platform[Symbol.asyncDispose]())

const rowOf = (id: string) => ctx.db.selectFrom('credential').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const documentOf = async (id: string) => (await getCredential(asSystem(ctx), id)).document as string

test('what the badges of one call share is kept once, and of each only its own values', async () => {
  const issued = await issueCredentials(ctx, { versionId, recipients: ['a', 'b', 'c'].map((name) => ({ name, email: `${name}@example.org`, narrative: `“${name}”\n\\ 😀` })) })
  const rows = await Promise.all(issued.map(({ credentialId }) => rowOf(credentialId)))
  expect(new Set(rows.map(({ frame_id }) => frame_id)).size).toBe(1)
  for (const row of rows) {
    const document = await documentOf(row.id)
    expect(row.document).toBeNull()
    expect(row.frame_values!.join('').length).toBeLessThan(document.length / 3)
    expect(JSON.parse(document)).toMatchObject({ credentialSubject: { narrative: `“${row.recipient_name}”\n\\ 😀` } })
  }
  const [later] = await issueCredentials(ctx, { versionId, recipients: [{ name: 'd', email: 'd@example.org', narrative: 'Autre' }] })
  expect((await rowOf(later!.credentialId)).frame_id).toBe(rows[0]!.frame_id)
  const [other] = await issueCredentials(ctx, { versionId, recipients: [{ name: 'e', evidenceUrl: 'https://example.org/preuve' }] })
  expect((await rowOf(other!.credentialId)).frame_id).not.toBe(rows[0]!.frame_id)
})

test('the database refuses to change any part of it', async () => {
  const [issued] = await issueCredentials(ctx, { versionId, recipients: [{ name: 'f' }] })
  const { frame_id: id } = await rowOf(issued!.credentialId)
  const set = (values: object) => ctx.db.updateTable('credential').set(values).where('id', '=', issued!.credentialId).execute()
  await expect(set({ frame_values: ['x'] })).rejects.toThrow('immutable')
  await expect(set({ frame_id: null, frame_values: null, document: '{}' })).rejects.toThrow('immutable')
  await expect(
    ctx.db
      .updateTable('credential_frame')
      .set({ frame: '{}' })
      .where('id', '=', id as number)
      .execute(),
  ).rejects.toThrow('immutable')
  await expect(
    ctx.db
      .deleteFrom('credential_frame')
      .where('id', '=', id as number)
      .execute(),
  ).rejects.toThrow('immutable')
})

test('a badge that was kept as a whole, as all were before, is read as before', async () => {
  const [issued] = await issueCredentials(ctx, { versionId, recipients: [{ name: 'g' }] })
  const row = await rowOf(issued!.credentialId)
  const document = await documentOf(row.id)
  const former = { ...row, id: ctx.newId(), idempotency_key: 'former', status_index: row.status_index === 0 ? 1 : row.status_index - 1 }
  await ctx.db
    .insertInto('credential')
    .values({ ...former, document, frame_id: null, frame_values: null })
    .execute()
  expect(await documentOf(former.id)).toBe(document)
})
