import { type Ctx, requirePerson } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../endorsements.errors.ts'

/** The holder shows an endorsement with the badge, to whoever may see the badge; or keeps it private again. */
export async function showEndorsement(ctx: Ctx, { endorsementId, isShown }: { endorsementId: string; isShown: boolean }): Promise<{ badgeId: string }> {
  const { personId } = requirePerson(ctx)
  const row = isUuid(endorsementId)
    ? await ctx.db.selectFrom('endorsement').select(['id', 'badge_id', 'withdrawn_at']).where('id', '=', endorsementId).where('holder_id', '=', personId).executeTakeFirst()
    : undefined
  if (!row) throw refuseKit('not_found')
  if (isShown && row.withdrawn_at) throw refuse('endorsement_withdrawn')
  await ctx.db
    .updateTable('endorsement')
    .set({ shown_at: isShown ? ctx.now() : null })
    .where('id', '=', row.id)
    .execute()
  return { badgeId: row.badge_id }
}
