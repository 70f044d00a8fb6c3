import type { Ctx } from '#ctx'
import { transaction } from '#ctx'
import { addSigningKey } from './signing-key.ts'

/**
 * The issuer of a structure, made with its first key if there is none. Safe to repeat and to run twice at once.
 * Asks nobody's permission: that every structure has an issuer is how things are, not somebody's decision.
 */
export function ensureIssuer(ctx: Ctx, organizationId: string): Promise<{ issuerId: string }> {
  return transaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('issuer')
      .values({ id: ctx.newId(), organization_id: organizationId, created_at: ctx.now() })
      .onConflict((conflict) => conflict.column('organization_id').doNothing())
      .execute()
    const issuer = await ctx.db
      .selectFrom('issuer')
      .select(['id', (eb) => eb.exists(eb.selectFrom('signing_key').whereRef('issuer_id', '=', 'issuer.id').where('retired_at', 'is', null)).as('has_key')])
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow()
    if (!issuer.has_key) await addSigningKey(ctx, issuer.id)
    return { issuerId: issuer.id }
  })
}
