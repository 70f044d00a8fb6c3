// Who stands in a programme: those who teach it, and those who take part.

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import type { DB } from '#db/schema.ts'
import { may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { participants } from './participants.ts'

export type Programme = Selectable<DB['programme']>

/** Its teachers, and those who run the structure. To anybody else there is no such programme: it is about pupils. */
export async function enterAsTeacher(ctx: Ctx, programmeId: string): Promise<Programme> {
  const programme = await findProgramme(ctx, programmeId)
  if (!programme) throw refuse('not_found')
  if (ctx.actor.kind === 'system') return programme
  const { personId } = requirePerson(ctx)
  if (!(await may(ctx, 'issue', programme.organization_id))) throw refuse('not_found')
  const { db } = ctx
  const teaches = await db.selectFrom('programme_teacher').select('person_id').where('programme_id', '=', programmeId).where('person_id', '=', personId).executeTakeFirst()
  if (!teaches && !(await may(ctx, 'lead', programme.organization_id))) throw refuse('not_found')
  return programme
}

/** Somebody of its classes and groups, for what is their own. */
export async function enterAsParticipant(ctx: Ctx, programmeId: string): Promise<Programme & { personId: string }> {
  const { personId } = requirePerson(ctx)
  const programme = await findProgramme(ctx, programmeId)
  if (!programme || !(await takesPart(ctx, { programmeId, personId }))) throw refuse('not_found')
  return { ...programme, personId }
}

export async function takesPart(ctx: Ctx, { programmeId, personId }: { programmeId: string; personId: string }): Promise<boolean> {
  const { rows } = await sql`select from (${participants(programmeId)}) participant where person_id = ${personId}`.execute(ctx.db)
  return rows.length > 0
}

const findProgramme = async (ctx: Ctx, programmeId: string): Promise<Programme | undefined> =>
  isUuid(programmeId) ? ctx.db.selectFrom('programme').selectAll().where('id', '=', programmeId).executeTakeFirst() : undefined
