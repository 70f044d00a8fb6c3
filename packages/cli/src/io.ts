import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Exit codes: what scripts rely on. */
export const EXIT = { ok: 0, failed: 1, undetermined: 2, usage: 64, internal: 70 } as const

/** What a verdict is for a script. */
export const EXIT_OF = { verified: EXIT.ok, 'not-verified': EXIT.failed, undetermined: EXIT.undetermined } as const

/** The command line itself is wrong: exit 64. */
export class UsageProblem extends Error {
  override name = 'UsageProblem'
}

/** The command could not do what was asked: exit 1. The message says what to do. */
export class Problem extends Error {
  override name = 'Problem'
}

export type Colour = 'green' | 'red' | 'yellow' | 'bold' | 'dim'

/** The terminal, as the commands see it. */
export type Io = {
  out(text: string): void
  error(text: string): void
  /** One line that the next one replaces; nothing when no terminal shows it. */
  progress(text: string): void
  /** The text in a colour, where the output is a terminal that wants it. */
  paint(colour: Colour, text: string): string
  readStdin(): Promise<Uint8Array>
  env: Record<string, string | undefined>
  now(): Date
}

const CODES: Record<Colour, number> = { green: 32, red: 31, yellow: 33, bold: 1, dim: 2 }
const CLEAR_LINE = '\r\u001b[K'

export function makeIo(): Io {
  const { stdout, stderr, env } = process
  // A reader that stops (`boat … | head`) is not an error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const isColoured = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  let isDrawn = false
  const clearLine = () => {
    const clear = isDrawn ? CLEAR_LINE : ''
    isDrawn = false
    return clear
  }
  return {
    out: (text) => {
      stderr.write(clearLine())
      stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    error: (text) => void stderr.write(`${clearLine()}${text}\n`),
    progress: (text) => {
      if (stderr.isTTY !== true) return
      isDrawn = true
      stderr.write(`${CLEAR_LINE}${text}`)
    },
    paint: (colour, text) => (isColoured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text),
    readStdin: () => readBounded(process.stdin),
    env,
    now: () => new Date(),
  }
}

/** More than any document that is read here: what is longer is refused by its reader, not held in memory. */
const MAX_BYTES = 16 * 1024 * 1024 + 1

async function readBounded(stream: AsyncIterable<unknown>, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length >= maxBytes) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Options and positionals of a command, strictly: an unknown option is a usage problem that names the known ones. */
export function readArgs<const O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : String(error)
    const known = Object.entries(options).map(([name, { short }]) => (short ? `-${short}` : `--${name}`))
    throw new UsageProblem(`${lowerFirst(message)}. Options: ${[...known, '--help'].join(', ')}`)
  }
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, '')

/** Exactly that many positionals, named for the message. */
export function expectPositionals(positionals: string[], ...names: string[]): string[] {
  if (positionals.length === names.length) return positionals
  throw new UsageProblem(positionals.length < names.length ? `${names[positionals.length]} is missing` : `"${positionals[names.length]}" is one argument too many`)
}

/** A file, or the standard input for `-`. */
export async function readInput(path: string, io: Io, maxBytes?: number): Promise<Uint8Array> {
  if (path === '-') return io.readStdin()
  try {
    return await readBounded(createReadStream(path), maxBytes)
  } catch (error) {
    throw new UsageProblem(whyUnreadable(path, error))
  }
}

/** Why a file cannot be read, in a sentence. */
export function whyUnreadable(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file "${path}"`
  if (code === 'EISDIR') return `"${path}" is a folder, not a file`
  if (code === 'EACCES') return `"${path}" may not be read by you (see its permissions)`
  return `"${path}" cannot be read (${code})`
}

/** Writes a file; `isNew` refuses to replace one. */
export async function writeOutput(path: string, content: Uint8Array | string, { mode = 0o644, isNew = false } = {}): Promise<void> {
  try {
    await writeFile(path, content, { mode, flag: isNew ? 'wx' : 'w' })
  } catch (error) {
    throw new Problem(whyUnwritable(path, error))
  }
}

/** Why a file cannot be written, in a sentence. */
export function whyUnwritable(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  if (code === 'EEXIST') return `"${path}" exists already, and is never overwritten; choose another name`
  if (code === 'ENOENT' || code === 'ENOTDIR') return `"${path}" cannot be written: make its folder first`
  if (code === 'EISDIR') return `"${path}" is a folder; give the name of a file`
  if (code === 'EACCES') return `"${path}" may not be written by you (see its permissions)`
  if (code === 'ENOSPC') return `"${path}" cannot be written: the disk is full`
  return `"${path}" cannot be written (${code})`
}

/** A moment given as ISO 8601; a day begins at midnight UTC. */
export function readMoment(text: string | undefined, io: Io): Date {
  if (text === undefined) return io.now()
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text)
  const moment = new Date(text)
  // Date reads 31 February as 3 March.
  const isDay = parts !== null && new Date(`${parts[1]}-${parts[2]}-${parts[3]}T00:00:00Z`).getUTCDate() === Number(parts[3])
  if (!isDay || Number.isNaN(moment.getTime())) throw new UsageProblem(`--now "${text}" is not a date; write it as 2026-11-23 or 2026-11-23T10:00:00Z`)
  return moment
}
