import type { ResolvedKey } from '../did/resolve-key.ts'
import type { Sha256 } from '../proof/canonicalize.ts'
import type { Form } from '../proof/cryptosuite.ts'
import type { Jws } from '../proof/jws.ts'
import type { Verifiers } from '../proof/signer.ts'
import { isJsonObject, type JsonObject } from '../terms/json.ts'
import type { Loader } from './load-document.ts'
import type { Warning } from './report.ts'

/** A value that the recipient is known by: an address, an id. With its type when that is known too. */
export type KnownRecipient = string | { value: string; type?: string }

/** What the steps of one verification share. */
export type Verification = {
  /** The credential as it is signed: of a JWT, the credential in its payload. */
  document: JsonObject
  /** The JWS around it, when it came as one. */
  jws: Jws | undefined
  loader: Loader
  now: Date
  verifiers: Verifiers
  /** A faster SHA-256 than pure JavaScript. */
  sha256: Sha256 | undefined
  recipient: KnownRecipient | undefined
  /** What the proof must say it was made for, when that was asked. */
  domain: string | undefined
  challenge: string | undefined
  /** How many credentials this one is inside of. */
  depth: number
  warnings: Warning[]
  /** What a proof signs of the document without its proofs; set by the first step. */
  form?: Form
  /** The key of the proof that was accepted; set by the second step. */
  signedBy?: ResolvedKey
}

/** The id of the issuer, which may be an object or only its id. */
export function issuerIdOf(document: JsonObject): string {
  const { issuer } = document
  const id = isJsonObject(issuer) ? issuer.id : issuer
  return typeof id === 'string' ? id : ''
}

/** The document without its proofs. */
export function withoutProof(document: JsonObject): JsonObject {
  const { proof: _, ...rest } = document
  return rest
}
