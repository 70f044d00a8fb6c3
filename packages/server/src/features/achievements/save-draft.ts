import type { Ctx } from '#ctx'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { DraftContent, type DraftContentInput } from './achievement.schema.ts'
import { refuse } from './achievements.errors.ts'
import { changeAchievement, type Draft } from './draft.ts'

export type SaveDraftInput = {
  achievementId: string
  /** The revision that was on the screen: a draft that somebody else has saved since is not overwritten. */
  revision: number
  content: DraftContentInput
  /** Undefined keeps the image as it is. */
  imageId?: string | null | undefined
}

export function saveDraft(ctx: Ctx, input: SaveDraftInput): Promise<{ revision: number }> {
  const content = DraftContent.parse(input.content)
  return changeAchievement(ctx, input.achievementId, async (ctx, row) => {
    if (!row.draft) throw refuse('no_draft')
    if (row.draft_revision !== input.revision) throw refuse('draft_changed', { revision: row.draft_revision })
    const imageId = input.imageId === undefined ? row.draft.imageId : input.imageId
    if (imageId) await assertOwnImage(ctx, imageId, row.organization_id)
    const draft: Draft = { content, imageId }
    const revision = row.draft_revision + 1
    await ctx.db
      .updateTable('achievement')
      .set({ draft: JSON.stringify(draft), draft_revision: revision, updated_at: ctx.now() })
      .where('id', '=', row.id)
      .execute()
    return { revision }
  })
}

/** A structure draws on its own images only. */
export async function assertOwnImage(ctx: Ctx, imageId: string, organizationId: string): Promise<void> {
  const own = isUuid(imageId) && (await ctx.db.selectFrom('image').select('id').where('id', '=', imageId).where('organization_id', '=', organizationId).executeTakeFirst())
  if (!own) throw refuseAnything('not_found')
}
