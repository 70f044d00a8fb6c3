import { readFileSync } from 'node:fs'
import { bakeCommand } from './commands/bake.ts'
import { inspectCommand } from './commands/inspect.ts'
import { issueCommand } from './commands/issue.ts'
import { keygenCommand } from './commands/keygen.ts'
import { unbakeCommand } from './commands/unbake.ts'
import { validateCommand } from './commands/validate.ts'
import { verifyCommand } from './commands/verify.ts'
import { HELP } from './help.ts'
import { EXIT, type Io, Problem, UsageProblem } from './io.ts'
import { clean } from './wrap.ts'

const COMMANDS: Record<string, (args: string[], io: Io) => Promise<number>> = {
  verify: verifyCommand,
  inspect: inspectCommand,
  bake: bakeCommand,
  unbake: unbakeCommand,
  keygen: keygenCommand,
  issue: issueCommand,
  validate: validateCommand,
}

/** Runs one command line and gives its exit code. Nothing here exits: main.ts does. */
export async function run(args: string[], io: Io): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '') {
    io.error((HELP[''] ?? '').trimEnd())
    return EXIT.usage
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0] ?? '', io)
  if (name === '--version' || name === '-V') {
    io.out(`boat ${readVersion()}`)
    return EXIT.ok
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return unknownCommand(name, io)
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length)
  if (options.includes('--help') || options.includes('-h')) return help(name, io)
  try {
    return await command(rest, io)
  } catch (error) {
    return explain(name, error, io)
  }
}

function help(name: string, io: Io): number {
  const text = Object.hasOwn(HELP, name) ? HELP[name] : undefined
  if (text === undefined) return unknownCommand(name, io)
  io.out(text)
  return EXIT.ok
}

function unknownCommand(name: string, io: Io): number {
  io.error(clean(`boat: there is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}. Try: boat --help`))
  return EXIT.usage
}

/** Every failure in a sentence. One that nobody foresaw is never taken for an answer about a badge. */
function explain(name: string, error: unknown, io: Io): number {
  const message = clean(error instanceof Error ? error.message : String(error))
  if (error instanceof UsageProblem) {
    io.error(`boat ${name}: ${message}\nTry: boat ${name} --help`)
    return EXIT.usage
  }
  if (error instanceof Problem) {
    io.error(`boat ${name}: ${message}`)
    return EXIT.failed
  }
  io.error(`boat ${name}: this should not have happened, please report it with the command you gave: ${message}`)
  return EXIT.internal
}

/** Of the package.json beside this file when it is installed, and one folder above in the sources. */
function readVersion(): string {
  for (const place of ['./package.json', '../package.json']) {
    try {
      return String(JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')).version)
    } catch {
      // the other place
    }
  }
  return 'of an unknown version'
}
