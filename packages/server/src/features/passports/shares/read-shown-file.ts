import { asSystem, type Ctx } from '#ctx'
import { getCredential } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import type { CollectedBadge } from '../collection/list-collection.ts'

export type ShownFile = { bytes: Buffer; mediaType: string; fileName: string }

/** What proves a badge: the document that was signed here, to the letter, or the very file that was brought. Whoever asks has shown the address first. */
export async function readShownFile(ctx: Ctx, { kind, badgeId }: CollectedBadge): Promise<ShownFile> {
  if (kind === 'received') {
    const { document } = await getCredential(asSystem(ctx), badgeId)
    if (document === null) throw refuse('not_found')
    return { bytes: Buffer.from(document), mediaType: 'application/vc+ld+json', fileName: `badge-${badgeId.slice(0, 8)}.json` }
  }
  const row = await ctx.db.selectFrom('imported_badge').select(['bytes', 'media_type', 'file_name']).where('id', '=', badgeId).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return { bytes: row.bytes, mediaType: row.media_type, fileName: row.file_name }
}
