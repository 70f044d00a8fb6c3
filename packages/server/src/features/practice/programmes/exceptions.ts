// For one pupil and one period: fewer badges, more time, or both. The reason stays among the teachers.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../practice.errors.ts'
import { ExceptionInput } from '../practice.schema.ts'
import { enterAsTeacher, takesPart } from './enter-programme.ts'

export type ProgrammeException = {
  periodId: string
  personId: string
  givenName: string
  familyName: string
  required: number | null
  endsOn: string | null
  reason: string
}

/** Said again for the same pupil and period, it replaces what was said before. */
export async function addException(ctx: Ctx, input: z.input<typeof ExceptionInput>): Promise<void> {
  const { periodId, personId, required, endsOn, reason } = ExceptionInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const period = await enterByPeriod(ctx, periodId)
    const { programme } = period
    if (programme.archived_at) throw refuse('programme_archived')
    if (!(await takesPart(ctx, { programmeId: programme.id, personId }))) throw refuse('not_taking_part')
    if (required !== undefined && required > period.required) throw refuse('exception_asks_more')
    if (endsOn !== undefined && endsOn <= period.endsOn) throw refuse('exception_ends_early')
    const said = { required: required ?? null, ends_on: endsOn ?? null, reason, created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null, created_at: ctx.now() }
    await ctx.db
      .insertInto('programme_exception')
      .values({ period_id: periodId, person_id: personId, ...said })
      .onConflict((conflict) => conflict.columns(['period_id', 'person_id']).doUpdateSet(said))
      .execute()
    await recordAct(ctx, { organizationId: programme.organization_id, act: 'programme.excepted', subject: { programmeId: programme.id, periodId, personId } })
  })
}

/** The period asks of this pupil what it asks of all again. Safe to repeat. */
export async function endException(ctx: Ctx, { periodId, personId }: { periodId: string; personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { programme } = await enterByPeriod(ctx, periodId)
    if (!isUuid(personId)) throw refuseAnything('not_found')
    const { numDeletedRows } = await ctx.db.deleteFrom('programme_exception').where('period_id', '=', periodId).where('person_id', '=', personId).executeTakeFirst()
    if (numDeletedRows === 0n) return
    await recordAct(ctx, { organizationId: programme.organization_id, act: 'programme.exception-ended', subject: { programmeId: programme.id, periodId, personId } })
  })
}

/** For its teachers, in the order of the periods, then of names. */
export async function listExceptions(ctx: Ctx, programmeId: string): Promise<ProgrammeException[]> {
  await enterAsTeacher(ctx, programmeId)
  return ctx.db
    .selectFrom('programme_exception')
    .innerJoin('programme_period', 'programme_period.id', 'period_id')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['period_id as periodId', 'person_id as personId', 'given_name as givenName', 'family_name as familyName', 'reason'])
    .select(['programme_exception.required', sql<string | null>`programme_exception.ends_on::text`.as('endsOn')])
    .where('programme_id', '=', programmeId)
    .where('closed_at', 'is', null)
    .orderBy('programme_period.starts_on')
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
}

async function enterByPeriod(ctx: Ctx, periodId: string) {
  const period = isUuid(periodId)
    ? await ctx.db
        .selectFrom('programme_period')
        .select(['programme_id', 'required', sql<string>`ends_on::text`.as('endsOn')])
        .where('id', '=', periodId)
        .executeTakeFirst()
    : undefined
  if (!period) throw refuseAnything('not_found')
  return { ...period, programme: await enterAsTeacher(ctx, period.programme_id) }
}
