import type { Ctx } from '#ctx'

/** The séances of juries that are open in a structure, and where whoever asks sits. */
export async function countSeats(ctx: Ctx, organizationId: string): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0
  const { count } = await ctx.db
    .selectFrom('jury_member')
    .innerJoin('jury', 'jury.id', 'jury_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', ctx.actor.personId)
    .where('state', 'in', ['voting', 'in-session'])
    .executeTakeFirstOrThrow()
  return Number(count)
}
