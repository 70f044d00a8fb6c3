import { sql } from 'kysely'
import type { Ctx } from '#ctx'

export type SimilarBadge = { achievementId: string; name: string; organizationName: string; imageId: string; isShared: boolean }

const SIMILAR_ENOUGH = 0.45

/** Published badges of the whole network with nearly the same name: look at them before making one more. */
export async function findSimilar(ctx: Ctx, input: { name: string; exceptId?: string | undefined }): Promise<SimilarBadge[]> {
  if (input.name.trim().length < 3) return []
  const { rows } = await sql<SimilarBadge>`
    select "achievementId", name, "organizationName", "imageId", "isShared" from (
      select distinct on (achievement.id) achievement.id as "achievementId", version.content->'name'->>'fr' as name, organization.name as "organizationName",
        version.image_id as "imageId", achievement.shared_at is not null as "isShared", similarity(searchable(version.content->'name'->>'fr'), searchable(${input.name})) as likeness
      from achievement_version version
      join achievement on achievement.id = version.achievement_id
      join organization on organization.id = achievement.organization_id
      where searchable(version.content->'name'->>'fr') % searchable(${input.name})
        and achievement.archived_at is null and organization.archived_at is null and achievement.id is distinct from ${input.exceptId ?? null}
      order by achievement.id, version.number desc
    ) latest where likeness >= ${SIMILAR_ENOUGH} order by likeness desc, name limit 4`.execute(ctx.db)
  return rows
}
