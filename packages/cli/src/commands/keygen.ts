import { existsSync } from 'node:fs'
import { didWebToUrl } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, Problem, readArgs, UsageProblem, writeOutput } from '../io.ts'
import { describeKey, generateKey, isKeyType, KEY_TYPES } from '../keys.ts'

const OPTIONS = {
  type: { type: 'string', default: 'ed25519' },
  did: { type: 'string', default: 'key' },
  output: { type: 'string', short: 'o' },
} as const

/** `boat keygen`: a private key (0600), and beside it the document that publishes the public one. */
export async function keygenCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS)
  expectPositionals(positionals)
  const { type, did, output } = values
  if (!isKeyType(type)) throw new UsageProblem(`--type "${type}" is not known; it can be ${Object.keys(KEY_TYPES).join(', ')}`)
  if (!output) throw new UsageProblem('-o KEY.json is missing: where to write the private key')
  const documentPath = `${output.replace(/\.json$/, '')}.did.json`
  const taken = [output, documentPath].find((path) => existsSync(path))
  if (taken !== undefined) throw new Problem(`"${taken}" exists already, and a key is never overwritten; choose another name`)
  const { keyFile, document } = describeKey(generateKey(type), type, did)
  await writeOutput(output, `${JSON.stringify(keyFile, null, 2)}\n`, { mode: 0o600, isNew: true })
  await writeOutput(documentPath, `${JSON.stringify(document, null, 2)}\n`, { isNew: true })
  io.out(document.id)
  io.error(`private key: ${output} (keep it secret, and keep a copy)`)
  io.error(
    document.id.startsWith('did:web:')
      ? `publish:     ${documentPath} at\n             ${didWebToUrl(document.id)}`
      : `public key:  ${documentPath} (a did:key needs no publishing)`,
  )
  return EXIT.ok
}
