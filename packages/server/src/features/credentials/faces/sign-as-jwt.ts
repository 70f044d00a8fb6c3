import { signCredentialJwt } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { getSigner } from '#features/issuers/index.ts'
import type { ShownCredential } from './find-face.ts'

/** The same credential as a VC-JWT, signed now with the issuer's active key; the embedded proof is left out, one signature is enough. */
export async function signAsJwt(ctx: Ctx, credential: ShownCredential): Promise<string> {
  const { proof: _, ...unsigned } = JSON.parse(credential.document)
  const { signer } = await getSigner(ctx, credential.issuerId)
  return signCredentialJwt(unsigned, { signer })
}
