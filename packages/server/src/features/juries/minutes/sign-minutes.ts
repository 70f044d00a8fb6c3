import type { Signer } from '@boat/openbadges'
import type { Minutes } from './minutes.schema.ts'

export const MINUTES_TYPE = 'minutes+jws'

/** A compact JWS (RFC 7515) that holds the minutes: whoever has the public key of the structure can read and verify it, without us. */
export async function signMinutes(minutes: Minutes, signer: Signer): Promise<string> {
  const header = { alg: 'EdDSA', typ: MINUTES_TYPE, kid: signer.verificationMethod }
  const input = [header, minutes].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${input}.${Buffer.from(await signer.sign(Buffer.from(input))).toString('base64url')}`
}
