import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse } from '../practice.errors.ts'
import { ProgrammeChanges, ProgrammeInput } from '../practice.schema.ts'
import { assertPossible } from './assert-possible.ts'
import { enterAsTeacher } from './enter-programme.ts'
import { writeParts } from './write-parts.ts'

/** Whoever creates a programme teaches in it. */
export async function createProgramme(ctx: Ctx, input: z.input<typeof ProgrammeInput>): Promise<{ programmeId: string }> {
  await demand(ctx, 'issue', ProgrammeInput.parse(input).organizationId)
  return transaction(ctx, (ctx) => insertProgramme(ctx, { input }))
}

/** The caller has asked whether the actor may. */
export async function insertProgramme(ctx: Ctx, { input, copiedFrom }: { input: z.input<typeof ProgrammeInput>; copiedFrom?: string }): Promise<{ programmeId: string }> {
  const { organizationId, name, description, schoolYear, ...parts } = ProgrammeInput.parse(input)
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const teacherIds = [...new Set([...parts.teacherIds, ...(personId ? [personId] : [])])]
  await assertPossible(ctx, organizationId, { ...parts, teacherIds })
  const programmeId = ctx.newId()
  const row = { id: programmeId, organization_id: organizationId, name, description, school_year: schoolYear, copied_from: copiedFrom ?? null }
  await ctx.db
    .insertInto('programme')
    .values({ ...row, created_by: personId, created_at: ctx.now() })
    .execute()
  await writeParts(ctx, programmeId, { ...parts, teacherIds })
  await recordAct(ctx, { organizationId, act: copiedFrom ? 'programme.copied' : 'programme.created', subject: { programmeId, ...(copiedFrom && { copiedFrom }) } })
  return { programmeId }
}

/** What was tried and passed stays, though its badge or class leaves the programme. */
export async function updateProgramme(ctx: Ctx, input: z.input<typeof ProgrammeChanges>): Promise<void> {
  const { programmeId, name, description, schoolYear, ...parts } = ProgrammeChanges.parse(input)
  await transaction(ctx, async (ctx) => {
    const programme = await enterAsTeacher(ctx, programmeId)
    await ctx.db.selectFrom('programme').select('id').where('id', '=', programmeId).forUpdate().execute()
    if (programme.archived_at) throw refuse('programme_archived')
    await assertPossible(ctx, programme.organization_id, parts)
    await ctx.db.updateTable('programme').set({ name, description, school_year: schoolYear }).where('id', '=', programmeId).execute()
    await writeParts(ctx, programmeId, parts)
    await recordAct(ctx, { organizationId: programme.organization_id, act: 'programme.changed', subject: { programmeId } })
  })
}
