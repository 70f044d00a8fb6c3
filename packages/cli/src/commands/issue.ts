import { hash } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type AchievementCredentialInput, type Algorithm, bake, type CryptosuiteName, identityObject, type JsonObject, OpenBadgesError, type Signer } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput, readMoment, UsageProblem, whyUnreadable, whyUnwritable } from '../io.ts'
import { issueList } from '../issue/issue-list.ts'
import { type Format, type IssueOptions, makeIssuer } from '../issue/make-issuer.ts'
import { plainPng, plainSvg } from '../issue/plain-image.ts'
import { makeMarkedId, makeRowMark } from '../issue/row-marks.ts'
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
const FORMATS: readonly string[] = ['json', 'jwt', 'png', 'svg'] satisfies Format[]
/** The proofs that a key can make, the usual one first. */
const PROOFS: Record<Algorithm, (CryptosuiteName | 'jwt')[]> = {
  Ed25519: ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'jwt'],
  'P-256': ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'jwt'],
  'P-384': ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'jwt'],
  RS256: ['jwt'],
}

/** `boat issue`: a signed credential for every row of a list. */
export async function issueCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS)
  expectPositionals(positionals)
  const { format, now } = values
  if (!isFormat(format)) throw new UsageProblem(`--format "${format}" is not known; it can be ${FORMATS.join(', ')}`)
  const paths = requirePaths(values)
  const keyText = await readText(paths.key, io)
  const signer = readSigner(keyText, paths.key)
  const options: IssueOptions = {
    achievement: (await readObject(paths.achievement, io)) as unknown as AchievementCredentialInput['achievement'],
    issuer: { id: controllerOf(signer), ...(await readObject(paths.issuer, io)) } as AchievementCredentialInput['issuer'],
    signer,
    ...chooseProof(values.proof, format, signer.algorithm),
    image: undefined,
    now: readMoment(now, io),
  }
  options.image = await chooseImage(values.image, format, options.achievement.image, paths.achievement)
  await assertList(paths.recipients)
  await assertIssuable(options, paths)
  adviseOnIssuer(options, io)
  await makeFolder(paths.output)
  const { image, achievement, issuer, proof, isJwt } = options
  const series = [achievement, issuer, signer.verificationMethod, proof ?? '', isJwt, image ? hash('sha256', image) : '', now ?? '']
  const counts = await issueList({ ...options, list: paths.recipients, folder: paths.output, extension: format, markOf: makeRowMark(keyText, series) }, io)
  const kept = counts.kept > 0 ? `, ${counts.kept} there already` : ''
  const replaced = counts.replaced > 0 ? ` (${counts.replaced} in place of an earlier file)` : ''
  io.out(`${counts.issued} issued${replaced}${kept}, ${counts.failed} not; see ${join(paths.output, 'results.csv')}`)
  return counts.failed === 0 ? EXIT.ok : EXIT.failed
}

const isFormat = (text: string): text is Format => FORMATS.includes(text)
const controllerOf = ({ verificationMethod }: Signer) => verificationMethod.split('#')[0] as string

type Paths = { achievement: string; issuer: string; key: string; recipients: string; output: string }

function requirePaths({ achievement, issuer, key, recipients, output }: { [Name in keyof Paths]?: string | undefined }): Paths {
  const given = { '--achievement A.json': achievement, '--issuer I.json': issuer, '--key KEY.json': key, '--recipients LIST.csv': recipients, '-o DIR': output }
  const missing = Object.entries(given).filter(([, value]) => !value)
  if (!achievement || !issuer || !key || !recipients || !output) throw new UsageProblem(`missing: ${missing.map(([name]) => name).join(', ')}`)
  return { achievement, issuer, key, recipients, output }
}

const readText = async (path: string, io: Io) => Buffer.from(await readInput(path, io)).toString('utf8')

/** A JSON object from a file. A context of its own is left out: the credential brings it. */
async function readObject(path: string, io: Io): Promise<JsonObject> {
  const text = (await readText(path, io)).replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UsageProblem(`${path} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageProblem(`${path} is not a JSON object`)
  const { '@context': _, ...members } = value as JsonObject
  return members
}

function chooseProof(proof: string | undefined, format: Format, algorithm: Algorithm): Pick<IssueOptions, 'proof' | 'isJwt'> {
  const fitting = PROOFS[algorithm]
  const chosen = fitting.find((candidate) => candidate === (proof ?? (format === 'jwt' ? 'jwt' : fitting[0])))
  if (chosen === undefined) throw new UsageProblem(`--proof ${proof} does not fit the ${algorithm} key; it can be ${fitting.join(', ')}`)
  if (chosen === 'jwt' && format === 'json') {
    throw new UsageProblem(proof === undefined ? `an ${algorithm} key signs JWTs only: give --format jwt, png or svg` : '--proof jwt makes no JSON: give --format jwt, png or svg')
  }
  return chosen === 'jwt' ? { proof: undefined, isJwt: true } : { proof: chosen, isJwt: format === 'jwt' }
}

/** `--image`, else the achievement's own picture when it is a file beside it, else a plain disc. */
async function chooseImage(path: string | undefined, format: Format, own: unknown, achievementPath: string): Promise<Uint8Array | undefined> {
  if (format !== 'png' && format !== 'svg') {
    if (path !== undefined) throw new UsageProblem(`--image is for --format png or svg, not ${format}`)
    return undefined
  }
  if (path !== undefined) return assertImage(new Uint8Array(await readFile(path).catch((error) => Promise.reject(new UsageProblem(whyUnreadable(path, error))))), path, format)
  const beside = typeof own === 'string' && own.endsWith(`.${format}`) && !/^[a-z]+:/i.test(own) ? resolve(dirname(achievementPath), own) : undefined
  const found = beside && (await readFile(beside).catch(() => undefined))
  if (found) return assertImage(new Uint8Array(found), beside, format)
  return format === 'png' ? plainPng() : plainSvg()
}

function assertImage(image: Uint8Array, path: string, format: Format): Uint8Array {
  try {
    bake(image, '{}')
  } catch (error) {
    throw new Problem(`${path}: ${error instanceof Error ? error.message : error}`)
  }
  const isPng = image[0] === 0x89
  if (isPng !== (format === 'png')) throw new UsageProblem(`${path} is ${isPng ? 'a PNG' : 'an SVG'}, and --format is ${format}`)
  return image
}

async function assertList(path: string): Promise<void> {
  const found = await stat(path).catch((error) => Promise.reject(new UsageProblem(whyUnreadable(path, error))))
  if (found.isDirectory()) throw new UsageProblem(`"${path}" is a folder; give the list of recipients, a CSV file`)
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const isFile = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new Problem(isFile ? `-o "${path}" is a file; give the name of a folder` : whyUnwritable(path, error))
  }
}

/** What is wrong for everybody is told once, before anything is written. */
async function assertIssuable(options: IssueOptions, paths: Paths): Promise<void> {
  const identifier = [identityObject({ type: 'emailAddress', value: 'nobody@example.org', salt: '0'.repeat(32) })]
  try {
    await makeIssuer(options)(makeMarkedId('0'.repeat(12)), { recipient: { identifier } })
  } catch (error) {
    if (error instanceof OpenBadgesError) throw new Problem(`${paths.achievement} with ${paths.issuer} makes no badge: ${error.message} [${error.code}]`)
    throw error
  }
}

function adviseOnIssuer({ issuer, signer }: IssueOptions, io: Io): void {
  const controller = controllerOf(signer)
  if (issuer.id !== controller)
    io.error(`boat issue: the issuer is ${issuer.id}, the key of ${controller}: a badge verifies only while the document at the issuer's id lists the key`)
}
