import type { Ctx } from '#ctx'
import { CARD_LIFETIME_MS } from './create-claim.ts'

/**
 * A card that was printed before its badge existed: from now on its code opens this badge. Adopted twice it is adopted once.
 * The caller has already asked whether the actor may.
 */
export async function adoptCard(ctx: Ctx, { credentialId, codeHash, printedAt }: { credentialId: string; codeHash: Buffer; printedAt: Date }): Promise<void> {
  await ctx.db
    .insertInto('claim')
    .values({
      id: ctx.newId(),
      credential_id: credentialId,
      channel: 'card',
      code_hash: codeHash,
      created_at: printedAt,
      expires_at: new Date(ctx.now().getTime() + CARD_LIFETIME_MS),
    })
    .onConflict((conflict) => conflict.column('code_hash').doNothing())
    .execute()
}
