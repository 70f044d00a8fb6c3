import { type Ctx, transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { DraftContent, type DraftContentInput } from './achievement.schema.ts'
import { assertOwnImage } from './save-draft.ts'
import { type ImageInput, storeImage } from './store-image.ts'

export type CreateAchievementInput = { organizationId: string; content: DraftContentInput; image?: ImageInput | { imageId: string } | undefined }

/** A new badge, as a draft that only its structure sees. */
export async function createAchievement(ctx: Ctx, input: CreateAchievementInput): Promise<{ achievementId: string }> {
  await demand(ctx, 'design', input.organizationId)
  const content = DraftContent.parse(input.content)
  return transaction(ctx, async (ctx) => {
    const imageId = await chooseImage(ctx, input)
    const achievementId = ctx.newId()
    const now = ctx.now()
    await ctx.db
      .insertInto('achievement')
      .values({
        id: achievementId,
        organization_id: input.organizationId,
        draft: JSON.stringify({ content, imageId }),
        draft_revision: 1,
        created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: now,
        updated_at: now,
      })
      .execute()
    return { achievementId }
  })
}

async function chooseImage(ctx: Ctx, { organizationId, image }: CreateAchievementInput): Promise<string | null> {
  if (!image) return null
  if ('imageId' in image) {
    await assertOwnImage(ctx, image.imageId, organizationId)
    return image.imageId
  }
  return (await storeImage(ctx, { organizationId, ...image })).imageId
}
