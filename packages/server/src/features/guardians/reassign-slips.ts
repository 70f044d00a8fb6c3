import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './guardians.errors.ts'

/**
 * The papers of a child who was entered twice open consent for the child they are. A family that has already answered for the second entry is not
 * moved to another child over its head. For the platform only.
 */
export async function reassignSlips(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuseKit('not_allowed')
  await transaction(ctx, async (ctx) => {
    const { rows } = await sql`select from guardianship where child_id = ${duplicateId} or guardian_id = ${duplicateId}
      union all select from consent_decision where child_id = ${duplicateId}`.execute(ctx.db)
    if (rows.length > 0) throw refuse('duplicate_has_guardians')
    await ctx.db
      .updateTable('guardian_slip')
      .set({ void_at: ctx.now() })
      .where('child_id', '=', duplicateId)
      .where('void_at', 'is', null)
      .where(
        sql<boolean>`exists (select from guardian_slip other where other.child_id = ${personId} and other.organization_id = guardian_slip.organization_id
          and other.copy = guardian_slip.copy and other.void_at is null)`,
      )
      .execute()
    await ctx.db.updateTable('guardian_slip').set({ child_id: personId }).where('child_id', '=', duplicateId).execute()
    await ctx.db.deleteFrom('takeover').where('child_id', '=', duplicateId).execute()
  })
}
