import { asArray, isJsonObject, type JsonObject, type JsonValue, typesOf } from '../terms/json.ts'
import { detectVersion } from './detect-version.ts'
import { readDocument } from './read-document.ts'
import type { OpenBadgesVersion } from './report.ts'
import { issuerIdOf } from './verification.ts'

/** What is inside a document. Nothing of it is verified. */
export type Inspection = {
  version: OpenBadgesVersion
  /** How it was wrapped. */
  format: 'json' | 'jwt' | 'address'
  /** The image it was baked into. */
  baked: 'png' | 'svg' | undefined
  /** The address, when there is only one. */
  address?: string
  /** The header of the JWT. */
  header?: JsonObject
  id?: string
  type: string[]
  name?: string
  issuer?: { id: string; name?: string }
  recipient: { id?: string; identities: { type: string; hashed: boolean; value: string }[] }
  validFrom?: string
  validUntil?: string
  /** The kinds of embedded proofs: `eddsa-rdfc-2022`, `Ed25519Signature2020` … */
  proofs: string[]
  /** The kinds of statuses. */
  statuses: string[]
  credential: JsonObject | undefined
}

/**
 * What is inside a document, without judging it.
 *
 * @param document as `verifyCredential` takes it
 * @throws OpenBadgesError what the reading finds: `malformed_png`, `invalid_json`, `invalid_jws` …
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 * @example
 * inspectCredential(png).issuer?.name
 */
export function inspectCredential(document: string | Uint8Array | object): Inspection {
  const read = readDocument(document)
  if (read.kind === 'address') {
    return { version: 'unknown', format: 'address', baked: read.baked, address: read.url, type: [], recipient: { identities: [] }, proofs: [], statuses: [], credential: undefined }
  }
  const credential = read.document
  const issuer = isJsonObject(credential.issuer) ? credential.issuer : {}
  const text = (value: JsonValue | undefined) => (typeof value === 'string' ? value : undefined)
  const optional = {
    id: text(credential.id),
    name: text(credential.name),
    validFrom: text(credential.validFrom ?? credential.issuanceDate ?? credential.issuedOn),
    validUntil: text(credential.validUntil ?? credential.expirationDate ?? credential.expires),
  }
  const issuerId = issuerIdOf(credential)
  return {
    version: detectVersion(credential),
    format: read.kind === 'jws' ? 'jwt' : 'json',
    baked: read.baked,
    ...(read.jws ? { header: read.jws.header } : {}),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    type: typesOf(credential),
    ...(issuerId ? { issuer: { id: issuerId, ...(typeof issuer.name === 'string' ? { name: issuer.name } : {}) } } : {}),
    recipient: recipientOf(credential),
    proofs: asArray(credential.proof)
      .filter(isJsonObject)
      .map(({ type, cryptosuite }) => String(cryptosuite ?? type)),
    statuses: asArray(credential.credentialStatus)
      .filter(isJsonObject)
      .map(({ type }) => String(type)),
    credential,
  }
}

function recipientOf(credential: JsonObject): Inspection['recipient'] {
  const subject = isJsonObject(credential.credentialSubject) ? credential.credentialSubject : {}
  const identities = [...asArray(subject.identifier), ...asArray(credential.recipient)].filter(isJsonObject).map((identity) => ({
    type: String(identity.identityType ?? identity.type ?? ''),
    hashed: identity.hashed === true,
    value: String(identity.identityHash ?? identity.identity ?? ''),
  }))
  return { ...(typeof subject.id === 'string' ? { id: subject.id } : {}), identities }
}
