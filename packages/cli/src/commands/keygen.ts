import { existsSync } from 'node:fs'
import { EXIT, expectPositionals, type Io, Problem, readArgs, UsageProblem, writeOutput } from '../io.ts'
import { describeKey, generateKey, KEY_TYPES, type KeyType } from '../keys.ts'

const OPTIONS = {
  type: { type: 'string', default: 'ed25519' },
  did: { type: 'string', default: 'key' },
  output: { type: 'string', short: 'o' },
} as const

/** `boat keygen`: a private key (0600), and beside it the document that publishes the public one. */
export async function keygenCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS)
  expectPositionals(positionals)
  if (!Object.hasOwn(KEY_TYPES, values.type)) throw new UsageProblem(`--type ${values.type}: ${Object.keys(KEY_TYPES).join(', ')}`)
  if (values.output === undefined) throw new UsageProblem('-o KEY.json is missing: where to write the private key')
  if (existsSync(values.output)) throw new Problem(`${values.output} exists; a key is never overwritten`)
  const type = values.type as KeyType
  const { keyFile, document } = describeKey(generateKey(type), type, values.did)
  const documentPath = `${values.output.replace(/\.json$/, '')}.did.json`
  await writeOutput(values.output, `${JSON.stringify(keyFile, null, 2)}\n`, 0o600)
  await writeOutput(documentPath, `${JSON.stringify(document, null, 2)}\n`)
  io.out(document.id)
  io.error(`private key: ${values.output} (keep it secret)\npublish:     ${documentPath}${values.did === 'key' ? ' (a did:key needs no publishing)' : ''}`)
  return EXIT.ok
}
