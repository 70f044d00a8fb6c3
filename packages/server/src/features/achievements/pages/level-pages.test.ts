// Levels in the form, and the badges of the network, as somebody without scripts uses them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../tests/support/make-school.ts'
import { changeLevelRows, levelRows, readLevels } from '../browser/level-form.ts'
import * as badgePage from './achievement.server.ts'
import * as editPage from './edit-achievement.server.ts'
import * as libraryPage from './library.server.ts'
import * as sharedPage from './library-badge.server.ts'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let author: Awaited<ReturnType<typeof makeSchool>>
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  author = await makeSchool(ctx, 'Lycée Genevoix')
})
afterAll(() => platform[Symbol.asyncDispose]())

test('rows of levels are added from a preset, moved and taken out by buttons alone, and keep their ids', () => {
  const preset = changeLevelRows('preset-levels:metals', { 'name.fr': 'Éco' })!
  expect(readLevels(preset).map(({ id }) => id)).toEqual(['bronze', 'argent', 'or'])
  const raised = changeLevelRows('raise-level:2', preset)!
  expect(readLevels(raised).map(({ id }) => id)).toEqual(['bronze', 'or', 'argent'])
  const fewer = changeLevelRows('remove-level:0', raised)!
  expect(levelRows(fewer)).toEqual([0, 1])
  const own = { ...changeLevelRows('add-level', fewer)!, 'level.2.name.fr': 'Or', 'level.2.description.fr': 'Tout.' }
  expect(readLevels(own).map(({ id, name }) => [id, name.fr])).toEqual([
    ['or', 'Or'],
    ['argent', 'Argent'],
    ['or-2', 'Or'],
  ])
  expect(changeLevelRows('save', own)).toBeUndefined()
})

test('a level is written, refused in its own field, published, shared, adopted with a note, and given up', async () => {
  const { actor } = author.designer.ctx
  const words = { 'name.fr': 'Gardien', 'description.fr': 'Protège.', 'criteria.fr': 'Agir.', 'imageAlt.fr': 'Une feuille', imageSource: 'draw' }
  const drawing = {
    'design.shape': 'circle',
    'design.palette': 'lagoon',
    'design.frame': 'line',
    'design.pattern': 'plain',
    'design.symbol': 'icon',
    'design.icon': 'team',
    'design.level': 'none',
  }
  const level = { 'level.0.id': '', 'level.0.name.fr': 'Bronze', 'level.0.description.fr': 'Observe.' }
  const params = { slug: author.slug }
  const refused = await callPage(ctx, editPage.action, { actor, params, form: { ...words, ...drawing, ...level, 'level.0.name.fr': 'B'.repeat(41), intent: 'save' } })
  expect(refused.data).toMatchObject({ problem: { fields: { 'levels.0.name.fr': 'too_long' } } })
  const saved = await callPage(ctx, editPage.action, { actor, params, form: { ...words, ...drawing, ...level, intent: 'save' } })
  const achievementId = /achievements\/([^/]+)\//.exec(saved.location ?? '')![1]!
  const press = (intent: string) => callPage(ctx, badgePage.action, { actor, params: { ...params, achievementId }, form: { intent } })
  await press('publish')
  const here = { actor: school.designer.ctx.actor, params: { slug: school.slug, achievementId } }
  expect((await callPage(ctx, sharedPage.loader, here)).status).toBe(404)
  await press('share')
  const found = await callPage(ctx, libraryPage.loader, { ...here, search: '?q=gardien' })
  expect(found.data).toMatchObject({ badges: [{ name: 'Gardien', levels: ['Bronze'], isAdopted: false, author: { name: 'Lycée Genevoix' } }] })
  await callPage(ctx, libraryPage.action, { ...here, form: { achievementId } })
  await callPage(ctx, sharedPage.action, { ...here, form: { intent: 'note', localNote: 'Au jardin.' } })
  expect((await callPage(ctx, sharedPage.loader, here)).data).toMatchObject({ adoption: { localNote: 'Au jardin.' }, next: null })
  expect((await callPage(ctx, badgePage.loader, { actor, params: { ...params, achievementId } })).data).toMatchObject({ isShared: true, adoptions: [{ version: 1, until: null }] })
  await callPage(ctx, sharedPage.action, { ...here, form: { intent: 'end' } })
  expect((await callPage(ctx, sharedPage.loader, here)).data).toMatchObject({ adoption: null })
})
