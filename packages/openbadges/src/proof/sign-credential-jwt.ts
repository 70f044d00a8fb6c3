import { OpenBadgesError } from '../errors.ts'
import { parseDateTimeZ } from '../terms/dates.ts'
import { cloneJson, isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { canonicalize } from './canonicalize.ts'
import { signJws } from './jws.ts'
import type { Signer } from './signer.ts'

/**
 * The credential as a VC-JWT: a compact JWS whose payload is the credential itself with the registered claims
 * `iss`, `jti`, `nbf`, `sub`, `exp`. A credential that has an embedded proof keeps it.
 *
 * Its contexts are checked as for an embedded proof, so that a document with undefined terms is never issued.
 *
 * @param options.signer Ed25519 signs as EdDSA, P-256 as ES256, P-384 as ES384; its `verificationMethod` becomes `kid`
 * @throws OpenBadgesError `invalid_credential`, `undefined_term`, `unknown_context`, `inline_context`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof
 * @example
 * const jwt = await signCredentialJwt(credential, { signer }) // signer.algorithm 'RS256' is known everywhere
 */
export async function signCredentialJwt(credential: object, options: { signer: Signer }): Promise<string> {
  const document = cloneJson(credential) as JsonObject
  const { proof: _, ...unsigned } = document
  await canonicalize(unsigned)
  return signJws({ kid: options.signer.verificationMethod, typ: 'JWT' }, { ...document, ...jwtClaims(document) }, options.signer)
}

/** The registered claims that say the same as the credential. Absent where the credential does not say it. */
export function jwtClaims(credential: JsonObject): JsonObject {
  const { issuer, credentialSubject: subject } = credential
  const iss = isJsonObject(issuer) ? issuer.id : issuer
  const nbf = toSeconds(credential.validFrom ?? credential.issuanceDate)
  const exp = toSeconds(credential.validUntil ?? credential.expirationDate)
  const sub = isJsonObject(subject) ? subject.id : undefined
  if (typeof iss !== 'string' || typeof credential.id !== 'string' || nbf === undefined) {
    throw new OpenBadgesError('invalid_credential', 'id, issuer and validFrom are needed')
  }
  const claims = { iss, jti: credential.id, nbf, sub, exp }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)) as JsonObject
}

function toSeconds(date: JsonValue | undefined): number | undefined {
  if (date === undefined) return undefined
  const instant = parseDateTimeZ(date)
  if (instant === undefined) throw new OpenBadgesError('invalid_credential', `not a date and time: ${date}`)
  return Math.floor(instant / 1000)
}
