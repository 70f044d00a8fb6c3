import { decodeMultibase } from '../encoding/multibase.ts'
import type { JsonObject } from '../terms/json.ts'
import { findCryptosuite, hashForProof } from './cryptosuite.ts'
import type { PublicKey, Verifiers } from './signer.ts'
import { verifySignature } from './verify-signature.ts'

/**
 * Whether one Data Integrity proof is the given key's signature of the given document.
 *
 * Not checked: whose key it is, the purpose, the dates. `verifyCredential` does all of it.
 *
 * @param document the document without `proof`
 * @param proof the proof with its `proofValue`
 * @throws OpenBadgesError as `canonicalize`, when the document cannot be covered by a signature at all
 * @see https://www.w3.org/TR/vc-data-integrity/#verify-proof
 */
export async function verifyProof(document: JsonObject, proof: JsonObject, key: PublicKey, verifiers: Verifiers = {}): Promise<boolean> {
  const suite = proof.type === 'DataIntegrityProof' ? findCryptosuite(proof.cryptosuite) : undefined
  if (!suite || key.type === 'RS256' || !suite.keyTypes.includes(key.type)) return false
  const { proofValue, ...options } = proof
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return false
  let signature: Uint8Array
  try {
    signature = decodeMultibase(proofValue)
  } catch {
    return false
  }
  return verifySignature(key, await hashForProof(suite, key.type, document, options), signature, verifiers)
}
