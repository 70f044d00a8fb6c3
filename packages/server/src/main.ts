// Process entry: serve (default) | work | migrate | demo:reset | audit. The only file that may exit.
import './config.ts'

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import type { ServerBuild } from 'react-router'
import { allJobs, createApp, createCtx } from './app.ts'
import { type Config, ConfigProblem, readConfig } from './config.ts'
import type { Ctx } from './ctx.ts'
import { connect } from './db/connect.ts'
import { DataFolderProblem, type Embedded, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { createFirstAdministratorLink } from './features/accounts/index.ts'
import { resumePublishing } from './features/ceremonies/index.ts'
import { resumeBatches } from './features/credentials/index.ts'
import { seedDemonstration } from './features/demonstration/index.ts'
import { loadCommunes, verifyAllAudits } from './features/organizations/index.ts'
import { createBoss, declareQueues, work } from './kit/jobs.ts'
import { createLogger } from './kit/log.ts'
import { buildPages, PagesProblem } from './web/build.ts'

const COMMANDS = ['serve', 'work', 'migrate', 'demo:reset', 'audit']
const command = process.argv[2] ?? 'serve'

async function run(config: Config) {
  await using stack = new AsyncDisposableStack()
  if (command === 'serve') buildPages()
  const embedded = config.databaseUrl ? undefined : stack.use(await startEmbedded(config.dataDir))
  if (command === 'demo:reset') await emptyDemonstration(config, embedded)
  const connectionString = config.databaseUrl ?? embedded!.connectionString
  const log = createLogger(config.logLevel)
  const db = connect(connectionString)
  stack.defer(() => db.destroy())
  await migrate(db)
  if (command === 'migrate') return
  const boss = await createBoss(connectionString, log)
  stack.defer(() => boss.stop({ graceful: true, timeout: 10_000 }))
  await declareQueues(boss, allJobs)
  const ctx = createCtx({ config, db, boss, log })
  if (command === 'audit') return printAudits(ctx)
  await loadCommunes(ctx)
  if (config.mode === 'demonstration') await seedDemonstration(ctx)
  if (command === 'demo:reset') return console.log('\n  La démonstration est remise à neuf. / The demonstration is as new.\n')
  if (config.runsJobs || command === 'work') {
    await resumeBatches(ctx)
    await resumePublishing(ctx)
    await work(boss, allJobs, ctx, log)
  }
  if (command === 'serve') {
    const close = await listen(ctx)
    stack.defer(close)
    await greet(ctx)
  }
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

async function listen(ctx: Ctx): Promise<() => Promise<void>> {
  const build = (await import(new URL('../build/server/index.js', import.meta.url).href)) as ServerBuild
  const app = await createApp(ctx, build)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: ctx.config.port, hostname: ctx.config.host }, () => resolve(listening))
    listening.on('error', reject)
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
}

async function greet(ctx: Ctx) {
  const { url, mode, dataDir, databaseUrl } = ctx.config
  if (mode === 'demonstration') {
    console.log(`
  BOAT est prêt : ${url}
  Pour entrer, un clic par rôle : ${url}/sign-in
  Les courriels ne partent pas : ${url}/network/mails

  BOAT is ready. Sign in with one click per role. Data: ${dataDir}. Stop with Ctrl-C.
`)
    return
  }
  console.log(`\n  BOAT: ${url} (database: ${databaseUrl ? 'DATABASE_URL' : dataDir})\n`)
  const link = await createFirstAdministratorLink(ctx)
  if (link) console.log(`  Nobody administers this network yet. Make the first account here, once, within 24 hours:\n  ${link.url}\n`)
}

/** The log of each structure, whole or not; one that is broken ends the command with a fault. */
async function printAudits(ctx: Ctx) {
  const reports = await verifyAllAudits(ctx)
  for (const { slug, lineCount, brokenAt, lastSeal } of reports)
    console.log(brokenAt === undefined ? `${slug}: ${lineCount} lines, intact, last seal ${lastSeal}` : `${slug}: BROKEN at line ${brokenAt}`)
  if (reports.some(({ brokenAt }) => brokenAt !== undefined)) throw new ConfigProblem('A log of decisions was changed after the fact. Compare it with a backup.')
}

async function emptyDemonstration(config: Config, embedded: Embedded | undefined) {
  if (config.mode !== 'demonstration' || !embedded) throw new ConfigProblem('demo:reset only empties a demonstration. Unset BOAT_URL and DATABASE_URL.')
  const admin = connect(embedded.databaseUrl('postgres'), 1)
  await sql`drop database boat with (force)`.execute(admin)
  await sql`create database boat`.execute(admin)
  await admin.destroy()
  await rm(join(config.dataDir, 'mail'), { recursive: true, force: true })
}

try {
  if (!COMMANDS.includes(command)) throw new ConfigProblem(`Unknown command “${command}”. Commands: ${COMMANDS.join(', ')}.`)
  await run(readConfig())
  process.exit(0)
} catch (error) {
  if (error instanceof ConfigProblem || error instanceof DataFolderProblem || error instanceof PagesProblem) console.error(`\n  ${error.message}\n`)
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    console.error(`\n  Port ${(error as { port?: number }).port} is taken by another program. Stop it, or choose another: PORT=3001 npm start\n`)
  else console.error(error)
  process.exit(1)
}
