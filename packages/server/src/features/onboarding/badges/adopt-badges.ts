import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { demand, recordAct } from '#features/organizations/index.ts'
import { startFirstYear } from '../first-year.ts'
import { refuse } from '../onboarding.errors.ts'
import { listReadyBadges } from './list-ready-badges.ts'
import { isReadyBadge, readyBadges } from './ready-badges.ts'

type Input = { organizationId: string; chosen: readonly string[]; isPublished: boolean }

/** Ready badges become the structure's own, as drafts to make theirs or published at once. What is there already is left as it is. */
export async function adoptBadges(ctx: Ctx, { organizationId, chosen, isPublished }: Input): Promise<{ adopted: number }> {
  await demand(ctx, 'lead', organizationId)
  const keys = [...new Set(chosen)].filter(isReadyBadge)
  if (keys.length === 0) throw refuse('nothing_chosen')
  return transaction(ctx, async (ctx) => {
    // One at a time in a structure: two clicks, or two people, make one badge.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`adopt:${organizationId}`}, 0))`.execute(ctx.db)
    await startFirstYear(ctx, organizationId)
    const there = new Map((await listReadyBadges(ctx, organizationId)).map(({ key, achievementId }) => [key, achievementId]))
    const missing = keys.filter((key) => !there.get(key))
    for (const key of missing) {
      const { content, design } = readyBadges[key]
      const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { design, title: content.imageAlt.fr } })
      await ctx.db.insertInto('adopted_badge').values({ organization_id: organizationId, ready_badge: key, achievement_id: achievementId, adopted_at: ctx.now() }).execute()
      if (isPublished) await publishVersion(ctx, achievementId)
      await recordAct(ctx, { organizationId, act: isPublished ? 'onboarding.badge-published' : 'onboarding.badge-adopted', subject: { achievementId } })
    }
    return { adopted: missing.length }
  })
}
