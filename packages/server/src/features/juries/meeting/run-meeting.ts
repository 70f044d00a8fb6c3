import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../juries.errors.ts'
import { juryOpened } from '../juries.facts.ts'
import { type At, holdJury, lockOwnJury, takeChair, takeMemberSeat } from '../take-seat.ts'
import { lockDossier } from './lock-dossier.ts'
import { noteConflicts } from './recusals.ts'

/** The members are told, and read and vote from now on. Opened twice, it is opened once. */
export async function openJury(ctx: Ctx, juryId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const jury = await lockOwnJury(ctx, juryId)
    if (jury.state === 'closed') throw refuse('jury_closed')
    if (jury.state !== 'preparing') return
    const members = await ctx.db.selectFrom('jury_member').select(['id', 'is_president']).where('jury_id', '=', juryId).execute()
    const dossier = await ctx.db.selectFrom('jury_dossier').select('id').where('jury_id', '=', juryId).limit(1).executeTakeFirst()
    if (!members.some(({ is_president }) => is_president)) throw refuse('president_needed')
    if (members.length < jury.quorum) throw refuse('members_needed', { quorum: jury.quorum, missing: jury.quorum - members.length })
    if (!dossier) throw refuse('dossier_needed')
    await ctx.db.updateTable('jury').set({ state: 'voting', opened_at: ctx.now() }).where('id', '=', juryId).execute()
    await recordAct(ctx, { organizationId: jury.organization_id, act: 'jury.opened', subject: { juryId } })
    await noteConflicts(ctx, jury)
    await ctx.jobs.announceAll(
      juryOpened,
      members.map(({ id }) => ({ juryId, memberId: id })),
    )
  })
}

/** The meeting begins. */
export async function startSession(ctx: Ctx, juryId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await takeChair(ctx, juryId)
    const jury = await holdJury(ctx, juryId)
    if (jury.state === 'preparing') throw refuse('jury_not_open')
    if (jury.state !== 'voting') return
    await ctx.db.updateTable('jury').set({ state: 'in-session', started_at: ctx.now() }).where('id', '=', juryId).where('state', '=', 'voting').execute()
    // Whoever opens the meeting is in the room.
    if (ctx.actor.kind === 'person')
      await ctx.db
        .updateTable('jury_member')
        .set({ present_at: ctx.now() })
        .where('jury_id', '=', juryId)
        .where('person_id', '=', ctx.actor.personId)
        .where('present_at', 'is', null)
        .execute()
  })
}

/** Whoever runs the meeting sees who is in the room. */
export async function markPresence(ctx: Ctx, { juryId, memberId, isPresent }: { juryId: string; memberId: string; isPresent: boolean }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await takeChair(ctx, juryId)
    await demandOpen(ctx, juryId)
    const change = ctx.db.updateTable('jury_member').where('jury_id', '=', juryId)
    if (!isUuid(memberId) || !(await ctx.db.selectFrom('jury_member').select('id').where('id', '=', memberId).where('jury_id', '=', juryId).executeTakeFirst()))
      throw refuseKit('not_found')
    if (isPresent) await change.set({ present_at: ctx.now() }).where('id', '=', memberId).where('present_at', 'is', null).execute()
    else await change.set({ present_at: null }).where('id', '=', memberId).execute()
  })
}

/** « Je suis là », by oneself. */
export async function arrive(ctx: Ctx, at: At): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { jury, memberId } = await takeMemberSeat(ctx, at)
    await demandOpen(ctx, jury.id)
    await ctx.db.updateTable('jury_member').set({ present_at: ctx.now() }).where('id', '=', memberId).where('present_at', 'is', null).execute()
  })
}

/** Shows the counts before everybody voted. */
export async function revealVotes(ctx: Ctx, { juryId, dossierId }: { juryId: string; dossierId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await takeChair(ctx, juryId)
    const dossier = await lockDossier(ctx, juryId, dossierId)
    if (!dossier.revealed_at) await ctx.db.updateTable('jury_dossier').set({ revealed_at: ctx.now() }).where('id', '=', dossierId).execute()
  })
}

async function demandOpen(ctx: Ctx, juryId: string): Promise<void> {
  const { state } = await holdJury(ctx, juryId)
  if (state !== 'in-session') throw refuse('jury_not_open')
}
