import type { Ctx } from '#ctx'
import { may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { BadgeDesign } from './design/badge-design.schema.ts'

export type BadgeImage = { bytes: Buffer; mediaType: 'image/png' | 'image/svg+xml'; isPublic: boolean; design: BadgeDesign | null }

/** The image of a published version for everybody; one that only drafts use, for the staff of its structure. */
export async function readImage(ctx: Ctx, imageId: string): Promise<BadgeImage> {
  const row = isUuid(imageId)
    ? await ctx.db
        .selectFrom('image')
        .select([
          'organization_id',
          'bytes',
          'media_type',
          'design',
          (eb) =>
            eb
              .exists(eb.selectFrom('achievement_version').whereRef('image_id', '=', 'image.id'))
              .$castTo<boolean>()
              .as('is_public'),
        ])
        .where('id', '=', imageId)
        .executeTakeFirst()
    : undefined
  if (!row || !(row.is_public || (await may(ctx, 'view', row.organization_id)))) throw refuse('not_found')
  return { bytes: row.bytes, mediaType: row.media_type as BadgeImage['mediaType'], isPublic: row.is_public, design: row.design as BadgeDesign | null }
}
