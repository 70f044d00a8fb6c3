import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import type { AchievementContent } from '../achievement.schema.ts'

export type NetworkBadge = {
  achievementId: string
  content: AchievementContent
  imageId: string
  author: { id: string; name: string }
  isAdopted: boolean
  /** How many structures give it beside its author. */
  adopterCount: number
}

const SHOWN = 60

/** What the structures of the network share, by name: where a structure looks before it defines one more badge. */
export async function listNetworkBadges(
  ctx: Ctx,
  { organizationId, search = '', authorId }: { organizationId: string; search?: string; authorId?: string | undefined },
): Promise<NetworkBadge[]> {
  await demand(ctx, 'view', organizationId)
  const { rows } = await sql<Row>`
    select achievement.id, version.content, version.image_id, author.id as author_id, author.name as author_name,
      exists (select from achievement_adoption where achievement_id = achievement.id and organization_id = ${organizationId} and ended_at is null) as is_adopted,
      (select count(*)::int from achievement_adoption where achievement_id = achievement.id and ended_at is null) as adopter_count
    from achievement
    join organization author on author.id = achievement.organization_id
    join lateral (select content, image_id from achievement_version where achievement_id = achievement.id order by number desc limit 1) version on true
    where achievement.shared_at is not null and achievement.archived_at is null and author.archived_at is null and author.id <> ${organizationId}
      and (${authorId ?? null}::uuid is null or author.id = ${authorId ?? null})
      and (${search} = '' or searchable(concat_ws(' ', version.content->'name'->>'fr', version.content->'name'->>'en', version.content->>'tags', author.name))
        like '%' || searchable(${escapeLike(search)}) || '%')
    order by searchable(version.content->'name'->>'fr'), achievement.id limit ${SHOWN}`.execute(ctx.db)
  return rows.map((row) => ({
    achievementId: row.id,
    content: row.content,
    imageId: row.image_id,
    author: { id: row.author_id, name: row.author_name },
    isAdopted: row.is_adopted,
    adopterCount: row.adopter_count,
  }))
}

/** Who shares badges, to choose among. */
export async function listAuthors(ctx: Ctx, organizationId: string): Promise<{ id: string; name: string }[]> {
  await demand(ctx, 'view', organizationId)
  return ctx.db
    .selectFrom('achievement')
    .innerJoin('organization', 'organization.id', 'achievement.organization_id')
    .select(['organization.id', 'organization.name'])
    .distinct()
    .where('achievement.shared_at', 'is not', null)
    .where('achievement.archived_at', 'is', null)
    .where('organization.archived_at', 'is', null)
    .where('organization.id', '<>', organizationId)
    .orderBy('organization.name')
    .execute()
}

type Row = { id: string; content: AchievementContent; image_id: string; author_id: string; author_name: string; is_adopted: boolean; adopter_count: number }

const escapeLike = (text: string): string => text.trim().replace(/[\\%_]/g, '\\$&')
