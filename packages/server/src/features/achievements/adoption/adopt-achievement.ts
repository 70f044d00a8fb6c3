import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { refuse } from '../achievements.errors.ts'
import { getVersion } from '../get-version.ts'
import { AdoptInput } from './adoption.schema.ts'
import { actorId } from './lock-adoption.ts'

/**
 * A structure takes a shared badge as it is, to give it in its own name; its author stays its author. Safe to repeat: who adopted
 * already keeps the version and the note of then.
 */
export async function adoptAchievement(ctx: Ctx, input: AdoptInput): Promise<{ adoptionId: string }> {
  const { organizationId, achievementId, localNote } = AdoptInput.parse(input)
  await demand(ctx, 'design', organizationId)
  return transaction(ctx, async (ctx) => {
    await demandAdoptable(ctx, organizationId, achievementId)
    const { versionId } = await getVersion(ctx, { achievementId })
    const adopted = await ctx.db
      .insertInto('achievement_adoption')
      .values({
        id: ctx.newId(),
        organization_id: organizationId,
        achievement_id: achievementId,
        achievement_version_id: versionId,
        local_note: localNote,
        adopted_by: actorId(ctx),
        adopted_at: ctx.now(),
      })
      .onConflict((conflict) => conflict.columns(['organization_id', 'achievement_id']).where('ended_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!adopted) return { adoptionId: await findAdoption(ctx, organizationId, achievementId) }
    await recordAct(ctx, { organizationId, act: 'achievement.adopted', subject: { achievementId, versionId } })
    return { adoptionId: adopted.id }
  })
}

/** Shared, or adopted already: the row stays as it is until the transaction ends. */
async function demandAdoptable(ctx: Ctx, organizationId: string, achievementId: string): Promise<void> {
  const row = await ctx.db.selectFrom('achievement').select(['organization_id', 'shared_at', 'archived_at']).where('id', '=', achievementId).forShare().executeTakeFirst()
  if (!row) throw refuseAnything('not_found')
  if (row.organization_id === organizationId) throw refuse('own_badge')
  if (row.archived_at) throw refuse('is_archived')
  if (!row.shared_at) throw refuse('not_shared')
}

async function findAdoption(ctx: Ctx, organizationId: string, achievementId: string): Promise<string> {
  const { id } = await ctx.db
    .selectFrom('achievement_adoption')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('achievement_id', '=', achievementId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}
