import { sign } from 'node:crypto'
import { didKeyFromPublicKey, type Signer } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { makeSealedKey, openSigningKey } from './signing-key.ts'

/** Somebody with an account, or somebody who is known by an address that they have just proved to be theirs. */
export type Signatory = { personId: string } | { address: string }

/**
 * The key with which a person signs in their own name, made when it is first needed. Its did:key is the whole of its identity: what it signed
 * verifies anywhere, without this platform. Whoever calls has made sure that the actor is this person.
 */
export async function getPersonalSigner(ctx: Ctx, signatory: Signatory): Promise<{ did: string; signer: Signer }> {
  const key = (await findKey(ctx, signatory)) ?? (await makeKey(ctx, signatory))
  const privateKey = openSigningKey(ctx.secrets, key)
  const verificationMethod = `${key.did}#${key.did.slice('did:key:'.length)}`
  return { did: key.did, signer: { verificationMethod, algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) } }
}

const findKey = (ctx: Ctx, signatory: Signatory) =>
  ctx.db
    .selectFrom('personal_key')
    .select(['id', 'did', 'private_key_sealed'])
    .where((where) => ('personId' in signatory ? where('person_id', '=', signatory.personId) : where('address', '=', signatory.address)))
    .executeTakeFirst()

async function makeKey(ctx: Ctx, signatory: Signatory) {
  const { id, publicKey, sealed } = makeSealedKey(ctx)
  const whose = 'personId' in signatory ? { person_id: signatory.personId } : { address: signatory.address }
  await ctx.db
    .insertInto('personal_key')
    .values({ id, ...whose, did: didKeyFromPublicKey({ type: 'Ed25519', publicKey }), private_key_sealed: sealed, created_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Another request may have made it first.
  return (await findKey(ctx, signatory))!
}
