import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { FOREIGN, FOREIGN_ALIGNED, makeHolder } from '../passports.fixture.ts'
import { findCollected, listCollection } from './list-collection.ts'
import { alignmentsOf, readSkills } from './read-skills.ts'
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

  test('finds of it what is asked for by id, in its order, and nothing that is not there', async () => {
    const [one, other] = [await makeHolder(platform.ctx, { received: 2 }), await makeHolder(platform.ctx, { received: 1, imported: [] })]
    const badgeId = one.importedIds[0]!
    await writeNote(one.ctx, { badgeId, sentence: 'Là-bas.' })
    const all = await listCollection(one.ctx, one.personId)
    const asked = [other.credentialIds[0]!, badgeId, badgeId, 'rien', platform.ctx.newId(), one.credentialIds[1]!]
    const wanted = [one.credentialIds[1], badgeId]
    expect(await findCollected(one.ctx, one.personId, asked)).toEqual(all.filter((badge) => wanted.includes(badge.badgeId)))
    expect(await findCollected(asSystem(platform.ctx), one.personId, ['rien'])).toEqual([])
    for (const ids of [[], [badgeId]]) await expect(findCollected(other.ctx, one.personId, ids)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('reads the skills of a badge of before 2.0 in the words of its time', () => {
    const said = { version: '1.0' as const, alignments: [{ name: 'Robotique', url: 'https://competences.example/robots' }, 'Rien'], keywords: ['été', null] }
    expect(readSkills(...alignmentsOf(said))).toEqual([
      { name: 'Robotique', framework: null, url: 'https://competences.example/robots', kind: 'alignment' },
      { name: 'été', framework: null, url: null, kind: 'keyword' },
    ])
  })

  test('is nobody else’s to read or write', async () => {
    const [one, other] = [await makeHolder(platform.ctx, { received: 1 }), await makeHolder(platform.ctx, { received: 0 })]
    await expect(listCollection(other.ctx, one.personId)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(writeNote(other.ctx, { badgeId: one.credentialIds[0]!, sentence: 'à moi' })).rejects.toMatchObject({ status: 404 })
    expect(await listCollection(asSystem(platform.ctx), one.personId)).toHaveLength(2)
  })
})
