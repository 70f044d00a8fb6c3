import { type Ctx, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../juries.errors.ts'
import { noteConflicts } from '../meeting/recusals.ts'
import { readyForJury } from '../read/list-proposable.ts'
import { lockOwnJury } from '../take-seat.ts'

/** Puts dossiers on the table; each lies on one table at a time. What is there already stays. Gives what lies there, by nomination. */
export async function layDossiers(ctx: Ctx, { juryId, nominationIds }: { juryId: string; nominationIds: readonly string[] }): Promise<{ dossierIds: Map<string, string> }> {
  const asked = [...new Set(nominationIds.filter(isUuid))]
  return transaction(ctx, async (ctx) => {
    const jury = await lockOwnJury(ctx, juryId)
    if (jury.state === 'closed') throw refuse('jury_closed')
    if (asked.length === 0) throw refuse('dossier_needed')
    const ready = await ctx.db
      .selectFrom('nomination')
      .select('nomination.id')
      .where('nomination.id', 'in', asked)
      .where('organization_id', '=', jury.organization_id)
      .where(readyForJury)
      .forUpdate()
      .execute()
    const laid = await ctx.db.selectFrom('jury_dossier').select(['nomination_id', 'position']).where('jury_id', '=', juryId).execute()
    const known = new Set([...ready.map(({ id }) => id), ...laid.map(({ nomination_id }) => nomination_id)])
    if (asked.some((id) => !known.has(id.toLowerCase()))) throw refuse('dossier_unavailable')
    const next = Math.max(0, ...laid.map(({ position }) => position)) + 1
    const fresh = asked.filter((id) => ready.some((row) => row.id === id.toLowerCase()))
    for (const [index, nominationId] of fresh.entries())
      await ctx.db
        .insertInto('jury_dossier')
        .values({ id: ctx.newId(), jury_id: juryId, nomination_id: nominationId, position: next + index })
        .execute()
    if (jury.state !== 'preparing') await noteConflicts(ctx, jury)
    const onTable = await ctx.db.selectFrom('jury_dossier').select(['id', 'nomination_id']).where('jury_id', '=', juryId).execute()
    return { dossierIds: new Map(onTable.map(({ id, nomination_id }) => [nomination_id, id])) }
  })
}

/** Takes a dossier from the table, with what was voted on it, as long as nothing is decided. */
export async function takeDossierAway(ctx: Ctx, { juryId, dossierId }: { juryId: string; dossierId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const jury = await lockOwnJury(ctx, juryId)
    if (jury.state === 'closed') throw refuse('jury_closed')
    const dossier = isUuid(dossierId)
      ? await ctx.db.selectFrom('jury_dossier').select('decision').where('id', '=', dossierId).where('jury_id', '=', juryId).forUpdate().executeTakeFirst()
      : undefined
    if (!dossier) throw refuseKit('not_found')
    if (dossier.decision) throw refuse('already_decided')
    await ctx.db.deleteFrom('jury_dossier').where('id', '=', dossierId).execute()
  })
}
