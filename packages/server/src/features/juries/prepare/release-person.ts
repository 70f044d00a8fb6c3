import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'

/**
 * Somebody closed their account: of a séance that is not over, what is undecided about them leaves the table, and their seat is free unless they
 * voted. What was decided and voted is the record of the séance.
 */
export async function releasePerson(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const isConcerned = sql<boolean>`(exists (select from jury_member where jury_id = jury.id and person_id = ${personId})
      or exists (select from jury_dossier join nomination on nomination.id = nomination_id where jury_id = jury.id and nomination.person_id = ${personId}))`
    // Held like by whoever closes it: a séance is not closed half without them.
    const open = await ctx.db.selectFrom('jury').select('id').where('state', '<>', 'closed').where(isConcerned).orderBy('id').forUpdate().execute()
    if (open.length === 0) return
    const juryIds = open.map(({ id }) => id)
    await ctx.db
      .deleteFrom('jury_dossier')
      .where('jury_id', 'in', juryIds)
      .where('decision', 'is', null)
      .where('nomination_id', 'in', (query) => query.selectFrom('nomination').select('id').where('person_id', '=', personId))
      .execute()
    await ctx.db
      .deleteFrom('jury_member')
      .where('jury_id', 'in', juryIds)
      .where('person_id', '=', personId)
      .where('id', 'not in', (query) => query.selectFrom('jury_vote').select('member_id'))
      .execute()
  })
}
