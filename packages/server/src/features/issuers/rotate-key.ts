import type { Ctx } from '#ctx'
import { transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { refuse } from './issuers.errors.ts'
import { addSigningKey } from './signing-key.ts'

export type RotateKeyInput = {
  organizationId: string
  /** Which key: by default the one that signs today. */
  keyId?: string
  /** The key may be in other hands: what it signed is no longer believed. Needs a reason. */
  compromised?: boolean
  reason?: string
}

/** Retires the key that signs and makes another; or takes a key's word away, when somebody else may hold it. */
export async function rotateKey(ctx: Ctx, input: RotateKeyInput): Promise<void> {
  await demand(ctx, 'manage-owners', input.organizationId)
  const reason = input.reason?.trim() || null
  if (input.compromised && !reason) throw refuse('reason_required')
  await transaction(ctx, async (ctx) => {
    const key = await lockKey(ctx, input)
    if (input.compromised && key.compromised_at) throw refuse('key_already_compromised')
    if (!input.compromised && key.retired_at) throw refuse('key_already_rotated')
    const now = ctx.now()
    await ctx.db
      .updateTable('signing_key')
      .set({ retired_at: key.retired_at ?? now, ...(input.compromised && { compromised_at: now, compromise_reason: reason }) })
      .where('id', '=', key.id)
      .execute()
    if (!key.retired_at) await addSigningKey(ctx, key.issuer_id)
    await recordAct(ctx, { organizationId: input.organizationId, act: input.compromised ? 'key.compromised' : 'key.rotated', subject: { keyId: key.id }, reason: reason ?? '' })
  })
}

async function lockKey(ctx: Ctx, { organizationId, keyId }: RotateKeyInput) {
  const key = await ctx.db
    .selectFrom('signing_key')
    .innerJoin('issuer', 'issuer.id', 'signing_key.issuer_id')
    .select(['signing_key.id', 'signing_key.issuer_id', 'signing_key.retired_at', 'signing_key.compromised_at'])
    .where('issuer.organization_id', '=', organizationId)
    .where((eb) => (keyId ? eb('signing_key.id', '=', keyId) : eb('signing_key.retired_at', 'is', null)))
    .forUpdate('signing_key')
    .executeTakeFirst()
  if (!key) throw refuseAnything('not_found')
  return key
}
