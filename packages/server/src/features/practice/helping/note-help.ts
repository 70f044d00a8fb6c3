// « On s’est aidés »: noted by one, confirmed by the other.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { inParis } from '#kit/paris-time.ts'
import { refuse } from '../practice.errors.ts'
import { helpNoted } from '../practice.facts.ts'
import { enterAsParticipant } from '../programmes/enter-programme.ts'
import { confirmHelp } from './confirm-help.ts'
import { HelpNote } from './helping.schema.ts'
import { isOffering } from './is-offering.ts'
import { areMates } from './mates.ts'

/** One help a day for a badge and two people. Noted by both, it is confirmed. */
export async function noteHelp(ctx: Ctx, input: z.input<typeof HelpNote>): Promise<{ helpId: string }> {
  const { programmeId, achievementId, personId: otherId, role } = HelpNote.parse(input)
  return transaction(ctx, async (ctx) => {
    const { personId, archived_at } = await enterAsParticipant(ctx, programmeId)
    if (archived_at) throw refuse('programme_archived')
    const [helperId, helpedId] = role === 'helper' ? [personId, otherId] : [otherId, personId]
    const help = { programmeId, achievementId, helperId, helpedId }
    await sql`select pg_advisory_xact_lock(hashtextextended(${`help:${Object.values(help).join(':')}`}, 0))`.execute(ctx.db)
    if (!(await areMates(ctx, programmeId, [personId, otherId])) || !(await isOffering(ctx, { programmeId, achievementId, personId: helperId }))) throw refuse('not_offering')
    const known = await findKnown(ctx, help)
    if (!known) return insertHelp(ctx, help, personId)
    if (known.declined_at) throw refuse('help_answered')
    if (!known.confirmed_at && known.noted_by !== personId) await confirmHelp(ctx, known.id)
    return { helpId: known.id }
  })
}

type Help = { programmeId: string; achievementId: string; helperId: string; helpedId: string }

/** The one that waits, or that of today. */
async function findKnown(ctx: Ctx, { programmeId, achievementId, helperId, helpedId }: Help) {
  const rows = await ctx.db
    .selectFrom('help_given')
    .select(['id', 'noted_by', 'noted_at', 'confirmed_at', 'declined_at'])
    .where('programme_id', '=', programmeId)
    .where('achievement_id', '=', achievementId)
    .where('helper_id', '=', helperId)
    .where('helped_id', '=', helpedId)
    .orderBy('noted_at', 'desc')
    .forUpdate()
    .execute()
  const today = inParis(ctx.now()).day
  return rows.find(({ confirmed_at, declined_at }) => !confirmed_at && !declined_at) ?? rows.find(({ noted_at }) => inParis(noted_at).day === today)
}

async function insertHelp(ctx: Ctx, { programmeId, achievementId, helperId, helpedId }: Help, notedBy: string): Promise<{ helpId: string }> {
  const helpId = ctx.newId()
  const row = { id: helpId, programme_id: programmeId, achievement_id: achievementId, helper_id: helperId, helped_id: helpedId, noted_by: notedBy, noted_at: ctx.now() }
  await ctx.db.insertInto('help_given').values(row).execute()
  await ctx.jobs.announce(helpNoted, { helpId })
  return { helpId }
}
