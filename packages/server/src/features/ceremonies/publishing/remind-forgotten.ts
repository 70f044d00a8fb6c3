import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { inParis } from '#kit/paris-time.ts'
import { ceremonyForgotten } from '../ceremonies.facts.ts'

/** The day after a ceremony that nobody published: those who run it are told, once. Nothing is ever published by itself. */
export async function remindForgotten(ctx: Ctx): Promise<void> {
  const today = inParis(ctx.now()).day
  await transaction(ctx, async (ctx) => {
    const forgotten = await ctx.db
      .updateTable('ceremony')
      .set({ reminded_at: ctx.now() })
      .where('confirmed_at', 'is', null)
      .where('reminded_at', 'is', null)
      .where(sql<boolean>`(starts_at at time zone 'Europe/Paris')::date < ${today}::date`)
      .where(sql<boolean>`exists (select from ceremony_recipient where ceremony_id = ceremony.id)`)
      .returning('id')
      .execute()
    await ctx.jobs.announceAll(
      ceremonyForgotten,
      forgotten.map(({ id }) => ({ ceremonyId: id })),
    )
  })
}
