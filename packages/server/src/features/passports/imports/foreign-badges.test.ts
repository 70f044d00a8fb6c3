import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { listCollection } from '../collection/list-collection.ts'
import { type ForeignBadge, fetchFrom, makeForeignBadges } from '../foreign-badges.fixture.ts'
import { makeHolder } from '../passports.fixture.ts'
import { importBadge } from './import-badge.ts'
import { getImport, readImportedFile } from './read-imports.ts'

let platform: TestApp
let foreign: Awaited<ReturnType<typeof makeForeignBadges>>
beforeAll(async () => {
  platform = await makeApp()
  foreign = await makeForeignBadges('amina@example.org')
})
afterAll(() => platform[Symbol.asyncDispose]())

test('badges of other platforms come in with what is true of each, and their files come back to the byte', async () => {
  const holder = await makeHolder({ ...platform.ctx, fetch: fetchFrom(foreign.web) }, { received: 0, imported: [] })
  const bring = async ({ file, bytes }: ForeignBadge) => {
    const imported = await importBadge(holder.ctx, { fileName: file, bytes })
    if (!('importedId' in imported)) throw new Error(`${file} is of here`)
    const { summary, state, version } = await getImport(holder.ctx, imported.importedId)
    const back = await readImportedFile(holder.ctx, imported.importedId)
    return { file, name: summary.name, state, version, isSame: back.bytes.equals(bytes) }
  }
  const found = []
  for (const badge of foreign.badges) found.push(await bring(badge))
  expect(found).toEqual(foreign.badges.map(({ file, name, state, version }) => ({ file, name, state, version, isSame: true })))
  const listed = await listCollection(holder.ctx, holder.personId)
  const skillsOf = (name: string) => listed.find((badge) => badge.badgeName === name)!.skills.map((skill) => `${skill.kind} ${skill.name}`)
  expect(listed.every(({ imported }) => imported && !('document' in imported))).toBe(true)
  expect(skillsOf('Animation d’atelier')).toEqual(['alignment Animer un groupe', 'keyword animation'])
  expect(skillsOf(foreign.badges.find(({ version }) => version === '3.0')!.name!)).toEqual(['alignment Communiquer à l’oral', 'keyword engagement'])
  for (const { file, bytes } of foreign.noBadges) await expect(importBadge(holder.ctx, { fileName: file, bytes })).rejects.toMatchObject({ name: 'Refusal' })
})
