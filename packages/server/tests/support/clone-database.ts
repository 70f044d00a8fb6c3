import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A migrated database of one's own, in a few milliseconds: a copy of the run's template. */
export async function cloneDatabase(server: string): Promise<{ connectionString: string } & AsyncDisposable> {
  const name = `t_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template boat`)
  return { connectionString: server + name, [Symbol.asyncDispose]: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(server: string, statement: string) {
  const client = new pg.Client({ connectionString: `${server}postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
