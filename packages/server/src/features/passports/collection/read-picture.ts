import type { Ctx } from '#ctx'
import { readImage, renderPng } from '#features/achievements/index.ts'

/** The picture of a kept badge as a PNG; of an import, the one that was drawn of it. Null when there is none. Whoever calls knows that the badge may be seen. */
export async function readPicture(ctx: Ctx, picture: { imageId: string } | { importedId: string } | null, size: number): Promise<Buffer | null> {
  if (!picture) return null
  if ('imageId' in picture) return renderPng(await readImage(ctx, picture.imageId), size)
  const row = await ctx.db.selectFrom('imported_badge').select('picture').where('id', '=', picture.importedId).executeTakeFirst()
  return row?.picture ?? null
}
