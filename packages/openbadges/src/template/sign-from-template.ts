import { encodeBase58 } from '../encoding/base58.ts'
import { concatBytes } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { canonicalize, defaultSha256, type Sha256 } from '../proof/canonicalize.ts'
import { signCredential } from '../proof/sign-credential.ts'
import type { Signer } from '../proof/signer.ts'
import { toDateTimeZ } from '../terms/dates.ts'
import type { JsonObject } from '../terms/json.ts'
import { fillJson, type JsonFrame, markOf, splitAtMarks } from './holes.ts'
import { type HoleValues, hashFilled, type Template, valuesInOrder } from './template.ts'

/** What `signFromTemplate` needs besides the template and its values. */
export type TemplateSignOptions = {
  /** Ed25519: templates sign by `eddsa-rdfc-2022`. */
  signer: Signer
  /** When it is signed; written to the second. */
  created: Date
  /** A faster SHA-256 than pure JavaScript. */
  sha256?: Sha256
}

/**
 * A signed credential as what it shares with others of its template and key, and what is its own. `frame` is plain
 * JSON data: keep it once, `values` for each credential, and `renderSigned` gives the same text, always.
 * Without values, the frame is the whole text: it could not be taken apart.
 */
export type CompactCredential = { frame: JsonFrame; values: readonly string[] }

/** What the proofs of one template, key and moment share: the hash of their options, and the signed text with holes. */
type Prepared = { moment: number; method: string; created: string; hash: Uint8Array; frame: JsonFrame }
const prepared = new WeakMap<Template, Prepared>()

function findPrepared(template: Template, { signer, created }: TemplateSignOptions): Prepared | undefined {
  const known = prepared.get(template)
  return known && known.moment === created.getTime() && known.method === signer.verificationMethod ? known : undefined
}

async function prepare(template: Template, { signer, created, sha256 = defaultSha256 }: TemplateSignOptions): Promise<Prepared> {
  if (signer.algorithm !== 'Ed25519') throw new OpenBadgesError('unsupported_algorithm', 'templates sign with Ed25519')
  const moment = toDateTimeZ(created)
  const config: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: moment,
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const canonical = await canonicalize({ ...config, ...(template.context === undefined ? {} : { '@context': template.context }) })
  const former = prepared.get(template)
  const frame = former?.method === signer.verificationMethod ? former.frame : frameOf(template, config)
  const made = { moment: created.getTime(), method: signer.verificationMethod, created: moment, hash: sha256(canonical), frame }
  prepared.set(template, made)
  return made
}

/** The signed text, with `created` and `proofValue` as two holes more. */
function frameOf({ names, json }: Template, config: JsonObject): JsonFrame {
  const proof = { ...config, created: markOf(names.length), proofValue: markOf(names.length + 1) }
  const tail = splitAtMarks(`,"proof":${JSON.stringify(proof)}}`)
  const last = (json.texts.at(-1) as string).slice(0, -1)
  return { texts: [...json.texts.slice(0, -1), last + tail.texts[0], ...tail.texts.slice(1)], holes: [...json.holes, ...tail.holes] }
}

/**
 * Signs the credential that the template gives with those values: the same proof as `signCredential` makes, many times
 * as fast. Values that the template cannot prove safe take the general way by themselves.
 *
 * @returns the JSON text of the signed credential
 * @throws OpenBadgesError `invalid_argument` for a missing value, `unsupported_algorithm`, and what `signCredential` throws
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 * @example
 * const text = await signFromTemplate(template, { id, hash }, { signer, created, sha256: (data) => hash('sha256', data, 'buffer') })
 */
export async function signFromTemplate(template: Template, values: HoleValues, options: TemplateSignOptions): Promise<string> {
  const signing = signPrepared(template, values, options, findPrepared(template, options) ?? (await prepare(template, options)))
  return renderSigned(signing instanceof Promise ? await signing : signing)
}

/**
 * As `signFromTemplate`, but what it gives is the compact form, in which many credentials are kept in little space.
 *
 * @throws OpenBadgesError as `signFromTemplate`
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 * @example
 * const { frame, values } = await signCompact(template, { id, hash }, { signer, created })
 * renderSigned({ frame, values }) // the JSON text of the signed credential
 */
export async function signCompact(template: Template, values: HoleValues, options: TemplateSignOptions): Promise<CompactCredential> {
  return signPrepared(template, values, options, findPrepared(template, options) ?? (await prepare(template, options)))
}

/** At once when the signer answers at once: waiting for what is there already costs more than filling the template. */
function signPrepared(template: Template, values: HoleValues, options: TemplateSignOptions, proof: Prepared): CompactCredential | Promise<CompactCredential> {
  const { signer, sha256 = defaultSha256 } = options
  const ordered = valuesInOrder(template, values)
  const hash = hashFilled(template, ordered, sha256)
  if (hash === undefined) return signWhole(JSON.parse(fillJson(template.json, ordered)), options)
  const finish = (signature: Uint8Array): CompactCredential => {
    ordered.push(proof.created, `z${encodeBase58(signature)}`)
    return { frame: proof.frame, values: ordered }
  }
  const signing = signer.sign(concatBytes(proof.hash, hash))
  return signing instanceof Promise ? signing.then(finish) : finish(signing)
}

/** The general way: what cannot be taken apart is kept as a whole. */
async function signWhole(credential: JsonObject, options: TemplateSignOptions): Promise<CompactCredential> {
  return { frame: { texts: [JSON.stringify(await signCredential(credential, options))], holes: [] }, values: [] }
}

/**
 * The JSON text of a signed credential in its compact form: the very text that was signed, to the letter.
 *
 * @throws OpenBadgesError `invalid_argument` when a value is missing
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 * @example
 * const text = renderSigned({ frame: JSON.parse(row.frame), values: row.values })
 */
export function renderSigned({ frame, values }: CompactCredential): string {
  if (frame.holes.some((hole) => typeof values[hole] !== 'string')) throw new OpenBadgesError('invalid_argument', 'the values are not those of the frame')
  return fillJson(frame, values)
}
