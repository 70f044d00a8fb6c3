import { type Ctx, transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { AchievementContent, type DraftContent, type PublishCheck, publishChecks } from './achievement.schema.ts'

/** What the `draft` column holds: the words, and the image chosen so far. */
export type Draft = { content: DraftContent; imageId: string | null }

/** The row, locked until the transaction ends; refused unless the actor may design for its structure. */
export async function lockAchievement(ctx: Ctx, achievementId: string) {
  const row = isUuid(achievementId)
    ? await ctx.db
        .selectFrom('achievement')
        .select(['id', 'organization_id', 'draft', 'draft_revision', 'archived_at'])
        .where('id', '=', achievementId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!row) throw refuseAnything('not_found')
  await demand(ctx, 'design', row.organization_id)
  return { ...row, draft: row.draft as Draft | null }
}

/** A change to one badge: its row locked, the actor's right asked. */
export const changeAchievement = <T>(ctx: Ctx, achievementId: string, change: (ctx: Ctx, row: Awaited<ReturnType<typeof lockAchievement>>) => Promise<T>): Promise<T> =>
  transaction(ctx, async (ctx) => change(ctx, await lockAchievement(ctx, achievementId)))

/** What keeps a draft from being published: nothing when it is complete. */
export function findMissing(draft: Draft): PublishCheck[] {
  const parsed = AchievementContent.safeParse(draft.content)
  const named = new Set(parsed.error?.issues.map((issue) => String(issue.path[0])))
  if (!draft.imageId) named.add('image')
  return publishChecks.filter((check) => named.has(check))
}
