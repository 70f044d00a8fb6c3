import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { type AchievementContent, findGivenVersion } from '#features/achievements/index.ts'
import { demandMember } from './demand-member.ts'

/** What there is already of one person and one badge. */
export type Standing = 'none' | 'held' | 'voiced' | 'joinable'

/** Said before anybody writes: who holds which badge of the structure, and which dossiers are open for them. Badges that are not named stand at `none`. */
export async function findStandings(ctx: Ctx, { organizationId, nomineeKey }: { organizationId: string; nomineeKey: string }): Promise<Map<string, Standing>> {
  const { personId } = await demandMember(ctx, organizationId)
  const open = await ctx.db
    .selectFrom('nomination')
    .select('achievement_id')
    .select(
      sql<boolean>`exists (select from nomination_voice where nomination_id = nomination.id and author_id = ${personId} and state in ('waiting', 'admitted'))`.as('is_voiced'),
    )
    .where('organization_id', '=', organizationId)
    .where('nominee_key', '=', nomineeKey)
    .where('closed_at', 'is', null)
    .execute()
  const standings = new Map<string, Standing>(open.map(({ achievement_id, is_voiced }) => [achievement_id, is_voiced ? 'voiced' : 'joinable']))
  for (const [achievementId, levelIds] of await listHeldBy(ctx, organizationId, nomineeKey)) {
    const version = await findGivenVersion(ctx, { organizationId, achievementId })
    if (!version || holdsAll(version.content, levelIds)) standings.set(achievementId, 'held')
  }
  return standings
}

/** Nothing of this badge is left to receive: it has no levels, or the highest is held. */
export const holdsAll = ({ levels }: Pick<AchievementContent, 'levels'>, heldLevelIds: readonly (string | null)[]): boolean =>
  levels.length === 0 ? heldLevelIds.length > 0 : heldLevelIds.includes(levels.at(-1)!.id)

/** The badges that this person received from the structure and that are valid, with the levels of each; null for one given without. */
export async function listHeldBy(ctx: Ctx, organizationId: string, nomineeKey: string): Promise<Map<string, (string | null)[]>> {
  const rows = await ctx.db
    .selectFrom('credential')
    .select(['achievement_id', 'level_id'])
    .distinct()
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`person_id::text = ${nomineeKey}`)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', ctx.now())]))
    .execute()
  const held = new Map<string, (string | null)[]>()
  for (const { achievement_id, level_id } of rows) held.set(achievement_id, [...(held.get(achievement_id) ?? []), level_id])
  return held
}
