import { createHash } from 'node:crypto'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { BadgeDesign } from './design/badge-design.schema.ts'
import { drawBadge } from './design/draw-badge.ts'
import { normalizeImage, type StoredImage } from './images/normalize-image.ts'

/** A file that somebody chose, or a drawing made in the page; `title` is what a screen reader says of the drawing. */
export type ImageInput = { bytes: Uint8Array } | { design: BadgeDesign; title?: string | undefined }

/** Keeps an image, safe and square. The same image twice is one image. */
export async function storeImage(ctx: Ctx, input: { organizationId: string } & ImageInput): Promise<{ imageId: string }> {
  await demand(ctx, 'design', input.organizationId)
  const design = 'design' in input ? BadgeDesign.parse(input.design) : null
  const { bytes, mediaType } = 'bytes' in input ? await normalizeImage(input.bytes) : draw(BadgeDesign.parse(input.design), input.title)
  const sha256 = createHash('sha256').update(bytes).digest()
  await ctx.db
    .insertInto('image')
    .values({
      id: ctx.newId(),
      organization_id: input.organizationId,
      media_type: mediaType,
      bytes,
      sha256,
      design: design && JSON.stringify(design),
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'sha256']).doNothing())
    .execute()
  const image = await ctx.db.selectFrom('image').select('id').where('organization_id', '=', input.organizationId).where('sha256', '=', sha256).executeTakeFirstOrThrow()
  return { imageId: image.id }
}

const draw = (design: BadgeDesign, title = ''): StoredImage => ({ bytes: Buffer.from(drawBadge(design, { title })), mediaType: 'image/svg+xml' })
