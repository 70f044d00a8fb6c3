import type { Ctx } from '#ctx'
import { transaction } from '#ctx'
import { newCode, newToken } from '#kit/secrets.ts'
import { type ClaimChannel, hashClaimCode } from './claim-code.ts'

const DAY_MS = 86_400_000
const LIFETIME_DAYS: Record<ClaimChannel, number> = { mail: 180, card: 400 }
export const CARD_LIFETIME_MS = LIFETIME_DAYS.card * DAY_MS

/**
 * A new code for a badge somebody received: eight letters for a card, a long token for a mail. It is told once and kept as a keyed hash.
 * A new card makes the earlier one void; a mail does not: whoever was reminded may open either.
 * The caller has already asked whether the actor may.
 */
export function createClaim(ctx: Ctx, input: { credentialId: string; channel: ClaimChannel }): Promise<{ code: string }> {
  return transaction(ctx, async (ctx) => {
    const now = ctx.now()
    const code = input.channel === 'card' ? newCode() : newToken()
    if (input.channel === 'card')
      await ctx.db
        .updateTable('claim')
        .set({ replaced_at: now })
        .where('credential_id', '=', input.credentialId)
        .where('channel', '=', 'card')
        .where('replaced_at', 'is', null)
        .execute()
    await ctx.db
      .insertInto('claim')
      .values({
        id: ctx.newId(),
        credential_id: input.credentialId,
        channel: input.channel,
        code_hash: hashClaimCode(ctx, code),
        created_at: now,
        expires_at: new Date(now.getTime() + LIFETIME_DAYS[input.channel] * DAY_MS),
      })
      .execute()
    return { code }
  })
}
