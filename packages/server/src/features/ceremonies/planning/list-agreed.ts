import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'

export type AgreedDossier = {
  nominationId: string
  achievementId: string
  content: AchievementContent
  imageId: string
  levelId: string | null
  personId: string | null
  name: string
  /** Why it was agreed, in the words of those who decided. What the voices say is not for a stage. */
  reason: string
}

/** Dossiers under embargo: agreed, told to nobody, and (`isFree`) in no ceremony yet. */
export async function listAgreed(ctx: Ctx, organizationId: string, { isFree }: { isFree: boolean }): Promise<AgreedDossier[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await ctx.db
    .selectFrom('nomination')
    .leftJoin('person', 'person.id', 'nomination.person_id')
    .innerJoin('achievement_version', (join) =>
      join.on(sql<boolean>`achievement_version.id = (select id from achievement_version where achievement_id = nomination.achievement_id order by number desc limit 1)`),
    )
    .select(['nomination.id', 'nomination.achievement_id', 'level_id', 'person_id', 'nominee_name', 'given_name', 'family_name', 'content', 'image_id'])
    .select(sql<string | null>`(select reason from nomination_decision where nomination_id = nomination.id and decision = 'agreed' order by decided_at desc limit 1)`.as('reason'))
    .where('organization_id', '=', organizationId)
    .where('nomination.state', '=', 'agreed')
    .where('nomination.closed_at', 'is', null)
    .$if(isFree, (query) => query.where(sql<boolean>`not exists (select from ceremony_recipient where nomination_id = nomination.id)`))
    .orderBy(sql`searchable(content -> 'name' ->> 'fr')`)
    .orderBy('family_name')
    .orderBy('nomination.id')
    .execute()
  return rows.map((row) => ({
    nominationId: row.id,
    achievementId: row.achievement_id,
    content: row.content as AchievementContent,
    imageId: row.image_id,
    levelId: row.level_id,
    personId: row.person_id,
    name: row.person_id ? `${row.given_name ?? ''} ${row.family_name ?? ''}`.trim() : row.nominee_name,
    reason: row.reason ?? '',
  }))
}
