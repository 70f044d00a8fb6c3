import { sql } from 'kysely'
import type { Ctx } from '#ctx'

type Text = { fr: string; en?: string }
export type PublishedBadge = {
  achievementId: string
  imageId: string
  name: Text
  description: Text
  imageAlt: Text /** Who defined it, when it was adopted. */
  authorName: string | null
}

/** What an issuer can give today, its own badges and those it adopted, for everybody to see. */
export async function listPublishedBadges(ctx: Ctx, organizationId: string): Promise<PublishedBadge[]> {
  const { rows } = await sql<Row>`
    select achievement.id, version.content, version.image_id, case when author.id <> own.id then author.name end as author_name
    from achievement
    join organization author on author.id = achievement.organization_id
    join organization own on own.id = ${organizationId}
    left join achievement_adoption adoption on adoption.achievement_id = achievement.id and adoption.organization_id = own.id and adoption.ended_at is null
    join lateral (
      select content, image_id from achievement_version
      where achievement_id = achievement.id and (adoption.id is null or id = adoption.achievement_version_id)
      order by number desc limit 1
    ) version on true
    where achievement.archived_at is null and (author.id = own.id or adoption.id is not null)`.execute(ctx.db)
  const badges = rows.map(({ id, image_id, author_name, content: { name, description, imageAlt } }) => ({
    achievementId: id,
    imageId: image_id,
    authorName: author_name,
    name,
    description,
    imageAlt,
  }))
  return badges.sort((one, other) => one.name.fr.localeCompare(other.name.fr, 'fr'))
}

type Row = { id: string; image_id: string; author_name: string | null; content: { name: Text; description: Text; imageAlt: Text } }
