import { type Ctx, requirePerson, transaction } from '#ctx'
import { spend } from '#kit/rate-limit.ts'
import { refuse } from '../../passports.errors.ts'
import { congratulated } from '../../passports.facts.ts'
import { CongratulateInput } from '../circle.schema.ts'
import { findCongratulable } from './find-congratulable.ts'

const A_DAY = { max: 20, windowSeconds: 86_400 }

/** A warm word to whoever holds a badge that one sees: one word for each badge, which can be changed, and is not said again once they have taken it off. */
export async function congratulate(ctx: Ctx, input: CongratulateInput): Promise<void> {
  const { badgeId, phrase, words } = CongratulateInput.parse(input)
  const me = requirePerson(ctx).personId
  const { personId, closed } = await findCongratulable(ctx, badgeId)
  if (closed) throw refuse(closed === 'yours' ? 'circle_from_fifteen' : 'not_congratulable')
  await spend(ctx.db, ctx.now(), { key: `congratulate:${me}`, ...A_DAY })
  const said = phrase === 'own' ? { phrase: null, words } : { phrase, words: '' }
  await transaction(ctx, async (ctx) => {
    const row = await ctx.db
      .insertInto('congratulation')
      .values({ id: ctx.newId(), from_person_id: me, to_person_id: personId, badge_id: badgeId, ...said, created_at: ctx.now() })
      .onConflict((conflict) => conflict.columns(['from_person_id', 'badge_id']).doUpdateSet(said).where('congratulation.removed_at', 'is', null))
      .returning('id')
      .executeTakeFirst()
    if (row) await ctx.jobs.announce(congratulated, { congratulationId: row.id })
  })
}

/** What one has said is unsaid. What was taken off by the other stays so: it is not theirs to know. */
export async function withdrawCongratulation(ctx: Ctx, badgeId: string): Promise<void> {
  const me = requirePerson(ctx).personId
  await ctx.db.deleteFrom('congratulation').where('from_person_id', '=', me).where('badge_id', '=', badgeId).where('removed_at', 'is', null).execute()
}
