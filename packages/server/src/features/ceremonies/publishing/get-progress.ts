import type { Ctx } from '#ctx'
import { OUTCOMES, type Outcome } from '../ceremony.schema.ts'
import { findCeremony } from '../planning/ceremony-rows.ts'

export type PublishingCounts = Record<Outcome, number> & { total: number }

/** How far the publishing is. */
export async function getPublishingCounts(ctx: Ctx, ceremonyId: string): Promise<PublishingCounts> {
  await findCeremony(ctx, ceremonyId)
  const groups = await ctx.db
    .selectFrom('ceremony_recipient')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
    .where('ceremony_id', '=', ceremonyId)
    .groupBy('outcome')
    .execute()
  const of = (outcome: Outcome) => Number(groups.find((group) => group.outcome === outcome)?.count ?? 0)
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) }
}
