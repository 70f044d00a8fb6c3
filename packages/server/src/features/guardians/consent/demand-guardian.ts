import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** The tie of the signed-in person to this child; others learn nothing, not even that there is such a child. */
export async function demandGuardian(ctx: Ctx, childId: string) {
  const { personId } = requirePerson(ctx)
  const row =
    isUuid(childId) &&
    (await ctx.db
      .selectFrom('guardianship')
      .select(['id', 'shown_at'])
      .where('child_id', '=', childId)
      .where('guardian_id', '=', personId)
      .where('ended_at', 'is', null)
      .executeTakeFirst())
  if (!row) throw refuse('not_found')
  return { guardianshipId: row.id, isShownByChild: row.shown_at !== null }
}
