import { createPublicKey, hash, verify as verifySignature } from 'node:crypto'
import type { Load, Verifier } from '@boat/openbadges'
import { verifyCredential } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, readArgs, readInput, readMoment, UsageProblem } from '../io.ts'
import { loadNothing, makeFolderLoad } from '../load/folder-load.ts'
import { makeSafeLoad } from '../load/safe-load.ts'
import { printReport } from '../print-report.ts'

const OPTIONS = {
  recipient: { type: 'string' },
  json: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  web: { type: 'string' },
  now: { type: 'string' },
  'allow-loopback': { type: 'boolean', default: false },
} as const

/** `boat verify <file|url|->`: exit 0 verified, 1 not verified, 2 undetermined. */
export async function verifyCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS)
  const [source = ''] = expectPositionals(positionals, 'a file, an address, or - for the standard input')
  if (values.offline && values.web !== undefined) throw new UsageProblem('--offline and --web exclude each other')
  const load = chooseLoad(values, io)
  const now = readMoment(values.now, io)
  const document = /^https?:\/\//.test(source) ? source : await readInput(source, io)
  const report = await verifyCredential(document, {
    load,
    now,
    recipient: values.recipient,
    verifiers: { Ed25519: verifyEd25519 },
    sha256: (data) => hash('sha256', data, 'buffer'),
  })
  if (values.json) {
    const { outcome, version, checks, warnings, credential } = report
    io.out(JSON.stringify({ outcome, version, checks, ...(warnings.length > 0 ? { warnings } : {}), credential: credential ?? null }, null, 2))
  } else io.out(printReport(report))
  return { verified: EXIT.ok, 'not-verified': EXIT.failed, undetermined: EXIT.undetermined }[report.outcome]
}

export function chooseLoad(values: { offline: boolean; web?: string | undefined; 'allow-loopback': boolean }, io: Io): Load {
  if (values.offline) return loadNothing
  if (values.web !== undefined) return makeFolderLoad(values.web)
  return makeSafeLoad({ allowLoopback: values['allow-loopback'] || io.env.BOAT_ALLOW_LOOPBACK === '1' })
}

const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** Node's own Ed25519, several times as fast as pure JavaScript. */
const verifyEd25519: Verifier = (publicKey, data, signature) =>
  verifySignature(null, data, createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' }), signature)
