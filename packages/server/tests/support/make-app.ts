// A whole platform for a test file: its own database, a clock that stands still, mail that is kept, jobs that run when told.
import { randomBytes } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { inject } from 'vitest'
import { type App, allJobs, createApp, createCtx } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Ctx } from '../../src/ctx.ts'
import { connect } from '../../src/db/connect.ts'
import { createLogger } from '../../src/kit/log.ts'
import type { Mail } from '../../src/kit/mail.ts'
import { cloneDatabase } from './clone-database.ts'

export type TestApp = {
  app: App
  /** The platform's own Ctx. `as(ctx, actor)` gives another actor's. */
  ctx: Ctx
  mails: Mail[]
  /** Moves the clock. */
  setNow(now: Date): void
  /** Runs every waiting job, and those they send, until none is left. A job that fails throws. */
  runJobs(): Promise<void>
} & AsyncDisposable

export const TEST_ORIGIN = 'http://localhost:3999'

export async function makeApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const database = await cloneDatabase(inject('databaseServer'))
  const { connectionString } = database
  const db = connect(connectionString, 4)
  const log = createLogger('silent')
  const boss = new PgBoss({ connectionString, schema: 'job', supervise: false, schedule: false, migrate: false, max: 2 })
  await boss.start()
  const mails: Mail[] = []
  let now = new Date('2026-11-23T09:00:00Z')
  const config: Config = {
    mode: 'demonstration',
    url: TEST_ORIGIN,
    host: '127.0.0.1',
    port: 3999,
    dataDir: '/nonexistent',
    databaseUrl: connectionString,
    secretKey: randomBytes(32),
    smtpUrl: undefined,
    mailFrom: 'BOAT <no-reply@localhost>',
    runsJobs: true,
    trustsProxy: false,
    logLevel: 'silent',
    ...overrides,
  }
  const ctx = createCtx({ config, db, boss, log, now: () => now, mailTransport: { kind: 'fake', send: async (mail) => void mails.push(mail) } })
  const app = await createApp(ctx)
  return {
    app,
    ctx,
    mails,
    setNow: (next) => {
      now = next
    },
    runJobs: () => runJobs(boss, ctx),
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: false })
      await db.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}

async function runJobs(boss: PgBoss, ctx: Ctx) {
  for (let busy = true; busy; ) {
    busy = false
    for (const job of allJobs)
      for (const received of await boss.fetch<object>(job.name, { batchSize: 50 })) {
        busy = true
        await job.handle(ctx, job.schema.parse(received.data))
        await boss.complete(job.name, received.id)
      }
  }
}
