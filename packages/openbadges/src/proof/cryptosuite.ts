import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { concatBytes, toUtf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../terms/json.ts'
import { canonicalize } from './canonicalize.ts'
import type { MultikeyType } from './multikey.ts'

/**
 * How a Data Integrity proof is made: which form of the document is hashed, which keys may sign it.
 *
 * @see https://www.w3.org/TR/vc-data-integrity/#cryptographic-suites
 */
export type Cryptosuite = {
  name: string
  keyTypes: readonly MultikeyType[]
  /** The text of a document, or of the proof's options, that is hashed. */
  canonicalize(document: JsonObject): Promise<string>
  /** Whether the proof's options repeat the document's `@context` in the signed proof (JCS suites). */
  writesContext: boolean
}

const rdfc = { canonicalize, writesContext: false }

const suites: readonly Cryptosuite[] = [{ name: 'eddsa-rdfc-2022', keyTypes: ['Ed25519'], ...rdfc }]

/** The cryptosuites by which `signCredential` signs and `verifyCredential` verifies. */
export type CryptosuiteName = 'eddsa-rdfc-2022'

/** The cryptosuite of that name, or `undefined`: an unknown one is never taken for a known one. */
export function findCryptosuite(name: unknown): Cryptosuite | undefined {
  return suites.find((suite) => suite.name === name)
}

/** As `findCryptosuite`, but throws `unsupported_cryptosuite`. */
export function getCryptosuite(name: string): Cryptosuite {
  const suite = findCryptosuite(name)
  if (suite) return suite
  throw new OpenBadgesError('unsupported_cryptosuite', `cryptosuite ${name} is not known here`)
}

/**
 * The bytes that are signed: hash(proof options) ‖ hash(document), SHA-256, or SHA-384 for P-384 keys.
 *
 * @param document the document without its proofs
 * @param options the proof without `proofValue`; the document's `@context` gives its terms meaning
 * @see https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022
 */
export async function hashForProof(suite: Cryptosuite, keyType: MultikeyType, document: JsonObject, options: JsonObject): Promise<Uint8Array> {
  const hash = keyType === 'P-384' ? sha384 : sha256
  const context = document['@context']
  const config = context === undefined ? options : { '@context': context, ...options }
  const proofText = await suite.canonicalize(config)
  const documentText = await suite.canonicalize(document)
  return concatBytes(hash(toUtf8(proofText)), hash(toUtf8(documentText)))
}
