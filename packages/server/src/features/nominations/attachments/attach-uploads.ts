import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '../nominations.errors.ts'

export type Attached = { uploadId: string; alt: string }
type Owner = { voiceId: string } | { factId: string }

/** Drafts become part of a voice or a fact, in its transaction. Somebody else's draft, or one that was used, is none. */
export async function attachUploads(ctx: Ctx, uploads: readonly Attached[], owner: Owner): Promise<void> {
  const { personId } = requirePerson(ctx)
  const of = 'voiceId' in owner ? { voice_id: owner.voiceId } : { fact_id: owner.factId }
  for (const [position, { uploadId, alt }] of uploads.entries()) {
    const { numUpdatedRows } = await ctx.db
      .updateTable('attachment')
      .set({ ...of, alt, position })
      .where('id', '=', uploadId)
      .where('uploaded_by', '=', personId)
      .where('voice_id', 'is', null)
      .where('fact_id', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refuse('upload_gone')
  }
}
