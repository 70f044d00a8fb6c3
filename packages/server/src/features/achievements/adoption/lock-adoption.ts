import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '../achievements.errors.ts'

type Adopted = { organizationId: string; achievementId: string }

/** The adoption that is in force, locked, for somebody who may design in the structure that adopted. */
export async function lockAdoption(ctx: Ctx, { organizationId, achievementId }: Adopted) {
  await demand(ctx, 'design', organizationId)
  const row = await ctx.db
    .selectFrom('achievement_adoption')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('achievement_id', '=', achievementId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('not_adopted')
  return row
}

export const actorId = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.personId : null)
