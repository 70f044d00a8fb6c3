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
