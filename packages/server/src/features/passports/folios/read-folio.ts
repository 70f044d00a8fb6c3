import type { Ctx } from '#ctx'
import { isUuid } from '#kit/uuid.ts'
import type { Block, FolioContent } from './folio.schema.ts'

export type Folio = FolioContent & { folioId: string; personId: string; createdAt: Date; changedAt: Date }

/** A page as it was last saved, for whoever composes it, or for the platform when it shows it to whom they chose. */
export async function findFolio(ctx: Ctx, folioId: string): Promise<Folio | undefined> {
  if (ctx.actor.kind === 'anonymous' || !isUuid(folioId)) return undefined
  const row = await ctx.db.selectFrom('folio').selectAll().where('id', '=', folioId).executeTakeFirst()
  if (!row || (ctx.actor.kind === 'person' && ctx.actor.personId !== row.person_id)) return undefined
  return {
    folioId: row.id,
    personId: row.person_id,
    title: row.title,
    introduction: row.introduction,
    blocks: row.blocks as Block[],
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

export type FolioFileName = { fileId: string; fileName: string; isPhoto: boolean; alt: string }

/** The photos and files that were sent for a page, whether or not they stand on it. For whoever may read the page. */
export async function listFolioFiles(ctx: Ctx, { folioId }: Folio): Promise<FolioFileName[]> {
  const rows = await ctx.db.selectFrom('folio_file').select(['id', 'file_name', 'media_type', 'alt']).where('folio_id', '=', folioId).execute()
  return rows.map((row) => ({ fileId: row.id, fileName: row.file_name, isPhoto: row.media_type === 'image/webp', alt: row.alt }))
}
