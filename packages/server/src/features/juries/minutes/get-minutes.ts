import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type Jury, takeSeat } from '../take-seat.ts'
import type { Minutes } from './minutes.schema.ts'
import { type MinutesFinding, readMinutes, verifyMinutes } from './verify-minutes.ts'

export type SignedMinutes = { jury: Jury; minutes: Minutes; jws: string; finding: MinutesFinding }

/**
 * The minutes of a closed séance, verified as they are read: for those who award badges there, and for the grown-ups of the structure
 * who sat. Guests and pupils sat without names. Whoever sat and was proposed learns of it with everybody else.
 */
export async function getMinutes(ctx: Ctx, juryId: string): Promise<SignedMinutes> {
  const { jury, mayPrepare, isPupil, personId } = await takeSeat(ctx, { juryId })
  if (!jury.minutes) throw refuse('not_found')
  if (!mayPrepare && (isPupil || (await isUnderEmbargo(ctx, jury.id, personId)))) throw refuse('not_allowed')
  return { jury, jws: jury.minutes, minutes: readMinutes(jury.minutes), finding: await verifyMinutes(ctx, jury.minutes, jury.organization_id) }
}

async function isUnderEmbargo(ctx: Ctx, juryId: string, personId: string | undefined): Promise<boolean> {
  if (personId === undefined) return true
  const own = await ctx.db
    .selectFrom('jury_dossier')
    .innerJoin('nomination', 'nomination.id', 'nomination_id')
    .select('nomination.id')
    .where('jury_id', '=', juryId)
    .where('person_id', '=', personId)
    .where('nomination.state', '=', 'agreed')
    .executeTakeFirst()
  return own !== undefined
}
