import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type TestApp } from './support/make-app.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())

test('a session opened for a person is found again by its token, and by no other', async () => {
  const { ctx } = platform
  const { openSession, findSession } = await import('../src/features/accounts/index.ts')
  await ctx.db.insertInto('person').values({ id: ctx.newId(), given_name: 'Zoé', created_at: ctx.now() }).execute()
  const { id } = await ctx.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  const { token } = await openSession(ctx, { personId: id, method: 'password', userAgent: '', address: '' })
  expect((await findSession(ctx, token))?.actor).toMatchObject({ kind: 'person', personId: id })
  expect(await findSession(ctx, `${token}x`)).toBeUndefined()
})

test('an address whose query holds a NUL leads to the same address without, on this platform only', async () => {
  const { app } = platform
  const asked = await app.request('/api/v1/openapi.json?q=a%00b&view=list')
  expect({ status: asked.status, location: asked.headers.get('location') }).toEqual({ status: 302, location: '?q=ab&view=list' })
  expect((await app.request('//elsewhere.example/?q=%00')).headers.get('location')).toBe('?q=')
  // Whoever nests one in another only walks further.
  expect((await app.request('/me/badges?q=%0%000')).headers.get('location')).toBe('?q=%00')
  expect((await app.request('/api/v1/openapi.json?q=%2500')).status).toBe(200)
})
