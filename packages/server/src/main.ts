// Process entry: serve | work | migrate | demo:reset. The only file that may exit.
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { allJobs, createApp, createCtx } from './app.ts'
import { type Config, ConfigProblem, readConfig } from './config.ts'
import { connect } from './db/connect.ts'
import { DataFolderProblem, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { createBoss, declareQueues, work } from './kit/jobs.ts'
import { createLogger } from './kit/log.ts'

const command = process.argv[2] ?? 'serve'

async function run(config: Config) {
  await using stack = new AsyncDisposableStack()
  const embedded = config.databaseUrl ? undefined : stack.use(await startEmbedded(config.dataDir))
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
  const build = (await import(new URL('../build/server/index.js', import.meta.url).href)) as ServerBuild
  const app = await createApp(ctx, build)
  if (config.runsJobs) await work(boss, allJobs, ctx, log)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(listening))
    listening.on('error', reject)
  })
  stack.defer(() => new Promise<void>((resolve) => server.close(() => resolve())))
  console.log(`\n  BOAT: ${config.url}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

try {
  await run(readConfig())
  process.exit(0)
} catch (error) {
  if (error instanceof ConfigProblem || error instanceof DataFolderProblem) console.error(`\n  ${error.message}\n`)
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    console.error(`\n  Port ${(error as { port?: number }).port} is taken by another program. Stop it, or choose another: PORT=3001 npm start\n`)
  else console.error(error)
  process.exit(1)
}
