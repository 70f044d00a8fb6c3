// Writes schema.ts from a freshly migrated database: `npm run db:types`.

import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

const folder = await mkdtemp(join(tmpdir(), 'boat-types-'))
execFileSync('chmod', ['755', folder])
{
  await using postgres = await startEmbedded(folder)
  const db = connect(postgres.connectionString)
  await migrate(db)
  await db.destroy()
  const out = process.argv[2] ?? new URL('./schema.ts', import.meta.url).pathname
  execFileSync('kysely-codegen', ['--dialect', 'postgres', '--url', postgres.connectionString, '--exclude-pattern', '(kysely_*|job.*)', '--out-file', out], { stdio: 'inherit' })
}
await rm(folder, { recursive: true, force: true })
