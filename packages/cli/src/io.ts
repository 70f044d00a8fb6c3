import { readFile, writeFile } from 'node:fs/promises'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Exit codes: what scripts rely on. */
export const EXIT = { ok: 0, failed: 1, undetermined: 2, usage: 64 } as const

/** The command line itself is wrong: exit 64. */
export class UsageProblem extends Error {
  override name = 'UsageProblem'
}

/** The command could not do what was asked: exit 1. The message says what to do. */
export class Problem extends Error {
  override name = 'Problem'
}

/** The terminal, as the commands see it. */
export type Io = {
  out(text: string): void
  error(text: string): void
  readStdin(): Promise<Uint8Array>
  env: Record<string, string | undefined>
  now(): Date
  isTerminal: boolean
}

export function makeIo(): Io {
  // A reader that stops (`boat … | head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
    readStdin: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return new Uint8Array(Buffer.concat(chunks))
    },
    env: process.env,
    now: () => new Date(),
    isTerminal: process.stderr.isTTY === true,
  }
}

/** Options and positionals of a command, strictly: an unknown option is a usage problem. */
export function readArgs<const O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

/** Exactly that many positionals, named for the message. */
export function expectPositionals(positionals: string[], ...names: string[]): string[] {
  if (positionals.length === names.length) return positionals
  throw new UsageProblem(positionals.length < names.length ? `${names[positionals.length]} is missing` : `"${positionals[names.length]}" is one argument too many`)
}

/** A file, or the standard input for `-`. */
export async function readInput(path: string, io: Io): Promise<Uint8Array> {
  if (path === '-') return io.readStdin()
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw new UsageProblem(`cannot read ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
}

export async function writeOutput(path: string, content: Uint8Array | string, mode = 0o644): Promise<void> {
  try {
    await writeFile(path, content, { mode })
  } catch (error) {
    throw new Problem(`cannot write ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
}

/** A moment given as ISO 8601. */
export function readMoment(text: string | undefined, io: Io): Date {
  if (text === undefined) return io.now()
  const isIso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text)
  const moment = new Date(text)
  if (!isIso || Number.isNaN(moment.getTime())) throw new UsageProblem(`--now ${text} is not a date; write it as 2026-11-23 or 2026-11-23T10:00:00Z`)
  return moment
}
