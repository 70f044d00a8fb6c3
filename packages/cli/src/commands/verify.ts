import { createPublicKey, hash, verify as verifySignature } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Load, Verifier } from '@boat/openbadges'
import { verifyCredential } from '@boat/openbadges'
import { EXIT_OF, expectPositionals, type Io, readArgs, readInput, readMoment, UsageProblem } from '../io.ts'
import { loadNothing, makeFolderLoad } from '../load/folder-load.ts'
import { makeSafeLoad } from '../load/safe-load.ts'
import { printReport } from '../print-report.ts'
import { isZip, openOrRefuse, reportArchive } from './verify-archive.ts'

const OPTIONS = {
  recipient: { type: 'string' },
  json: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  online: { type: 'boolean', default: false },
  web: { type: 'string' },
  now: { type: 'string' },
  'allow-loopback': { type: 'boolean', default: false },
} as const

/** More than a passport of a lifetime. */
const MAX_ARCHIVE = 512 * 1024 * 1024

/** `boat verify <file|url|->`: exit 0 verified, 1 not verified, 2 undetermined. */
export async function verifyCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS)
  const [source = ''] = expectPositionals(positionals, 'a file, an address, or - for the standard input')
  // An empty variable in a script must not turn the question off.
  if (values.recipient?.trim() === '') throw new UsageProblem('--recipient is empty; give an e-mail address or an id, or leave it out')
  if (values.online && (values.offline || values.web !== undefined)) throw new UsageProblem('--online goes with neither --offline nor --web')
  const now = readMoment(values.now, io)
  const options = { recipient: values.recipient, verifiers: { Ed25519: verifyEd25519 }, sha256 }
  const given = await readSource(source, io)
  if (typeof given !== 'string' && isZip(given)) {
    const asks = values.online || values.web !== undefined
    const archive = openOrRefuse(given, source)
    const asOf = values.now === undefined && !asks ? new Date(archive.manifest.madeAt) : now
    return reportArchive(archive, { ...options, now: asOf, load: asks ? await chooseLoad(values, io) : archive.load, isAsked: asks, json: values.json }, io)
  }
  const report = await verifyCredential(given, { ...options, load: await chooseLoad(values, io), now })
  if (values.json) {
    const { outcome, version, checks, credential } = report
    io.out(JSON.stringify({ outcome, version, checks, credential: credential ?? null }, null, 2))
  } else {
    io.out(printReport(report, io))
    if (report.outcome === 'undetermined' && values.offline) io.out('Nothing was loaded, as --offline asks: without it more can be known.')
  }
  return EXIT_OF[report.outcome]
}

const sha256 = (data: Uint8Array | string) => hash('sha256', data, 'buffer')

async function readSource(source: string, io: Io): Promise<string | Uint8Array> {
  const [scheme] = /^https?:\/\//i.exec(source) ?? []
  if (scheme === undefined) {
    const head = await readInput(source, io)
    return isZip(head) && source !== '-' ? readInput(source, io, MAX_ARCHIVE) : head
  }
  if (!URL.canParse(source)) throw new UsageProblem(`"${source}" is not a web address`)
  return scheme.toLowerCase() + source.slice(scheme.length)
}

/** A folder is a web of its own: beside it, `--offline` asks for nothing more. */
async function chooseLoad(values: { offline: boolean; web?: string | undefined; 'allow-loopback': boolean }, io: Io): Promise<Load> {
  if (values.web === '') throw new UsageProblem('--web is empty; give the folder of the documents')
  if (values.web !== undefined) {
    const isFolder = await stat(values.web).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isFolder) io.error(`boat verify: --web ${values.web} is not a folder: no document will be found`)
    return makeFolderLoad(values.web)
  }
  if (values.offline) return loadNothing
  return makeSafeLoad({ allowLoopback: values['allow-loopback'] || io.env.BOAT_ALLOW_LOOPBACK === '1' })
}

const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** Node's own Ed25519, several times as fast as pure JavaScript. */
const verifyEd25519: Verifier = (publicKey, data, signature) =>
  verifySignature(null, data, createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' }), signature)
