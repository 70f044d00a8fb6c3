import { sign } from 'node:crypto'
import type { Signer } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { issuerDid } from './issuer-address.ts'
import { openSigningKey } from './signing-key.ts'

/** Signs with the active key of an issuer. Whoever calls has made sure that the actor may. */
export async function getSigner(ctx: Ctx, issuerId: string): Promise<{ signer: Signer; signingKeyId: string }> {
  const key = await ctx.db
    .selectFrom('signing_key')
    .select(['id', 'public_key_multibase', 'private_key_sealed'])
    .where('issuer_id', '=', issuerId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (!key) throw refuse('not_found')
  const privateKey = openSigningKey(ctx.secrets, key)
  return {
    signingKeyId: key.id,
    signer: {
      verificationMethod: `${issuerDid(ctx.config, issuerId)}#${key.public_key_multibase}`,
      algorithm: 'Ed25519',
      sign: (data) => sign(null, data, privateKey),
    },
  }
}
