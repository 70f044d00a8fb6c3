import { sha384 } from '@noble/hashes/sha2.js'
import { concatBytes, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { asArray, type JsonObject } from '../terms/json.ts'
import { canonicalize, defaultSha256, type Sha256 } from './canonicalize.ts'
import { canonicalizeJson } from './canonicalize-json.ts'
import { canonicalizeOptions } from './canonicalize-options.ts'
import type { MultikeyType } from './multikey.ts'

/**
 * How a Data Integrity proof is made: which form of the document is hashed, which keys may sign it.
 *
 * @see https://www.w3.org/TR/vc-data-integrity/#cryptographic-suites
 */
export type Cryptosuite = {
  name: string
  keyTypes: readonly MultikeyType[]
  /** Canonical RDF (RDFC-1.0), or canonical JSON (JCS), of which the proof repeats the document's `@context`. */
  form: 'rdfc' | 'jcs'
}

/** The cryptosuites by which `signCredential` signs. */
export type CryptosuiteName = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-jcs-2019'

const suites: readonly (Cryptosuite & { name: CryptosuiteName })[] = [
  { name: 'eddsa-rdfc-2022', keyTypes: ['Ed25519'], form: 'rdfc' },
  { name: 'eddsa-jcs-2022', keyTypes: ['Ed25519'], form: 'jcs' },
  { name: 'ecdsa-rdfc-2019', keyTypes: ['P-256', 'P-384'], form: 'rdfc' },
  { name: 'ecdsa-jcs-2019', keyTypes: ['P-256', 'P-384'], form: 'jcs' },
]

/** Verified, never made: a type of its own, and the name that eddsa-rdfc-2022 had before it was a standard. */
const ED25519_SIGNATURE_2020: Cryptosuite = { name: 'Ed25519Signature2020', keyTypes: ['Ed25519'], form: 'rdfc' }
const EDDSA_2022: Cryptosuite = { name: 'eddsa-2022', keyTypes: ['Ed25519'], form: 'rdfc' }

/** The cryptosuite that a proof says it is of, or `undefined`: an unknown one is never taken for a known one. */
export function findSuiteOf(proof: JsonObject): Cryptosuite | undefined {
  // A link of a proof chain signs other proofs too, which is not verified here.
  if (proof.previousProof !== undefined) return undefined
  if (proof.type === ED25519_SIGNATURE_2020.name && proof.cryptosuite === undefined) return ED25519_SIGNATURE_2020
  if (proof.type !== 'DataIntegrityProof') return undefined
  return [...suites, EDDSA_2022].find((suite) => suite.name === proof.cryptosuite)
}

/** The cryptosuite of that name. Throws `unsupported_cryptosuite`. */
export function getCryptosuite(name: string): Cryptosuite {
  const suite = suites.find((candidate) => candidate.name === name)
  if (suite) return suite
  throw new OpenBadgesError('unsupported_cryptosuite', `cryptosuite ${name} is not known here`)
}

/** The canonical N-Quads of a document, or at least their SHA-256. */
export type Form = { canonical?: string | undefined; digest?: Uint8Array | undefined }

/** What is known already of a document, or done faster. */
export type KnownForm = Form & { sha256?: Sha256 | undefined }

const sha384Of: Sha256 = (data) => sha384(typeof data === 'string' ? toUtf8(data) : data)

/**
 * The bytes that are signed: hash(proof options) ‖ hash(document), SHA-256, or SHA-384 for P-384 keys.
 *
 * @param document the document without its proofs
 * @param options the proof without `proofValue`; the document's `@context` gives its terms meaning
 * @param known.canonical the canonical N-Quads of the document, when they are known already
 * @param known.digest their SHA-256, when that is known already
 * @param known.sha256 a faster SHA-256 than pure JavaScript
 * @see https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022
 * @see https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-rdfc-2019
 */
export async function hashForProof(suite: Cryptosuite, keyType: MultikeyType, document: JsonObject, options: JsonObject, known: KnownForm = {}): Promise<Uint8Array> {
  const { canonical, digest, sha256 = defaultSha256 } = known
  const hash = keyType === 'P-384' ? sha384Of : sha256
  const context = document['@context']
  if (suite.form === 'jcs') {
    const { '@context': signedContext = context } = options
    const secured = signedContext === undefined ? document : { ...document, '@context': signedContext }
    return concatBytes(hash(canonicalizeJson(options)), hash(canonicalizeJson(secured)))
  }
  const config = context === undefined ? options : { ...options, '@context': context }
  // The curve's hash labels the blank nodes, too: what was canonicalized by SHA-256 is of no use to P-384.
  if (hash === sha384Of) return concatBytes(hash(await canonicalize(config, hash)), hash(await canonicalize(document, hash)))
  const proofText = await canonicalizeOptions(config, sha256)
  if (digest) return concatBytes(hash(proofText), digest)
  return concatBytes(hash(proofText), hash(canonical ?? (await canonicalize(document, sha256))))
}

/** Whether the contexts that a proof repeats, as JCS proofs do, are the first of the document's, in order. */
export function repeatsContext(document: JsonObject, proof: JsonObject): boolean {
  const contexts = asArray(document['@context'])
  return asArray(proof['@context']).every((context, index) => context === contexts[index])
}
