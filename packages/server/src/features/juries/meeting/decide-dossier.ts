import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { findLevel, getGivenVersion } from '#features/achievements/index.ts'
import { readPeople } from '#features/nominations/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../juries.errors.ts'
import { DecisionInput } from '../juries.schema.ts'
import { takeChair } from '../take-seat.ts'
import { lockDossier } from './lock-dossier.ts'
import { listRecusals, noteConflicts, type Recusal } from './recusals.ts'

type Input = z.output<typeof DecisionInput>
type Dossier = Awaited<ReturnType<typeof lockDossier>>
type Nomination = Awaited<ReturnType<typeof findNomination>>

/**
 * What the jury decided on a dossier, written by whoever runs the meeting; it is carried out when the séance is closed.
 * Sent twice it is one decision; written over what another decided meanwhile, it is refused.
 */
export async function decideDossier(ctx: Ctx, juryId: string, input: z.input<typeof DecisionInput>): Promise<void> {
  const decision = DecisionInput.parse(input)
  const { dossierId } = decision
  await transaction(ctx, async (ctx) => {
    const { jury } = await takeChair(ctx, juryId)
    const dossier = await lockDossier(ctx, juryId, dossierId)
    if (decision.key && dossier.decision_key === decision.key) return
    if (jury.state !== 'in-session') throw refuse('jury_not_open')
    if (dossier.revision !== decision.revision) throw refuse('decided_meanwhile')
    const nomination = await findNomination(ctx, dossier)
    await noteConflicts(ctx, jury)
    const recusals = (await listRecusals(ctx, juryId)).filter((recusal) => recusal.dossierId === dossierId)
    await demandUnconcerned(ctx, nomination, recusals)
    await demandPossible(ctx, nomination, decision)
    // Putting it off needs no quorum: it is what is left to those who are too few.
    if (decision.decision !== 'adjourned') await demandQuorum(ctx, juryId, { quorum: jury.quorum, recusals })
    await write(ctx, dossier, decision)
    await recordAct(ctx, { organizationId: jury.organization_id, act: 'jury.decided', subject: { juryId, dossierId, decision: decision.decision }, reason: decision.reason })
  })
}

const findNomination = (ctx: Ctx, dossier: Dossier) => ctx.db.selectFrom('nomination').selectAll().where('id', '=', dossier.nomination_id).forShare().executeTakeFirstOrThrow()

/** Whoever writes the decision down is not in it themselves, sitting or not. */
async function demandUnconcerned(ctx: Ctx, nomination: Nomination, recusals: readonly Recusal[]): Promise<void> {
  const { personId } = requirePerson(ctx)
  const voice = await ctx.db
    .selectFrom('nomination_voice')
    .select('id')
    .where('nomination_id', '=', nomination.id)
    .where('author_id', '=', personId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  const recused = recusals.map(({ memberId }) => memberId)
  const own = recused.length > 0 ? await ctx.db.selectFrom('jury_member').select('id').where('id', 'in', recused).where('person_id', '=', personId).executeTakeFirst() : undefined
  if (voice || own || nomination.person_id === personId) throw refuse('recused')
}

/** What could not be carried out later is said now. */
async function demandPossible(ctx: Ctx, nomination: Nomination, { decision, levelId }: Input): Promise<void> {
  if (nomination.closed_at) throw refuse('dossier_closed')
  if (decision === 'to-complete' && !nomination.person_id) throw refuse('nobody_to_complete')
  if (decision !== 'granted') return
  const person = (await readPeople(ctx, nomination.organization_id, [nomination.person_id])).get(nomination.person_id ?? '')
  if (person && !person.isPupil && nomination.response !== 'accepted') throw refuse('not_accepted_yet')
  const { content } = await getGivenVersion(ctx, { organizationId: nomination.organization_id, achievementId: nomination.achievement_id })
  if (content.levels.length > 0 && !findLevel(content, levelId)) throw refuse('level_needed')
}

/** Those in the room who may vote on this dossier. */
async function demandQuorum(ctx: Ctx, juryId: string, { quorum, recusals }: { quorum: number; recusals: readonly Recusal[] }): Promise<void> {
  const present = await ctx.db.selectFrom('jury_member').select('id').where('jury_id', '=', juryId).where('present_at', 'is not', null).execute()
  const count = present.filter(({ id }) => !recusals.some(({ memberId }) => memberId === id)).length
  if (count < quorum) throw refuse('quorum_missing', { quorum, present: count, missing: quorum - count })
}

async function write(ctx: Ctx, { id, revision }: Dossier, { decision, reason, levelId, key }: Input): Promise<void> {
  await ctx.db
    .updateTable('jury_dossier')
    .set({
      decision,
      reason,
      level_id: decision === 'granted' ? (levelId ?? null) : null,
      decided_by: requirePerson(ctx).personId,
      decided_at: ctx.now(),
      decision_key: key ?? null,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .execute()
}
