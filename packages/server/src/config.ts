// The only reader of process.env: environment → frozen Config, or a sentence that says what to do.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Config = Readonly<{
  /** A demonstration network with invented people, or a real installation. */
  mode: 'demonstration' | 'installation'
  /** Public origin, without a trailing slash. Every identifier we sign starts with it. */
  url: string
  host: string
  port: number
  /** Folder of the embedded database and of what the platform writes to disk. */
  dataDir: string
  /** Undefined: the embedded PostgreSQL in dataDir. */
  databaseUrl: string | undefined
  /** 32 bytes that seal signing keys and key the hashes of codes. Never in the database. */
  secretKey: Uint8Array
  smtpUrl: string | undefined
  mailFrom: string
  runsJobs: boolean
  trustsProxy: boolean
  logLevel: string
}>

// React draws a page twice as fast when it is told that nobody develops it; it asks once, when it is loaded: main.ts loads this file first.
process.env.NODE_ENV ??= 'production'

export class ConfigProblem extends Error {
  override name = 'ConfigProblem'
}

type Environment = Record<string, string | undefined>

export function readConfig(env: Environment = process.env, cwd = env.INIT_CWD ?? process.cwd()): Config {
  const port = readPort(env.PORT)
  const dataDir = resolve(cwd, env.BOAT_DATA ?? 'data')
  if (env.DATABASE_URL && !env.BOAT_URL)
    throw new ConfigProblem(
      'DATABASE_URL is set but BOAT_URL is not. Set BOAT_URL to the public address (https://badges.example.org), or unset DATABASE_URL to try the demonstration.',
    )
  const mode = env.BOAT_URL ? 'installation' : 'demonstration'
  const url = env.BOAT_URL ? readUrl(env.BOAT_URL) : `http://localhost:${port}`
  return Object.freeze({
    mode,
    url,
    port,
    host: env.HOST ?? '127.0.0.1',
    dataDir,
    databaseUrl: env.DATABASE_URL,
    secretKey: readSecretKey(env, mode, dataDir),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `BOAT <no-reply@${new URL(url).hostname}>`,
    runsJobs: env.BOAT_JOBS !== 'off',
    trustsProxy: env.BOAT_TRUST_PROXY === 'on',
    logLevel: env.LOG_LEVEL ?? (mode === 'demonstration' ? 'warn' : 'info'),
  })
}

function readPort(text = '3000'): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new ConfigProblem(`PORT is “${text}”. Give a number from 1 to 65535, for example PORT=3000.`)
  return port
}

function readUrl(text: string): string {
  if (!URL.canParse(text)) throw new ConfigProblem(`BOAT_URL is “${text}”. Give the whole public address, for example https://badges.example.org.`)
  const url = new URL(text)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw new ConfigProblem(`BOAT_URL is “${text}”. Badges are signed for an https address; only localhost may use http.`)
  if (url.pathname !== '/' || url.search || url.hash) throw new ConfigProblem(`BOAT_URL is “${text}”. Give the origin only, without a path: ${url.origin}`)
  return url.origin
}

const HOW_TO_MAKE_A_KEY =
  'Make one with: openssl rand -base64 32 — set it as BOAT_SECRET_KEY (or put it in a file and set BOAT_SECRET_KEY_FILE), and keep a copy away from the database: without it the signing keys cannot be opened.'

function readSecretKey(env: Environment, mode: Config['mode'], dataDir: string): Uint8Array {
  const file = env.BOAT_SECRET_KEY_FILE
  if (file && !existsSync(file)) throw new ConfigProblem(`BOAT_SECRET_KEY_FILE is “${file}”, which does not exist. ${HOW_TO_MAKE_A_KEY}`)
  const text = env.BOAT_SECRET_KEY ?? (file && readFileSync(file, 'utf8').trim())
  if (text) return decodeKey(text)
  if (mode === 'installation') throw new ConfigProblem(`No key for the signing keys. ${HOW_TO_MAKE_A_KEY}`)
  return demonstrationKey(dataDir)
}

function decodeKey(text: string): Uint8Array {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) throw new ConfigProblem(`The key for the signing keys must be 32 bytes in base64; this one has ${key.length}. ${HOW_TO_MAKE_A_KEY}`)
  return new Uint8Array(key)
}

/** A demonstration needs no ceremony: its key lives beside its data, readable by its owner only. */
function demonstrationKey(dataDir: string): Uint8Array {
  const file = join(dataDir, 'secret.key')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(file)) {
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
      chmodSync(file, 0o600)
    }
    return decodeKey(readFileSync(file, 'utf8').trim())
  } catch (cause) {
    if (cause instanceof ConfigProblem) throw cause
    throw new ConfigProblem(
      `The data folder ${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}). Choose another with BOAT_DATA=/path, or give yourself the right to write there.`,
      { cause },
    )
  }
}
