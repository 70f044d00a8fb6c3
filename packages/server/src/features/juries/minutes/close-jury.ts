import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem, type Ctx, transaction } from '#ctx'
import { ensureIssuer, getSigner } from '#features/issuers/index.ts'
import { decideNomination } from '#features/nominations/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import { refuse } from '../juries.errors.ts'
import { juryClosed } from '../juries.facts.ts'
import type { JuryDecision } from '../juries.schema.ts'
import { noteConflicts } from '../meeting/recusals.ts'
import { type Jury, lockOwnJury } from '../take-seat.ts'
import { buildMinutes } from './build-minutes.ts'
import { signMinutes } from './sign-minutes.ts'

/**
 * Carries out what was decided, signs the minutes and freezes all of it, in one transaction. What was left open goes back to the pile.
 * A decision that cannot be carried out any more is noted in the minutes; it holds up nobody else’s.
 */
export async function closeJury(ctx: Ctx, juryId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const jury = await lockOwnJury(ctx, juryId)
    if (jury.state === 'closed') return
    if (jury.state !== 'in-session') throw refuse('jury_not_open')
    await lockNominations(ctx, juryId)
    await noteConflicts(ctx, jury)
    await carryOutAll(ctx, jury)
    const { issuerId } = await ensureIssuer(ctx, jury.organization_id)
    const minutes = await signMinutes(await buildMinutes(ctx, jury), (await getSigner(ctx, issuerId)).signer)
    await ctx.db.updateTable('jury').set({ state: 'closed', closed_at: ctx.now(), minutes }).where('id', '=', juryId).execute()
    await recordAct(ctx, { organizationId: jury.organization_id, act: 'jury.closed', subject: { juryId, minutes: createHash('sha256').update(minutes).digest('hex') } })
    await ctx.jobs.announce(juryClosed, { juryId })
  })
}

/** All of them first, always in the same order, before anything is written into the log: so nobody who decides elsewhere waits in a ring. */
const lockNominations = (ctx: Ctx, juryId: string) =>
  ctx.db
    .selectFrom('nomination')
    .select('id')
    .where('id', 'in', (of) => of.selectFrom('jury_dossier').select('nomination_id').where('jury_id', '=', juryId))
    .orderBy('id')
    .forUpdate()
    .execute()

async function carryOutAll(ctx: Ctx, jury: Jury): Promise<void> {
  const dossiers = await ctx.db
    .updateTable('jury_dossier')
    .set({ closed_at: ctx.now() })
    .where('jury_id', '=', jury.id)
    .returning(['id', 'nomination_id', 'decision', 'reason', 'level_id'])
    .execute()
  for (const { id, nomination_id, decision, reason, level_id } of dossiers) {
    if (!decision || decision === 'adjourned') continue
    const refusal = await tryOut(ctx, () =>
      carryOut(ctx, {
        nominationId: nomination_id,
        decision: decision as Exclude<JuryDecision, 'adjourned'>,
        reason,
        levelId: level_id ?? undefined,
        isEmbargoed: jury.is_embargoed,
      }),
    )
    if (refusal) await ctx.db.updateTable('jury_dossier').set({ refusal }).where('id', '=', id).execute()
  }
}

type Decided = { nominationId: string; decision: Exclude<JuryDecision, 'adjourned'>; reason: string; levelId: string | undefined; isEmbargoed: boolean }

/** The jury decides, and not whoever closes it: they may be proposed in another dossier themselves. */
async function carryOut(ctx: Ctx, { nominationId, decision, reason, levelId, isEmbargoed }: Decided): Promise<void> {
  const jury = asSystem(ctx)
  if (decision === 'granted') await decideNomination(jury, { nominationId, decision, reason, isEmbargoed, levelId })
  else await decideNomination(jury, { nominationId, decision, reason })
}

/** Runs a part of a transaction; what refuses it leaves no trace, and is told by its code. */
async function tryOut(ctx: Ctx, run: () => Promise<void>): Promise<string | undefined> {
  await sql`savepoint part`.execute(ctx.db)
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint part`.execute(ctx.db)
    return error.code
  }
  await sql`release savepoint part`.execute(ctx.db)
  return undefined
}
