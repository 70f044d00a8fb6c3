import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { type AchievementCredentialInput, type CryptosuiteName, type JsonObject, OpenBadgesError } from '@boat/openbadges'
import { type CsvRow, readCsv, writeCell } from '../csv.ts'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput, readMoment, UsageProblem, writeOutput } from '../io.ts'
import { type Format, type IssueOptions, makeIssuer } from '../issue/make-issuer.ts'
import { plainPng, plainSvg } from '../issue/plain-image.ts'
import { COLUMNS, RowProblem, readRow } from '../issue/read-row.ts'
import { readSigner } from '../keys.ts'

const OPTIONS = {
  achievement: { type: 'string' },
  issuer: { type: 'string' },
  key: { type: 'string' },
  recipients: { type: 'string' },
  output: { type: 'string', short: 'o' },
  format: { type: 'string', default: 'json' },
  proof: { type: 'string' },
  image: { type: 'string' },
  now: { type: 'string' },
} as const
const FORMATS = ['json', 'jwt', 'png', 'svg']
const PROOFS: Record<string, string[]> = {
  Ed25519: ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
  'P-256': ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'],
  'P-384': ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'],
}

/** `boat issue`: a signed credential for every row of a list. */
export async function issueCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS)
  expectPositionals(positionals)
  const { achievement, issuer, key, recipients, output } = values
  for (const [name, value] of Object.entries({ '--achievement': achievement, '--issuer': issuer, '--key': key, '--recipients': recipients, '-o': output })) {
    if (value === undefined) throw new UsageProblem(`${name} is missing`)
  }
  if (!FORMATS.includes(values.format)) throw new UsageProblem(`--format ${values.format}: ${FORMATS.join(', ')}`)
  const signer = readSigner(await readText(key as string, io), key as string)
  const format = values.format as Format
  const options: IssueOptions = {
    achievement: (await readObject(achievement as string, io)) as unknown as AchievementCredentialInput['achievement'],
    issuer: { id: signer.verificationMethod.split('#')[0], ...(await readObject(issuer as string, io)) } as AchievementCredentialInput['issuer'],
    signer,
    proof: chooseProof(values.proof, format, signer.algorithm),
    format,
    image: undefined,
    now: readMoment(values.now, io),
  }
  options.image = await chooseImage(values.image, options, achievement as string)
  return issueAll(options, { recipients: recipients as string, folder: output as string }, io)
}

const readText = async (path: string, io: Io) => Buffer.from(await readInput(path, io)).toString('utf8')

async function readObject(path: string, io: Io): Promise<JsonObject> {
  try {
    const value = JSON.parse(await readText(path, io))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    if (error instanceof UsageProblem) throw error
  }
  throw new UsageProblem(`${path} is not a JSON object`)
}

function chooseProof(proof: string | undefined, format: Format, algorithm: string): CryptosuiteName {
  const fitting = PROOFS[algorithm] ?? []
  if (format === 'jwt') return 'eddsa-rdfc-2022'
  if (fitting.length === 0) throw new UsageProblem('an RSA key signs a JWT only: --format jwt')
  if (proof !== undefined && !fitting.includes(proof)) throw new UsageProblem(`--proof ${proof} does not fit the key; it can be ${fitting.join(' or ')}`)
  return (proof ?? fitting[0]) as CryptosuiteName
}

/** `--image`, else the achievement's own picture when it is a file beside it, else a plain disc. */
async function chooseImage(path: string | undefined, { format, achievement }: IssueOptions, achievementPath: string): Promise<Uint8Array | undefined> {
  if (format !== 'png' && format !== 'svg') return undefined
  if (path !== undefined) return new Uint8Array(await readFile(path).catch(() => Promise.reject(new UsageProblem(`cannot read ${path}`))))
  const own = typeof achievement.image === 'string' && achievement.image.endsWith(`.${format}`) ? achievement.image : undefined
  const beside = own && !/^[a-z]+:/i.test(own) ? await readFile(resolve(dirname(achievementPath), own)).catch(() => undefined) : undefined
  return beside ? new Uint8Array(beside) : format === 'png' ? plainPng() : plainSvg()
}

async function issueAll(options: IssueOptions, paths: { recipients: string; folder: string }, io: Io): Promise<number> {
  const size = (await stat(paths.recipients).catch(() => Promise.reject(new UsageProblem(`cannot read ${paths.recipients}`)))).size
  await mkdir(paths.folder, { recursive: true }).catch(() => Promise.reject(new Problem(`cannot make ${paths.folder}`)))
  const results = createWriteStream(join(paths.folder, 'results.csv'))
  const issue = makeIssuer(options)
  const input = createReadStream(paths.recipients, { encoding: 'utf8' })
  const counts = { issued: 0, failed: 0 }
  const write = async (...cells: (string | number)[]) => {
    if (!results.write(`${cells.map((cell) => writeCell(String(cell))).join()}\n`)) await once(results, 'drain')
  }
  await write('line', 'recipient', 'id', 'file', 'problem')
  for await (const row of readCsv(input as AsyncIterable<string>)) {
    assertColumns(row, paths.recipients)
    try {
      const recipient = readRow(row, options.achievement as unknown as JsonObject, () => randomBytes(16).toString('hex'))
      const { id, content } = await issue(recipient)
      const file = `${String(row.line - 1).padStart(6, '0')}.${options.format}`
      await writeOutput(join(paths.folder, file), content)
      await write(row.line, recipient.known, id, file, '')
      counts.issued++
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error instanceof OpenBadgesError ? new Problem(`${error.message} [${error.code}]`) : error
      counts.failed++
      io.error(`${paths.recipients}:${row.line}:${error.column}: ${error.message}`)
      await write(row.line, row.cells.email || row.cells.id || '', '', '', `column ${error.column}: ${error.message}`)
    }
    showProgress(io, counts, input.bytesRead / size)
  }
  results.end()
  await finished(results)
  io.out(`${counts.issued} issued, ${counts.failed} not; see ${join(paths.folder, 'results.csv')}`)
  return counts.failed === 0 ? EXIT.ok : EXIT.failed
}

function assertColumns({ cells }: CsvRow, path: string): void {
  const names = Object.keys(cells)
  if (!names.includes('email') && !names.includes('id')) throw new UsageProblem(`${path}: the first line has neither email nor id; columns: ${COLUMNS.join(', ')}`)
}

function showProgress(io: Io, { issued, failed }: { issued: number; failed: number }, part: number): void {
  const count = issued + failed
  if (!io.isTerminal || count % 200 !== 0) return
  const filled = Math.min(30, Math.round(part * 30))
  process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${count} `)
}
