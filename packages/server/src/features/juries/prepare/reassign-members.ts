import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** The seat of somebody who was entered twice is that of the person they are. For the platform only. */
export async function reassignMembers(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await ctx.db
    .updateTable('jury_member')
    .set({ person_id: personId })
    .where('person_id', '=', duplicateId)
    .where(sql<boolean>`not exists (select from jury_member other where other.jury_id = jury_member.jury_id and other.person_id = ${personId})`)
    .execute()
}
