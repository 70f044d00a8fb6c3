import { type Ctx, transaction } from '#ctx'
import { shareWithNetwork } from '#features/achievements/index.ts'
import { may, recordAct } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { enterAsTeacher } from './enter-programme.ts'
import { readBadges } from './get-programme.ts'

/**
 * Shows the programme to the structures of the network, or no longer; copies that were made stay. `withBadges`: those of the structure's own
 * that are not shared yet go along, so that others can give them. Safe to repeat.
 */
export async function shareProgramme(ctx: Ctx, { programmeId, isShared, withBadges = false }: { programmeId: string; isShared: boolean; withBadges?: boolean }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { organization_id, archived_at } = await enterAsTeacher(ctx, programmeId)
    if (isShared && archived_at) throw refuse('programme_archived')
    if (isShared && withBadges) for (const achievementId of await listUnshared(ctx, programmeId)) await shareWithNetwork(ctx, { achievementId, isShared: true })
    const { numUpdatedRows } = await ctx.db
      .updateTable('programme')
      .set({ shared_at: isShared ? ctx.now() : null, shared_by: isShared && ctx.actor.kind === 'person' ? ctx.actor.personId : null })
      .where('id', '=', programmeId)
      .where('shared_at', isShared ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await recordAct(ctx, { organizationId: organization_id, act: isShared ? 'programme.shared' : 'programme.unshared', subject: { programmeId } })
  })
}

/** Badges of the structure's own that nobody else can take yet; whoever asks may share them when they design badges. */
async function listUnshared(ctx: Ctx, programmeId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('programme_badge')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .innerJoin('achievement', (join) => join.onRef('achievement.id', '=', 'achievement_id').onRef('achievement.organization_id', '=', 'programme.organization_id'))
    .select('achievement.id')
    .where('programme_id', '=', programmeId)
    .where('achievement.shared_at', 'is', null)
    .where('achievement.archived_at', 'is', null)
    .orderBy('achievement.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What the page that shares says beforehand. */
export async function readSharing(
  ctx: Ctx,
  programmeId: string,
): Promise<{ unshared: { achievementId: string; name: { fr: string; en?: string | undefined } }[]; mayShareBadges: boolean }> {
  const { organization_id } = await enterAsTeacher(ctx, programmeId)
  const unshared = await listUnshared(ctx, programmeId)
  const badges = (await readBadges(ctx, programmeId)).filter(({ achievementId }) => unshared.includes(achievementId))
  return { unshared: badges.map(({ achievementId, content }) => ({ achievementId, name: content.name })), mayShareBadges: await may(ctx, 'design', organization_id) }
}
