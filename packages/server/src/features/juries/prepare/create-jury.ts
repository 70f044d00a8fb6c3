import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse } from '../juries.errors.ts'
import { JuryChanges, JuryInput } from '../juries.schema.ts'
import { lockOwnJury } from '../take-seat.ts'

export async function createJury(ctx: Ctx, input: z.input<typeof JuryInput>): Promise<{ juryId: string }> {
  const { organizationId, title, date, time, place, quorum, isEmbargoed } = JuryInput.parse(input)
  await demand(ctx, 'issue', organizationId)
  return transaction(ctx, async (ctx) => {
    const juryId = ctx.newId()
    await ctx.db
      .insertInto('jury')
      .values({
        id: juryId,
        organization_id: organizationId,
        title,
        starts_at: instant(date, time),
        place,
        quorum,
        is_embargoed: isEmbargoed,
        created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: ctx.now(),
      })
      .execute()
    await recordAct(ctx, { organizationId, act: 'jury.created', subject: { juryId } })
    return { juryId }
  })
}

export async function updateJury(ctx: Ctx, input: z.input<typeof JuryChanges>): Promise<void> {
  const { juryId, title, date, time, place, quorum, isEmbargoed } = JuryChanges.parse(input)
  await transaction(ctx, async (ctx) => {
    const jury = await lockOwnJury(ctx, juryId)
    if (jury.state === 'closed') throw refuse('jury_closed')
    // The rule of the game does not change once it is played.
    if (jury.state === 'in-session' && quorum !== jury.quorum) throw refuse('jury_already_open')
    await ctx.db
      .updateTable('jury')
      .set({ title, starts_at: instant(date, time), place, quorum, is_embargoed: isEmbargoed })
      .where('id', '=', juryId)
      .execute()
  })
}

/** What a clock on the wall of the structure says. */
const instant = (date: string, time: string) => sql<Date>`(${date}::date + ${time}::time) at time zone 'Europe/Paris'`
