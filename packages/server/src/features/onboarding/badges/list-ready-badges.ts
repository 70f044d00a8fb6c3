import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { type ReadyBadgeKey, readyBadges } from './ready-badges.ts'

export type ReadyBadgeLine = { key: ReadyBadgeKey; achievementId: string | null; isPublished: boolean }

/** The ready badges, and those that the structure has already: adopted, or of its own under the same name. */
export async function listReadyBadges(ctx: Ctx, organizationId: string): Promise<ReadyBadgeLine[]> {
  await demand(ctx, 'lead', organizationId)
  const keys = Object.keys(readyBadges) as ReadyBadgeKey[]
  const { rows } = await sql<{ key: ReadyBadgeKey; achievementId: string; isPublished: boolean }>`
    select distinct on (ready.key) ready.key, achievement.id as "achievementId", latest.content is not null as "isPublished"
    from unnest(${keys}::text[], ${keys.map((key) => readyBadges[key].content.name.fr)}::text[]) as ready (key, name)
    join achievement on achievement.organization_id = ${organizationId}
    left join lateral (select content from achievement_version where achievement_id = achievement.id order by number desc limit 1) latest on true
    left join adopted_badge on adopted_badge.achievement_id = achievement.id and adopted_badge.ready_badge = ready.key
    where adopted_badge.achievement_id is not null
      or (archived_at is null and searchable(coalesce(latest.content, draft -> 'content') -> 'name' ->> 'fr') = searchable(ready.name))
    order by ready.key, adopted_badge.achievement_id is null`.execute(ctx.db)
  const found = new Map(rows.map((row) => [row.key, row]))
  return keys.map((key) => ({ key, achievementId: found.get(key)?.achievementId ?? null, isPublished: found.get(key)?.isPublished ?? false }))
}
