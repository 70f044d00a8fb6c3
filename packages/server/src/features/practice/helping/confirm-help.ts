import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { helperReached } from '../practice.facts.ts'
import { readHelperProgress } from './read-helper-progress.ts'

/** Within the transaction of whoever says yes. The teachers are told when it was the one that was missing. */
export async function confirmHelp(ctx: Ctx, helpId: string): Promise<void> {
  const help = await ctx.db.updateTable('help_given').set({ confirmed_at: ctx.now() }).where('id', '=', helpId).returning(['programme_id', 'helper_id']).executeTakeFirstOrThrow()
  // Of two that are confirmed at once, the second one sees both.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`helper:${help.programme_id}:${help.helper_id}`}, 0))`.execute(ctx.db)
  const who = { programmeId: help.programme_id, personId: help.helper_id }
  const progress = await readHelperProgress(ctx, who)
  if (progress?.state === 'reached') await ctx.jobs.announce(helperReached, who)
}
