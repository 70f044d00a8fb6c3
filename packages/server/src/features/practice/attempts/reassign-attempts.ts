import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { reassignBooklets } from '../booklets/reassign-booklets.ts'
import { reassignHelps } from '../helping/reassign-helps.ts'

type Merge = { duplicateId: string; personId: string }

/**
 * What somebody who was entered twice tried, was arranged for them, teaches and helped with goes to the person they are. Where that person waits for the same
 * badge already, the second attempt is taken back; what was arranged for them stands. For the platform only.
 */
export async function reassignAttempts(ctx: Ctx, merge: Merge): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await transaction(ctx, async (ctx) => {
    await moveAttempts(ctx, merge)
    await moveExceptions(ctx, merge)
    await moveTeaching(ctx, merge)
    await reassignBooklets(ctx, merge)
    await reassignHelps(ctx, merge)
  })
}

async function moveAttempts({ db, now }: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ withdrawn_at: now(), changed_at: now() })
    .where('person_id', '=', duplicateId)
    .where('verdict', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where(
      sql<boolean>`exists (select from attempt other where other.programme_id = attempt.programme_id and other.achievement_id = attempt.achievement_id
        and other.person_id = ${personId} and other.verdict is null and other.withdrawn_at is null)`,
    )
    .execute()
  await db.updateTable('attempt').set({ person_id: personId, changed_at: now() }).where('person_id', '=', duplicateId).execute()
  await db.updateTable('attempt').set({ judged_by: personId }).where('judged_by', '=', duplicateId).execute()
}

async function moveExceptions({ db }: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  const kept = db.selectFrom('programme_exception as other').select('other.period_id').where('other.person_id', '=', personId)
  await db.deleteFrom('programme_exception').where('person_id', '=', duplicateId).where('period_id', 'in', kept).execute()
  await db.updateTable('programme_exception').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
  await db.updateTable('programme_exception').set({ created_by: personId }).where('created_by', '=', duplicateId).execute()
}

async function moveTeaching({ db }: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  const kept = db.selectFrom('programme_teacher as other').select('other.programme_id').where('other.person_id', '=', personId)
  await db.deleteFrom('programme_teacher').where('person_id', '=', duplicateId).where('programme_id', 'in', kept).execute()
  await db.updateTable('programme_teacher').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
  await db.updateTable('programme').set({ created_by: personId }).where('created_by', '=', duplicateId).execute()
  await db.updateTable('programme').set({ shared_by: personId }).where('shared_by', '=', duplicateId).execute()
  await db.updateTable('remark').set({ created_by: personId }).where('created_by', '=', duplicateId).execute()
}
