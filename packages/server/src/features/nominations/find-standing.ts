import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demandMember } from './demand-member.ts'

/** What there is already of one person and one badge. */
export type Standing = 'none' | 'held' | 'voiced' | 'joinable'

/** Said before anybody writes: who holds which badge of the structure, and which dossiers are open for them. Badges that are not named stand at `none`. */
export async function findStandings(ctx: Ctx, { organizationId, nomineeKey }: { organizationId: string; nomineeKey: string }): Promise<Map<string, Standing>> {
  const { personId } = await demandMember(ctx, organizationId)
  const open = await ctx.db
    .selectFrom('nomination')
    .select('achievement_id')
    .select(sql<boolean>`exists (select from nomination_voice where nomination_id = nomination.id and author_id = ${personId} and state <> 'withdrawn')`.as('is_voiced'))
    .where('organization_id', '=', organizationId)
    .where('nominee_key', '=', nomineeKey)
    .where('closed_at', 'is', null)
    .execute()
  const standings = new Map<string, Standing>(open.map(({ achievement_id, is_voiced }) => [achievement_id, is_voiced ? 'voiced' : 'joinable']))
  for (const achievementId of await listHeldBy(ctx, organizationId, nomineeKey)) standings.set(achievementId, 'held')
  return standings
}

/** The badges of the structure that this person holds and that are valid. */
export async function listHeldBy(ctx: Ctx, organizationId: string, nomineeKey: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('credential')
    .select('achievement_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`person_id::text = ${nomineeKey}`)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', ctx.now())]))
    .execute()
  return rows.map(({ achievement_id }) => achievement_id)
}
