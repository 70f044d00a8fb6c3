import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** Somebody who was entered twice is called once: as the person they are. For the platform only. */
export async function reassignRecipients(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await transaction(ctx, async (ctx) => {
    await ctx.db
      .deleteFrom('ceremony_recipient')
      .where('person_id', '=', duplicateId)
      .where(
        sql<boolean>`exists (select from ceremony_recipient other where other.person_id = ${personId} and other.ceremony_id = ceremony_recipient.ceremony_id
          and other.achievement_id = ceremony_recipient.achievement_id)`,
      )
      .execute()
    await ctx.db.updateTable('ceremony_recipient').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
  })
}
