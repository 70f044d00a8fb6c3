import type { Ctx } from '#ctx'

export type Agenda = { juryId: string; title: string; startsAt: Date }

/** The séance on whose table a dossier lies, by the id of the dossier. Whoever calls has made sure that the actor may know. */
export async function findAgendas(ctx: Ctx, nominationIds: readonly string[]): Promise<Map<string, Agenda>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('jury_dossier')
    .innerJoin('jury', 'jury.id', 'jury_id')
    .select(['nomination_id', 'jury_id', 'title', 'starts_at'])
    .where('nomination_id', 'in', nominationIds)
    .where('jury_dossier.closed_at', 'is', null)
    .execute()
  return new Map(rows.map(({ nomination_id, jury_id, title, starts_at }) => [nomination_id, { juryId: jury_id, title, startsAt: starts_at }]))
}
