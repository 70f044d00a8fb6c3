import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { cloneDatabase } from '../../tests/support/clone-database.ts'
import { connect } from '../db/connect.ts'
import { createBoss, declareQueues, defineJob, jobsOn, work } from './jobs.ts'
import { createLogger } from './log.ts'

const log = createLogger('silent')
const seen: number[] = []
const failing = new Set<number>()
const noteNumber = defineJob({
  name: 'kit.note-number',
  schema: z.object({ number: z.number() }),
  async handle(_ctx: object, { number }) {
    if (failing.delete(number)) throw new Error('once')
    seen.push(number)
  },
})

let stack: AsyncDisposableStack
let db: ReturnType<typeof connect>
let boss: Awaited<ReturnType<typeof createBoss>>
beforeAll(async () => {
  stack = new AsyncDisposableStack()
  const { connectionString, ...database } = await cloneDatabase(inject('databaseServer'))
  stack.use(database)
  db = connect(connectionString, 2)
  stack.defer(() => db.destroy())
  boss = await createBoss(connectionString, log)
  stack.defer(() => boss.stop({ graceful: false }))
  await declareQueues(boss, [noteNumber])
  await work(boss, [noteNumber], {}, log)
})
afterAll(() => stack.disposeAsync())

const until = async (isDone: () => boolean) => {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20))
}

// Looking only every five seconds, it would take two minutes.
test('jobs that come in together are done one after the other, without a wait between them, also past one that fails', { timeout: 20_000 }, async () => {
  failing.add(3)
  await db.transaction().execute(async (trx) => {
    for (let number = 0; number < 30; number++) await jobsOn(boss, trx).send(noteNumber, { number })
  })
  await until(() => seen.length >= 29)
  expect(seen.slice(0, 29)).toEqual(Array.from({ length: 30 }, (_, index) => index).filter((number) => number !== 3))
  await until(() => seen.length === 30)
  expect(seen.at(-1)).toBe(3)
})

test('what is sent in a transaction that fails does not exist', async () => {
  seen.length = 0
  const failed = db.transaction().execute(async (trx) => {
    await jobsOn(boss, trx).send(noteNumber, { number: 1 })
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  await jobsOn(boss, db).send(noteNumber, { number: 2 })
  await until(() => seen.length > 0)
  expect(seen).toEqual([2])
})
