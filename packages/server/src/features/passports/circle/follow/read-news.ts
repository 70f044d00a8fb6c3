import { type Ctx, requirePerson } from '#ctx'
import { type AchievementContent, inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { isOpen, readSharing } from '#features/credentials/index.ts'

type Badge = { name: string; description: string; imageId: string; imageAlt: string; organizationName: string }
export type News = Badge & { at: Date } & (
    | { kind: 'published'; achievementId: string }
    | { kind: 'received'; credentialId: string; personName: string; mayCongratulate: boolean; hasCongratulated: boolean }
  )

const PAGE = 20

/**
 * What the structures that one follows have published, and the badges they gave whose holders tell of it, the newest first. Each is asked again whether it
 * is open: a badge that is closed, or whose holder is found to be a child, is gone from here too.
 */
export async function readNews(ctx: Ctx, { page = 1 }: { page?: number } = {}): Promise<{ news: News[]; isLast: boolean }> {
  const { personId } = requirePerson(ctx)
  const reach = PAGE * page + 1
  const all = [...(await readPublished(ctx, personId, reach)), ...(await readReceived(ctx, personId, reach))].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return { news: all.slice((page - 1) * PAGE, page * PAGE), isLast: all.length <= page * PAGE }
}

async function readPublished(ctx: Ctx, personId: string, reach: number): Promise<News[]> {
  const rows = await ctx.db
    .selectFrom('follow')
    .innerJoin('organization', 'organization.id', 'follow.organization_id')
    .innerJoin('achievement', 'achievement.organization_id', 'organization.id')
    .innerJoin('achievement_version', (join) => join.onRef('achievement_id', '=', 'achievement.id').on('number', '=', 1))
    .select(['achievement.id', 'content', 'image_id', 'published_at', 'organization.name'])
    .where('follow.person_id', '=', personId)
    .where('achievement.archived_at', 'is', null)
    .orderBy('published_at', 'desc')
    .orderBy('achievement.id')
    .limit(reach)
    .execute()
  return rows.map((row) => ({ kind: 'published', achievementId: row.id, at: row.published_at, ...badgeOf(ctx, row, null) }))
}

async function readReceived(ctx: Ctx, personId: string, reach: number): Promise<News[]> {
  const rows = await ctx.db
    .selectFrom('follow')
    .innerJoin('credential', 'credential.organization_id', 'follow.organization_id')
    .innerJoin('badge_announced', (join) => join.onRef('credential_id', '=', 'credential.id').onRef('badge_announced.person_id', '=', 'credential.person_id'))
    .innerJoin('person', 'person.id', 'credential.person_id')
    .innerJoin('organization', 'organization.id', 'credential.organization_id')
    .innerJoin('achievement_version', 'achievement_version.id', 'achievement_version_id')
    .select(['credential.id', 'credential.person_id', 'level_id', 'shared_at', 'announced_at', 'content', 'image_id', 'organization.name', 'given_name', 'family_name'])
    .select((eb) => [
      eb.exists(eb.selectFrom('congratulation').select('id').whereRef('badge_id', '=', 'credential.id').where('from_person_id', '=', personId)).as('has_congratulated'),
      eb
        .or([
          eb.exists(eb.selectFrom('congratulation_refusal').select('since').whereRef('congratulation_refusal.person_id', '=', 'person.id')),
          eb.exists(eb.selectFrom('congratulation_block').select('since').whereRef('congratulation_block.person_id', '=', 'person.id').where('blocked_id', '=', personId)),
        ])
        .as('is_closed'),
    ])
    .where('follow.person_id', '=', personId)
    .where('credential.person_id', '<>', personId)
    .where('response', '=', 'accepted')
    .where('revoked_at', 'is', null)
    .where('person.closed_at', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', ctx.now())]))
    .whereRef('announced_at', '>=', 'shared_at')
    .orderBy('announced_at', 'desc')
    .orderBy('credential.id')
    .limit(reach)
    .execute()
  const sharing = new Map<string, Awaited<ReturnType<typeof readSharing>>>()
  for (const { person_id } of rows) if (!sharing.has(person_id!)) sharing.set(person_id!, await readSharing(ctx, person_id!))
  return rows
    .filter(({ person_id, shared_at }) => !sharing.get(person_id!)!.isProtected && isOpen(sharing.get(person_id!)!, shared_at))
    .map((row) => ({
      kind: 'received',
      credentialId: row.id,
      at: row.announced_at,
      personName: `${row.given_name} ${row.family_name}`.trim(),
      mayCongratulate: !row.is_closed,
      hasCongratulated: Boolean(row.has_congratulated),
      ...badgeOf(ctx, row, row.level_id),
    }))
}

function badgeOf({ locale }: Ctx, row: { content: unknown; image_id: string; name: string }, levelId: string | null): Badge {
  const content = row.content as AchievementContent
  return {
    name: nameAtLevel(content, levelId, locale),
    description: inLanguage(content.description, locale),
    imageId: row.image_id,
    imageAlt: inLanguage(content.imageAlt, locale),
    organizationName: row.name,
  }
}
