// Ed25519 key pairs: made here, sealed here, opened here. A private key leaves this file only as a KeyObject that can sign.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { encodeMultikey } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import type { Secrets } from '#kit/secrets.ts'

/** A sealed key opens only under the label of its own row. */
const labelOf = (keyId: string) => `signing-key:${keyId}`

/** The active key of an issuer; does nothing when another process has just made one. */
export async function addSigningKey(ctx: Ctx, issuerId: string): Promise<void> {
  const { id, publicKey, sealed } = makeSealedKey(ctx)
  await ctx.db
    .insertInto('signing_key')
    .values({
      id,
      issuer_id: issuerId,
      algorithm: 'Ed25519',
      public_key_multibase: encodeMultikey({ type: 'Ed25519', publicKey }),
      private_key_sealed: sealed,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A new key pair: the public half raw, the private half sealed under the id that its row must bear. */
export function makeSealedKey(ctx: Ctx): { id: string; publicKey: Uint8Array; sealed: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const id = ctx.newId()
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  const sealed = ctx.secrets.seal(der, labelOf(id))
  der.fill(0)
  return { id, publicKey: rawPublicKey(publicKey), sealed }
}

/** Making a KeyObject costs seven signatures, so each is made once per process. Kept per `Secrets`: another key never opens it. */
const opened = new WeakMap<Secrets, Map<string, KeyObject>>()

export function openSigningKey(secrets: Secrets, key: { id: string; private_key_sealed: Uint8Array }): KeyObject {
  const cache = opened.get(secrets) ?? new Map<string, KeyObject>()
  opened.set(secrets, cache)
  const known = cache.get(key.id)
  if (known) return known
  const der = Buffer.from(secrets.open(key.private_key_sealed, labelOf(key.id)))
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  cache.set(key.id, privateKey)
  return privateKey
}

const rawPublicKey = (key: KeyObject): Uint8Array => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url')
