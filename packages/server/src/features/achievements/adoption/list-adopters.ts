import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'

export type Adopter = { organizationId: string; slug: string; name: string; localNote: string; version: number; adoptedAt: Date; endedAt: Date | null }

/** The structures that give a badge beside its author, with what each adds: for everybody, as who issues is. */
export const listAdopters = async (ctx: Ctx, achievementId: string): Promise<Adopter[]> => (await readAdoptions(ctx, achievementId)).filter(({ endedAt }) => endedAt === null)

/** Who adopted it and who gives it no more, the latest first: for its author. */
export async function listAdoptions(ctx: Ctx, achievementId: string): Promise<Adopter[]> {
  const row = await ctx.db.selectFrom('achievement').select('organization_id').where('id', '=', achievementId).executeTakeFirst()
  if (!row) throw refuse('not_found')
  await demand(ctx, 'view', row.organization_id)
  return readAdoptions(ctx, achievementId)
}

async function readAdoptions(ctx: Ctx, achievementId: string): Promise<Adopter[]> {
  const rows = await ctx.db
    .selectFrom('achievement_adoption as adoption')
    .innerJoin('organization', 'organization.id', 'adoption.organization_id')
    .innerJoin('achievement_version as version', 'version.id', 'adoption.achievement_version_id')
    .select(['organization.id', 'organization.slug', 'organization.name', 'adoption.local_note', 'version.number', 'adoption.adopted_at', 'adoption.ended_at'])
    .where('adoption.achievement_id', '=', achievementId)
    .orderBy('adoption.adopted_at', 'desc')
    .orderBy('adoption.id')
    .execute()
  return rows.map((row) => ({
    organizationId: row.id,
    slug: row.slug,
    name: row.name,
    localNote: row.local_note,
    version: row.number,
    adoptedAt: row.adopted_at,
    endedAt: row.ended_at,
  }))
}
