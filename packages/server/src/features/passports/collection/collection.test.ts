import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { FOREIGN, FOREIGN_ALIGNED, makeHolder } from '../passports.fixture.ts'
import { listCollection } from './list-collection.ts'
import { writeNote } from './write-note.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())

describe('one collection', () => {
  test('holds what was issued here and what was brought, with the skills each names', async () => {
    const holder = await makeHolder(platform.ctx, { received: 2, imported: [FOREIGN, FOREIGN_ALIGNED] })
    const badges = await listCollection(holder.ctx, holder.personId)
    expect(badges.map(({ kind }) => kind).toSorted()).toEqual(['imported', 'imported', 'received', 'received'])
    const received = badges.find(({ badgeId }) => badgeId === holder.credentialIds[0])!
    expect(received).toMatchObject({ name: 'Badge 1 : travailler en équipe', issuerName: 'Université de Poitiers', state: 'valid', sentence: '', tags: [] })
    expect(received.skills.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['alignment Travailler en équipe', 'keyword engagement', 'keyword thème 0'])
    expect(badges.find(({ name }) => name === 'Text analysis')!.skills[0]).toMatchObject({ kind: 'alignment' })
  })

  test('keeps a sentence and words of their own; what is not given stays', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1 })
    const badgeId = holder.importedIds[0]!
    await writeNote(holder.ctx, { badgeId, sentence: 'Mon premier projet à plusieurs.' })
    await writeNote(holder.ctx, { badgeId, tags: ['emploi', 'emploi'] })
    expect((await listCollection(holder.ctx, holder.personId)).find((badge) => badge.badgeId === badgeId)).toMatchObject({
      sentence: 'Mon premier projet à plusieurs.',
      tags: ['emploi'],
    })
  })

  test('is nobody else’s to read or write', async () => {
    const [one, other] = [await makeHolder(platform.ctx, { received: 1 }), await makeHolder(platform.ctx, { received: 0 })]
    await expect(listCollection(other.ctx, one.personId)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(writeNote(other.ctx, { badgeId: one.credentialIds[0]!, sentence: 'à moi' })).rejects.toMatchObject({ status: 404 })
    expect(await listCollection(asSystem(platform.ctx), one.personId)).toHaveLength(2)
  })
})
