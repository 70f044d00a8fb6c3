import type { Ctx } from '#ctx'
import { type AchievementContent, nameAtLevel } from '#features/achievements/index.ts'
import { tell } from './tell.ts'

/** To whoever holds the badge: who said a warm word. The word itself is on the page of the badge, where it can be taken off. */
export async function tellOfCongratulation(ctx: Ctx, { congratulationId }: { congratulationId: string }): Promise<void> {
  const row = await ctx.db
    .selectFrom('congratulation')
    .innerJoin('person', 'person.id', 'from_person_id')
    .leftJoin('credential', 'credential.id', 'badge_id')
    .leftJoin('achievement_version', 'achievement_version.id', 'achievement_version_id')
    .leftJoin('imported_badge', 'imported_badge.id', 'badge_id')
    .select(['to_person_id', 'badge_id', 'given_name', 'family_name', 'content', 'level_id', 'summary'])
    .where('congratulation.id', '=', congratulationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return
  const content = row.content as AchievementContent | null
  const badge = content
    ? { fr: nameAtLevel(content, row.level_id, 'fr'), en: nameAtLevel(content, row.level_id, 'en') }
    : ((row.summary as { name: string | null } | null)?.name ?? '')
  await tell(ctx, {
    personIds: [row.to_person_id],
    kind: 'congratulated',
    words: { person: `${row.given_name} ${row.family_name}`.trim(), badge },
    path: `/me/${content ? 'badges' : 'imports'}/${row.badge_id}#circle`,
    key: `congratulated:${congratulationId}`,
  })
}
