import { bakeCommand } from './commands/bake.ts'
import { inspectCommand } from './commands/inspect.ts'
import { issueCommand } from './commands/issue.ts'
import { keygenCommand } from './commands/keygen.ts'
import { unbakeCommand } from './commands/unbake.ts'
import { validateCommand } from './commands/validate.ts'
import { verifyCommand } from './commands/verify.ts'
import { HELP } from './help.ts'
import { EXIT, type Io, Problem, UsageProblem } from './io.ts'

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
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    const topic = name === 'help' ? (rest[0] ?? '') : ''
    io.out(HELP[topic] ?? HELP[''] ?? '')
    return name === '' ? EXIT.usage : EXIT.ok
  }
  if (name === '--version') {
    io.out('boat 0.1.0')
    return EXIT.ok
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    io.error(`boat: there is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}. Try: boat --help`)
    return EXIT.usage
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(HELP[name] ?? '')
    return EXIT.ok
  }
  try {
    return await command(rest, io)
  } catch (error) {
    if (error instanceof UsageProblem) {
      io.error(`boat ${name}: ${error.message}. Try: boat ${name} --help`)
      return EXIT.usage
    }
    if (error instanceof Problem) {
      io.error(`boat ${name}: ${error.message}`)
      return EXIT.failed
    }
    throw error
  }
}
