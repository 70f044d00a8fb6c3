import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { findFolio } from './read-folio.ts'

type Wanted = { folioId: string; fileId: string; isThumbnail?: boolean }
export type FolioFile = { fileName: string; mediaType: string; bytes: Buffer }

/** The bytes of a photo or a file of a page. The platform, which shows it to others, has only those that stand on the page as it was saved. */
export async function readFolioFile(ctx: Ctx, { folioId, fileId, isThumbnail = false }: Wanted): Promise<FolioFile> {
  const folio = await findFolio(ctx, folioId)
  const isTheirs = ctx.actor.kind === 'person'
  if (!folio || !isUuid(fileId) || !(isTheirs || folio.blocks.some((block) => block.kind === 'file' && block.fileId === fileId))) throw refuse('not_found')
  const row = await ctx.db
    .selectFrom('folio_file')
    .select(['file_name', 'media_type'])
    .select((eb) => (isThumbnail ? eb.fn.coalesce('thumbnail', 'bytes').as('bytes') : eb.ref('bytes').as('bytes')))
    .where('id', '=', fileId)
    .where('folio_id', '=', folioId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return { fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes }
}

/** With these a browser shows a photo and nothing else; a PDF is only ever downloaded, and nothing in it runs. */
export function folioFileHeaders({ fileName, mediaType }: FolioFile): Record<string, string> {
  const isPhoto = mediaType === 'image/webp'
  const name = isPhoto ? `${fileName.replace(/\.\w+$/, '')}.webp` : fileName
  return {
    'content-type': mediaType,
    'content-disposition': `${isPhoto ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
}
