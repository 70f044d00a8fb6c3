import type { Ctx } from '#ctx'

export type Attachment = { attachmentId: string; fileName: string; isPhoto: boolean; alt: string }

/** What lies beside these voices or facts, in the order of its author, by the id of the voice or fact. Who asks may see them. */
export async function listAttachments(ctx: Ctx, of: { voiceIds: readonly string[] } | { factIds: readonly string[] }): Promise<Map<string, Attachment[]>> {
  const [column, ids] = 'voiceIds' in of ? (['voice_id', of.voiceIds] as const) : (['fact_id', of.factIds] as const)
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('attachment').select(['id', 'file_name', 'media_type', 'alt', column]).where(column, 'in', ids).orderBy('position').orderBy('id').execute()
  const byOwner = Map.groupBy(rows, (row) => (row as Record<string, string>)[column]!)
  return new Map(
    [...byOwner].map(([id, own]) => [id, own.map((row) => ({ attachmentId: row.id, fileName: row.file_name, isPhoto: row.media_type !== 'application/pdf', alt: row.alt }))]),
  )
}
