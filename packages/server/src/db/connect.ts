import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

// bigint counts stay far below 2^53 here; dates without a time stay the text they are.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export function connect(connectionString: string, max = 16): Kysely<DB> {
  const pool = new pg.Pool({ connectionString, max, application_name: 'boat' })
  // An idle connection that breaks (database restarted) must not end the process: the pool opens another.
  pool.on('error', () => {})
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
