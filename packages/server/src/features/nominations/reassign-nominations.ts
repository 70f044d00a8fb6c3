import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { nomineeKey } from './nominee-key.ts'

/**
 * The dossiers and voices of somebody who was entered twice go to the person they are. Where that person has an open dossier for the same badge,
 * the second one is closed, and kept. For the platform only.
 */
export async function reassignNominations(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await transaction(ctx, async (ctx) => {
    const now = ctx.now()
    await ctx.db
      .updateTable('nomination')
      .set({ state: 'set-aside', closed_at: now, updated_at: now })
      .where('person_id', '=', duplicateId)
      .where('closed_at', 'is', null)
      .where(
        sql<boolean>`exists (select from nomination other where other.achievement_id = nomination.achievement_id and other.nominee_key = ${nomineeKey({ personId })} and other.closed_at is null)`,
      )
      .execute()
    await ctx.db
      .updateTable('nomination')
      .set({ person_id: personId, nominee_key: nomineeKey({ personId }) })
      .where('person_id', '=', duplicateId)
      .execute()
    await ctx.db
      .updateTable('nomination_voice')
      .set({ author_id: personId })
      .where('author_id', '=', duplicateId)
      .where(sql<boolean>`not exists (select from nomination_voice other where other.nomination_id = nomination_voice.nomination_id and other.author_id = ${personId})`)
      .execute()
    await ctx.db.updateTable('attachment').set({ uploaded_by: personId }).where('uploaded_by', '=', duplicateId).execute()
    await ctx.db.updateTable('nomination_decision').set({ decided_by: personId }).where('decided_by', '=', duplicateId).execute()
  })
}
