import { decodeMultibase } from '../encoding/multibase.ts'
import { readForm, rememberShape } from '../template/seen.ts'
import type { JsonObject } from '../terms/json.ts'
import { findSuiteOf, hashForProof, type KnownForm, repeatsContext } from './cryptosuite.ts'
import type { PublicKey, Verifiers } from './signer.ts'
import { verifySignature } from './verify-signature.ts'

/**
 * Whether one Data Integrity proof is the given key's signature of the given document.
 *
 * Not checked: whose key it is, the purpose, the dates. `verifyCredential` does all of it.
 *
 * @param document the document without `proof`
 * @param proof the proof with its `proofValue`
 * @param options.canonical the document's canonical N-Quads, when they are known already
 * @throws OpenBadgesError as `canonicalize`, when the document cannot be covered by a signature at all
 * @see https://www.w3.org/TR/vc-data-integrity/#verify-proof
 * @example
 * const { proof, ...document } = signed
 * await verifyProof(document, proof, { type: 'Ed25519', publicKey }) // true
 */
export async function verifyProof(document: JsonObject, proof: JsonObject, key: PublicKey, options: KnownForm & { verifiers?: Verifiers | undefined } = {}): Promise<boolean> {
  const suite = findSuiteOf(proof)
  if (!suite || key.type === 'RS256' || !suite.keyTypes.includes(key.type)) return false
  const { proofValue, ...config } = proof
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return false
  let signature: Uint8Array
  try {
    signature = decodeMultibase(proofValue)
  } catch {
    return false
  }
  if (!repeatsContext(document, proof)) return false
  const { sha256, verifiers } = options
  const isBySha256 = suite.form === 'rdfc' && key.type !== 'P-384'
  const form = isBySha256 && options.canonical === undefined && options.digest === undefined ? await readForm(document, sha256) : options
  const data = await hashForProof(suite, key.type, document, config, { ...form, sha256 })
  const isValid = await verifySignature(key, data, signature, verifiers)
  if (isValid && isBySha256 && form.digest === undefined) await rememberShape(document)
  return isValid
}
