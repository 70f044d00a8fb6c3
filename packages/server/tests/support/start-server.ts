// The whole platform as people meet it: a listening server with its pages and jobs, a database of its own, and a real SMTP server beside it.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { ServerBuild } from 'react-router'
import { SMTPServer } from 'smtp-server'
import { inject } from 'vitest'
import { allJobs, createApp, createCtx } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Ctx } from '../../src/ctx.ts'
import { connect } from '../../src/db/connect.ts'
import type { SafeFetch } from '../../src/kit/fetch.ts'
import { createBoss, work } from '../../src/kit/jobs.ts'
import { createLogger } from '../../src/kit/log.ts'
import { cloneDatabase } from './clone-database.ts'

export type TestServer = { url: string; ctx: Ctx; mails: ParsedMail[]; waitForMail(to: string, about?: RegExp): Promise<ParsedMail> } & AsyncDisposable

/** `fetch`: the web beyond the platform, as far as a test has one. */
export async function startServer(overrides: Partial<Config> = {}, world: { fetch?: SafeFetch } = {}): Promise<TestServer> {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await cloneDatabase(inject('databaseServer')))
  const mails: ParsedMail[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream)
        .then((mail) => {
          mails.push(mail)
          done()
        })
        .catch(done)
    },
  })
  const smtpPort = await freePort()
  await new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve))
  stack.defer(() => new Promise<void>((resolve) => smtp.close(resolve)))

  const port = await freePort()
  const url = `http://localhost:${port}`
  const log = createLogger(process.env.BOAT_TEST_LOG ?? 'silent')
  const config: Config = {
    mode: 'installation',
    url,
    host: '127.0.0.1',
    port,
    dataDir: '/nonexistent',
    databaseUrl: database.connectionString,
    secretKey: randomBytes(32),
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    mailFrom: 'BOAT <no-reply@boat.test>',
    runsJobs: true,
    trustsProxy: false,
    logLevel: 'silent',
    ...overrides,
  }
  const db = connect(database.connectionString)
  stack.defer(() => db.destroy())
  const boss = await createBoss(database.connectionString, log)
  stack.defer(() => boss.stop({ graceful: true, timeout: 5_000 }))
  const ctx = createCtx({ config, db, boss, log, ...world })
  const build = (await import(/* @vite-ignore */ new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
  const app = await createApp(ctx, build)
  await work(boss, allJobs, ctx, log)
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  stack.defer(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  const open = stack.move()
  return {
    url,
    ctx,
    mails,
    async waitForMail(to, about = /./) {
      for (let tries = 0; tries < 200; tries++) {
        const mail = mails.find((candidate) => recipientsOf(candidate).includes(to) && about.test(candidate.subject ?? ''))
        if (mail) return mail
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`no mail to ${to} about ${about} in 20 s; seen: ${mails.map((mail) => `${recipientsOf(mail)} “${mail.subject}”`).join(', ') || 'none'}`)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const recipientsOf = (mail: ParsedMail) => [mail.to ?? []].flat().flatMap((field) => field.value.map((entry) => entry.address))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
