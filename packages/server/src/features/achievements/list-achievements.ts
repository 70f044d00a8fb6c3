import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import type { DraftContent } from './achievement.schema.ts'

export type AchievementState = 'published' | 'draft' | 'archived'
export type AchievementCard = {
  achievementId: string
  state: AchievementState
  /** A published badge whose next version is being written. */
  hasDraft: boolean
  name: DraftContent['name']
  description: DraftContent['description']
  imageId: string | null
  imageAlt: DraftContent['imageAlt']
  latest: { versionId: string; number: number; publishedAt: Date } | null
  updatedAt: Date
}

/** The badges of a structure as its staff sees them: what is published first, then what is being written, then what is archived. */
export async function listAchievements(ctx: Ctx, organizationId: string, { search = '' }: { search?: string } = {}): Promise<AchievementCard[]> {
  await demand(ctx, 'view', organizationId)
  const { rows } = await sql<Row>`
    select achievement.id, achievement.archived_at, achievement.updated_at, achievement.draft is not null as has_draft,
      coalesce(latest.content, achievement.draft->'content') as content, coalesce(latest.image_id, (achievement.draft->>'imageId')::uuid) as image_id,
      latest.id as version_id, latest.number, latest.published_at
    from achievement
    left join lateral (
      select id, number, content, image_id, published_at from achievement_version where achievement_id = achievement.id order by number desc limit 1
    ) latest on true
    where achievement.organization_id = ${organizationId}
      and (${search} = '' or searchable(concat_ws(' ', coalesce(latest.content, achievement.draft->'content')->'name'->>'fr',
        coalesce(latest.content, achievement.draft->'content')->'name'->>'en', coalesce(latest.content, achievement.draft->'content')->>'tags')) like '%' || searchable(${escapeLike(search)}) || '%')
    order by achievement.archived_at is not null, latest.id is null, searchable(coalesce(latest.content, achievement.draft->'content')->'name'->>'fr')`.execute(ctx.db)
  return rows.map(present)
}

type Row = {
  id: string
  archived_at: Date | null
  updated_at: Date
  has_draft: boolean
  content: DraftContent
  image_id: string | null
  version_id: string | null
  number: number
  published_at: Date
}

function present(row: Row): AchievementCard {
  return {
    achievementId: row.id,
    state: row.archived_at ? 'archived' : row.version_id ? 'published' : 'draft',
    hasDraft: row.has_draft && row.version_id !== null,
    name: row.content.name,
    description: row.content.description,
    imageId: row.image_id,
    imageAlt: row.content.imageAlt,
    latest: row.version_id ? { versionId: row.version_id, number: row.number, publishedAt: row.published_at } : null,
    updatedAt: row.updated_at,
  }
}

const escapeLike = (text: string): string => text.trim().replace(/[\\%_]/g, '\\$&')
