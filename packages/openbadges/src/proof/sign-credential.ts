import { encodeBase58 } from '../encoding/base58.ts'
import { OpenBadgesError } from '../errors.ts'
import type { DataIntegrityProof, SignedCredential } from '../terms/credential.ts'
import { toDateTimeZ } from '../terms/dates.ts'
import { asArray, cloneJson, type JsonObject } from '../terms/json.ts'
import type { Sha256 } from './canonicalize.ts'
import { type CryptosuiteName, getCryptosuite, hashForProof } from './cryptosuite.ts'
import type { Signer } from './signer.ts'

/** What `signCredential` needs besides the credential. */
export type SignOptions = {
  signer: Signer
  /** When it is signed; written to the second. */
  created: Date
  /** Default `eddsa-rdfc-2022`, which every conformant verifier knows. */
  cryptosuite?: CryptosuiteName
  /** A faster SHA-256 than pure JavaScript: `(data) => hash('sha256', data, 'buffer')` of node:crypto. */
  sha256?: Sha256 | undefined
}

/**
 * Adds a Data Integrity proof to a credential. The argument is never changed; proofs already there
 * stay beside the new one (a proof set).
 *
 * Not checked: that the credential conforms (see `buildAchievementCredential`), that the signer's key is
 * the issuer's.
 *
 * @throws OpenBadgesError `undefined_term`, `unknown_context`, `inline_context` (the document could not be
 *   wholly covered by the signature), `unsupported_algorithm` (the key does not fit the cryptosuite)
 * @see https://www.w3.org/TR/vc-data-integrity/#add-proof
 * @example
 * const signed = await signCredential(credential, { signer, created: new Date() })
 * signed.proof.proofValue // 'z5x9a…'
 */
export async function signCredential<C extends object>(credential: C, options: SignOptions): Promise<SignedCredential<C>> {
  const { signer } = options
  const suite = getCryptosuite(options.cryptosuite ?? 'eddsa-rdfc-2022')
  const keyType = suite.keyTypes.find((type) => type === signer.algorithm)
  if (!keyType) {
    const message = `${suite.name} cannot be signed with a key of type ${signer.algorithm}`
    throw new OpenBadgesError('unsupported_algorithm', message)
  }
  const { proof: earlier, ...document } = cloneJson(credential) as JsonObject
  const config: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: suite.name,
    created: toDateTimeZ(options.created),
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  if (suite.form === 'jcs' && document['@context'] !== undefined) {
    config['@context'] = document['@context']
  }
  const signature = await signer.sign(await hashForProof(suite, keyType, document, config, { sha256: options.sha256 }))
  const proof = { ...config, proofValue: `z${encodeBase58(signature)}` } as DataIntegrityProof
  const proofs = [...asArray(earlier as unknown as DataIntegrityProof[]), proof]
  return { ...document, proof: proofs.length === 1 ? proof : proofs } as SignedCredential<C>
}
