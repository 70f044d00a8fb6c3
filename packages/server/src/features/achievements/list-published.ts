import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from './achievement.schema.ts'

export type PublishedAchievement = {
  achievementId: string
  versionId: string
  number: number
  content: AchievementContent
  imageId: string
  /** Who defined a badge that the structure adopted, and what it adds for its own people; null for a badge of its own. */
  adopted: { authorId: string; authorName: string; localNote: string } | null
}

/** The badges that a structure can give today, its own and those it adopted, as everybody may see them. */
export async function listPublished(ctx: Ctx, organizationId: string): Promise<PublishedAchievement[]> {
  const { rows } = await sql<Row>`
    select achievement.id, version.id as version_id, version.number, version.content, version.image_id,
      adoption.id is not null as is_adopted, author.id as author_id, author.name as author_name, adoption.local_note
    from achievement
    join organization author on author.id = achievement.organization_id
    left join achievement_adoption adoption on adoption.achievement_id = achievement.id and adoption.organization_id = ${organizationId} and adoption.ended_at is null
    join lateral (
      select id, number, content, image_id from achievement_version
      where achievement_id = achievement.id and (adoption.id is null or id = adoption.achievement_version_id)
      order by number desc limit 1
    ) version on true
    where achievement.archived_at is null and (achievement.organization_id = ${organizationId} or adoption.id is not null)`.execute(ctx.db)
  const published = rows.map((row) => ({
    achievementId: row.id,
    versionId: row.version_id,
    number: row.number,
    content: row.content,
    imageId: row.image_id,
    adopted: row.is_adopted ? { authorId: row.author_id, authorName: row.author_name, localNote: row.local_note ?? '' } : null,
  }))
  return published.sort((a, b) => a.content.name.fr.localeCompare(b.content.name.fr, 'fr'))
}

type Row = {
  id: string
  version_id: string
  number: number
  content: AchievementContent
  image_id: string
  is_adopted: boolean
  author_id: string
  author_name: string
  local_note: string | null
}
