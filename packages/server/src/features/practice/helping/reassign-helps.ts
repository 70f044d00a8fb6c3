import { sql } from 'kysely'
import type { Ctx } from '#ctx'

/** One person was two: offers and helps go to the one that stays. What would clash, or would be help to oneself, goes. */
export async function reassignHelps(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  const { db } = ctx
  await sql`
    insert into help_offer (programme_id, achievement_id, person_id, offered_at, stopped_at, stopped_by)
    select programme_id, achievement_id, ${personId}, offered_at, stopped_at, stopped_by from help_offer where person_id = ${duplicateId}
    on conflict do nothing`.execute(db)
  await db.deleteFrom('help_offer').where('person_id', '=', duplicateId).execute()
  await db.updateTable('help_offer').set({ stopped_by: personId }).where('stopped_by', '=', duplicateId).execute()
  await sql`
    delete from help_given own where ${duplicateId} in (helper_id, helped_id) and (
      ${personId} in (helper_id, helped_id)
      or (confirmed_at is null and declined_at is null and exists (
        select from help_given other where other.programme_id = own.programme_id and other.achievement_id = own.achievement_id
          and other.confirmed_at is null and other.declined_at is null
          and ((own.helper_id = ${duplicateId} and other.helper_id = ${personId} and other.helped_id = own.helped_id)
            or (own.helped_id = ${duplicateId} and other.helped_id = ${personId} and other.helper_id = own.helper_id)))))`.execute(db)
  await sql`
    update help_given set
      helper_id = case when helper_id = ${duplicateId} then ${personId} else helper_id end,
      helped_id = case when helped_id = ${duplicateId} then ${personId} else helped_id end,
      noted_by = case when noted_by = ${duplicateId} then ${personId} else noted_by end
    where ${duplicateId} in (helper_id, helped_id)`.execute(db)
}
