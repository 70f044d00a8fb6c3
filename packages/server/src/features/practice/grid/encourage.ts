import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse } from '../practice.errors.ts'
import { practiceNudged } from '../practice.facts.ts'
import { enterAsTeacher } from '../programmes/enter-programme.ts'
import { readUnbegun } from './read-unbegun.ts'

const Encouragement = z.object({
  programmeId: z.guid(),
  /** Absent: all who have not begun. */
  personIds: z.array(z.guid()).optional(),
})

/** « Par quel badge commences-tu ? » to those who have not begun; to nobody twice in a week, whoever presses. */
export async function encourage(ctx: Ctx, input: z.input<typeof Encouragement>): Promise<{ count: number }> {
  const { programmeId, personIds } = Encouragement.parse(input)
  return transaction(ctx, async (ctx) => {
    const programme = await enterAsTeacher(ctx, programmeId)
    if (programme.archived_at) throw refuse('programme_archived')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`nudge:${programmeId}`}, 0))`.execute(ctx.db)
    const chosen = (await readUnbegun(ctx, programmeId, personIds && { personIds })).filter(({ mayNudge }) => mayNudge)
    if (chosen.length === 0) throw refuse('nobody_to_nudge')
    const by = ctx.actor.kind === 'system' ? null : requirePerson(ctx).personId
    const rows = chosen.map(({ personId, period }) => ({ period_id: period.periodId, person_id: personId, nudged_by: by, nudged_at: ctx.now() }))
    await ctx.db.insertInto('programme_nudge').values(rows).execute()
    await ctx.jobs.announceAll(
      practiceNudged,
      rows.map(({ period_id, person_id, nudged_at }) => ({ periodId: period_id, personId: person_id, nudgedAt: nudged_at.toISOString() })),
    )
    return { count: chosen.length }
  })
}
