// One embedded PostgreSQL for the run, with a migrated template that each test file clones.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { allJobs } from '../../src/app.ts'
import { connect } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { DB } from '../../src/db/schema.ts'
import { createBoss, declareQueues } from '../../src/kit/jobs.ts'
import { createLogger } from '../../src/kit/log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'boat-test-'))
  execFileSync('chmod', ['755', folder])
  const postgres = await startEmbedded(folder)
  const db = connect(postgres.connectionString)
  await forgetOnPowerCut(db)
  await migrate(db)
  const boss = await createBoss(postgres.connectionString, createLogger('silent'))
  await declareQueues(boss, allJobs)
  await boss.stop({ graceful: false })
  await db.destroy()
  project.provide('databaseServer', postgres.databaseUrl(''))
  return async () => {
    await postgres[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is thrown away with the run need not outlive a power cut: nothing waits for the disk. */
async function forgetOnPowerCut(db: Kysely<DB>) {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await sql`alter system set ${sql.ref(setting)} = off`.execute(db)
  await sql`select pg_reload_conf()`.execute(db)
}
