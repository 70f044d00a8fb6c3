import { findProblems } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, readArgs, readInput } from '../io.ts'
import { clean, wrap } from '../wrap.ts'
import { inspectOrRefuse } from './inspect.ts'

/** `boat validate <file>`: schema errors with their paths. Nothing is loaded, nothing is verified. */
export async function validateCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean', default: false } } as const)
  const [path = ''] = expectPositionals(positionals, 'a file, or - for the standard input')
  const { credential } = inspectOrRefuse(await readInput(path, io), path)
  const problems = await findProblems(credential ?? {})
  if (values.json) io.out(JSON.stringify(problems, null, 2))
  else if (problems.length === 0) io.out(`${path} conforms\n(not verified: see boat verify)`)
  else for (const problem of problems) io.out(`${clean(problem.path || '(document)')}\n${wrap('  ', `${problem.message} [${problem.code}]`)}`)
  return problems.length === 0 ? EXIT.ok : EXIT.failed
}
