import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { ensureIssuer } from '#features/issuers/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { AchievementContent } from './achievement.schema.ts'
import { refuse } from './achievements.errors.ts'
import { changeAchievement, findMissing } from './draft.ts'
import { listGivenLevels } from './list-given-levels.ts'

/** Turns the draft into the next version, which never changes. Badges received keep the version they were given for. */
export function publishVersion(ctx: Ctx, achievementId: string): Promise<{ versionId: string; number: number }> {
  return changeAchievement(ctx, achievementId, async (ctx, row) => {
    if (row.archived_at) throw refuse('is_archived')
    if (!row.draft) throw refuse('no_draft')
    const missing = findMissing(row.draft)
    if (missing.length) throw refuse('not_publishable', { missing })
    await ensureIssuer(ctx, row.organization_id)
    const content = AchievementContent.parse(row.draft.content)
    await demandLevelsKept(ctx, row.id, content)
    const version = await ctx.db
      .insertInto('achievement_version')
      .values({
        id: ctx.newId(),
        achievement_id: row.id,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from achievement_version where achievement_id = ${row.id})`,
        content: JSON.stringify(content),
        image_id: row.draft.imageId!,
        published_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        published_at: ctx.now(),
      })
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow()
    await ctx.db.updateTable('achievement').set({ draft: null, updated_at: ctx.now() }).where('id', '=', row.id).execute()
    await recordAct(ctx, { organizationId: row.organization_id, act: 'achievement.published', subject: { achievementId: row.id, number: version.number } })
    return { versionId: version.id, number: version.number }
  })
}

/** What people hold keeps its place on the ladder: a level already given is neither taken out nor moved past another. */
async function demandLevelsKept(ctx: Ctx, achievementId: string, { levels }: AchievementContent): Promise<void> {
  const given = await listGivenLevels(ctx, achievementId)
  const places = given.map(({ id }) => levels.findIndex((level) => level.id === id))
  const missing = given.find((_, i) => places[i] === -1)
  if (missing) throw refuse('level_given', { level: missing.name.fr })
  if (places.some((place, i) => i > 0 && place < places[i - 1]!)) throw refuse('levels_reordered')
}
