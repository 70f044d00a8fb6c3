import { inspectCredential, OpenBadgesError } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput } from '../io.ts'
import { nameBadge } from '../name-badge.ts'
import { printFacts } from '../wrap.ts'

/** `boat inspect <file|->`: what is inside, without judging. */
export async function inspectCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean', default: false } } as const)
  const [path = ''] = expectPositionals(positionals, 'a file, or - for the standard input')
  const inspection = inspectOrRefuse(await readInput(path, io), path)
  if (values.json) {
    io.out(JSON.stringify(inspection, null, 2))
    return EXIT.ok
  }
  const { version, format, baked, id, type, recipient, validFrom, validUntil, proofs, statuses, address } = inspection
  const identities = recipient.identities.map((identity) => `${identity.type} ${identity.hashed ? '(hashed)' : identity.value}`)
  const facts: [string, string | undefined][] = [
    ['Open Badges', version],
    ['Format', [format, baked && `in ${baked}`].filter(Boolean).join(' ')],
    ['Address', address],
    ['Id', id],
    ['Type', type.join(', ')],
    ...nameBadge(inspection),
    ['Recipient', [recipient.id, ...identities].filter(Boolean).join(', ')],
    ['From', validFrom],
    ['Until', validUntil],
    ['Proofs', format === 'jwt' ? `JWT ${inspection.header?.alg}` : proofs.join(', ')],
    ['Status', statuses.join(', ')],
  ]
  io.out(printFacts(facts).join('\n'))
  io.out('(not verified: see boat verify)')
  return EXIT.ok
}

export function inspectOrRefuse(document: Uint8Array, path: string): ReturnType<typeof inspectCredential> {
  try {
    return inspectCredential(document)
  } catch (error) {
    if (error instanceof OpenBadgesError) throw new Problem(`${path}: ${error.message} [${error.code}]`)
    throw error
  }
}
