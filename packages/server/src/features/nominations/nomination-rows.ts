// Dossiers under the hand of whoever changes them, and the record of what was decided.
import type { Ctx } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from './nominations.errors.ts'
import type { DecisionKind, NominationState } from './nominations.schema.ts'

/** The dossier, for the length of a transaction. */
export async function lockNomination(ctx: Ctx, nominationId: string) {
  const row = isUuid(nominationId) ? await ctx.db.selectFrom('nomination').selectAll().where('id', '=', nominationId).forUpdate().executeTakeFirst() : undefined
  if (!row) throw refuseKit('not_found')
  return row
}

/** The dossier of whoever asks, still open, and seen by them: a voice was let through, or is their own. To anybody else there is none. */
export async function lockOwnNomination(ctx: Ctx, nominationId: string, personId: string) {
  const row = await lockNomination(ctx, nominationId)
  if (row.person_id !== personId || !(await hasAdmitted(ctx, nominationId))) throw refuseKit('not_found')
  if (row.closed_at) throw refuse('nomination_closed')
  return row
}

export async function hasAdmitted(ctx: Ctx, nominationId: string): Promise<boolean> {
  const voice = await ctx.db.selectFrom('nomination_voice').select('id').where('nomination_id', '=', nominationId).where('state', '=', 'admitted').executeTakeFirst()
  return voice !== undefined
}

/** A dossier without a voice is none. */
export async function closeIfSilent(ctx: Ctx, nominationId: string, state: NominationState): Promise<void> {
  const voice = await ctx.db.selectFrom('nomination_voice').select('id').where('nomination_id', '=', nominationId).where('state', 'in', ['waiting', 'admitted']).executeTakeFirst()
  if (!voice) await setState(ctx, nominationId, { state, closed_at: ctx.now() })
}

export async function setState(ctx: Ctx, nominationId: string, changes: { state: NominationState; closed_at?: Date; credential_id?: string; level_id?: string }): Promise<void> {
  await ctx.db
    .updateTable('nomination')
    .set({ ...changes, updated_at: ctx.now() })
    .where('id', '=', nominationId)
    .execute()
}

type Decision = { nominationId: string; voiceId?: string; decision: DecisionKind; reason?: string }

export async function recordDecision(ctx: Ctx, { nominationId, voiceId, decision, reason = '' }: Decision): Promise<{ decisionId: string }> {
  const decisionId = ctx.newId()
  await ctx.db
    .insertInto('nomination_decision')
    .values({
      id: decisionId,
      nomination_id: nominationId,
      voice_id: voiceId ?? null,
      decision,
      reason,
      decided_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      decided_at: ctx.now(),
    })
    .execute()
  return { decisionId }
}
