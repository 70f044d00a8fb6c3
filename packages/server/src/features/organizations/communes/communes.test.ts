import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { loadCommunes, searchCommunes } from '../index.ts'
import { resolveCommune } from './search-communes.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeApp()
  await loadCommunes(app.ctx)
}, 60_000)
afterAll(() => app[Symbol.asyncDispose]())

const names = async (text: string) => (await searchCommunes(app.ctx, text)).map(({ name, departmentCode }) => `${name} (${departmentCode})`)

it('the official list is loaded once', async () => {
  const { count } = await app.ctx.db
    .selectFrom('commune')
    .select((select) => select.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBeGreaterThan(34_000)
  expect(await loadCommunes(app.ctx)).toBe(0)
})

it.each([
  ['poitiers', 'Poitiers (86)'],
  ['POITIERS (86)', 'Poitiers (86)'],
  ['chatellerault', 'Châtellerault (86)'],
  ['st benoit 86', 'Saint-Benoît (86)'],
  ['ste soulle', 'Sainte-Soulle (17)'],
  ['la roche sur yon', 'La Roche-sur-Yon (85)'],
  ['l’isle-jourdain 86', "L'Isle-Jourdain (86)"],
  ['86000', 'Poitiers (86)'],
  ['86530', 'Naintré (86)'],
  ['ajaccio 2a', 'Ajaccio (2A)'],
])('« %s » finds %s first', async (typed, found) => {
  expect((await names(typed))[0]).toBe(found)
})

it('the beginning of a name comes first, the larger place before the smaller', async () => {
  expect((await names('saint-jean')).slice(0, 2)).toEqual(['Saint-Jean (31)', expect.stringContaining('Saint-Jean')])
  expect((await names('bord'))[0]).toBe('Bordeaux (33)')
})

it('a slip of the finger is forgiven', async () => {
  expect(await names('chatelerault')).toContain('Châtellerault (86)')
})

it('one letter, nothing, or signs find nothing', async () => {
  expect(await names('p')).toEqual([])
  expect(await names(' %_ ')).toEqual([])
})

it('a form names a place by the code that was chosen, else by a text that can only mean one', async () => {
  expect(await resolveCommune(app.ctx, { code: '86194', text: 'Poitiers (86)' })).toBe('86194')
  expect(await resolveCommune(app.ctx, { text: 'Poitiers (86)' })).toBe('86194')
  expect(await resolveCommune(app.ctx, { code: '86194', text: '' })).toBe('86194')
  expect(await resolveCommune(app.ctx, { text: 'naintre' })).toBe('86174')
  expect(await resolveCommune(app.ctx, {})).toBeUndefined()
  // The text was changed after the choice: the choice no longer holds.
  expect(await resolveCommune(app.ctx, { code: '86194', text: 'Naintré (86)' })).toBe('86174')
})

it('a place that could be several is asked about', async () => {
  await expect(resolveCommune(app.ctx, { text: 'saint benoit' })).rejects.toMatchObject({
    code: 'commune_unclear',
    detail: { choices: expect.arrayContaining([expect.objectContaining({ code: '86214' })]) },
  })
  await expect(resolveCommune(app.ctx, { text: 'Qqqzzzwww' })).rejects.toMatchObject({ code: 'commune_unclear', detail: { choices: [] } })
})

it('the API answers anybody, and refuses a question that is none', async () => {
  const answer = await app.app.request('/api/v1/communes?q=naintr%C3%A9')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ communes: [{ code: '86174', name: 'Naintré', departmentCode: '86', postalCodes: ['86530'], population: expect.any(Number) }] })
  const refused = await app.app.request('/api/v1/communes')
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ code: 'invalid_input', problems: [{ path: 'q' }] })
})
