import { createHash, createPublicKey, verify } from 'node:crypto'
import { decodeMultikey } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { issuerDid } from '#features/issuers/index.ts'
import type { Minutes } from './minutes.schema.ts'
import { MINUTES_TYPE } from './sign-minutes.ts'

export type MinutesFinding = { outcome: 'authentic' | 'altered' | 'unknown_key' | 'compromised_key'; sha256: string; kid: string | undefined }

/** Whether these minutes are what the structure signed. */
export async function verifyMinutes(ctx: Ctx, jws: string, organizationId: string): Promise<MinutesFinding> {
  const sha256 = createHash('sha256').update(jws).digest('hex')
  const [head = '', payload = '', signature = ''] = jws.split('.')
  const kid = readKid(head)
  const keys = await ctx.db
    .selectFrom('signing_key')
    .innerJoin('issuer', 'issuer.id', 'issuer_id')
    .select(['issuer.id', 'public_key_multibase', 'compromised_at'])
    .where('organization_id', '=', organizationId)
    .execute()
  const key = keys.find(({ id, public_key_multibase }) => kid === `${issuerDid(ctx.config, id)}#${public_key_multibase}`)
  if (!key) return { outcome: kid ? 'unknown_key' : 'altered', sha256, kid }
  const x = Buffer.from(decodeMultikey(key.public_key_multibase).publicKey).toString('base64url')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const isSigned = verify(null, Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))
  return { outcome: !isSigned ? 'altered' : key.compromised_at ? 'compromised_key' : 'authentic', sha256, kid }
}

/** What the document says; whether it may be believed is another question. */
export const readMinutes = (jws: string): Minutes => JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Minutes

function readKid(head: string): string | undefined {
  try {
    const { alg, typ, kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
    return alg === 'EdDSA' && typ === MINUTES_TYPE && typeof kid === 'string' ? kid : undefined
  } catch {
    return undefined
  }
}
