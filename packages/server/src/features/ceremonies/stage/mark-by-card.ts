import { type Ctx, transaction } from '#ctx'
import { hashClaimCode, readClaimCode } from '#features/passports/index.ts'
import { refuse } from '../ceremonies.errors.ts'
import { findCeremony } from '../planning/ceremony-rows.ts'
import { markRecipient } from './mark-recipient.ts'

export type MarkedCard = { recipientId: string; wasHanded: boolean }

/** The card in a hand, scanned or typed: it was handed over. An address that a phone read is as good as the code in it. */
export async function markByCard(ctx: Ctx, { ceremonyId, typed }: { ceremonyId: string; typed: string }): Promise<MarkedCard> {
  return transaction(ctx, async (ctx) => {
    await findCeremony(ctx, ceremonyId)
    const row = await ctx.db
      .selectFrom('ceremony_recipient')
      .leftJoin('claim', (join) => join.onRef('claim.credential_id', '=', 'ceremony_recipient.credential_id').on('claim.code_hash', '=', hashOf(ctx, typed)))
      .select(['ceremony_recipient.id', 'presence'])
      .where('ceremony_id', '=', ceremonyId)
      .where((where) => where.or([where('card_hash', '=', hashOf(ctx, typed)), where('claim.id', 'is not', null)]))
      .executeTakeFirst()
    if (!row) throw refuse('card_unknown')
    await markRecipient(ctx, { recipientId: row.id, presence: 'handed' })
    return { recipientId: row.id, wasHanded: row.presence === 'handed' }
  })
}

const hashOf = (ctx: Ctx, typed: string): Buffer => hashClaimCode(ctx, readClaimCode(/\/claim\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed))
