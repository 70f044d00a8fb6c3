import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { isSamePerson } from './is-same-person.ts'

export type Twin = { nominationId: string; name: string; function: string; voiceCount: number }

/** Open dossiers for the same badge that may be about the same person, who has no account and was written in two ways. */
export async function listTwins(ctx: Ctx, nominationId: string): Promise<Twin[]> {
  const row = isUuid(nominationId) ? await ctx.db.selectFrom('nomination').selectAll().where('id', '=', nominationId).executeTakeFirst() : undefined
  if (!row) throw refuse('not_found')
  await demand(ctx, 'issue', row.organization_id)
  if (row.person_id || row.state !== 'open') return []
  const others = await ctx.db
    .selectFrom('nomination')
    .select(['id', 'nominee_name', 'nominee_function'])
    .select(sql<number>`(select count(*)::int from nomination_voice where nomination_id = nomination.id and state in ('waiting', 'admitted'))`.as('voice_count'))
    .where('organization_id', '=', row.organization_id)
    .where('achievement_id', '=', row.achievement_id)
    .where('person_id', 'is', null)
    .where('state', '=', 'open')
    .where('id', '<>', nominationId)
    .orderBy('created_at')
    .execute()
  return others
    .filter(({ nominee_name }) => isSamePerson(row.nominee_name, nominee_name))
    .map(({ id, nominee_name, nominee_function, voice_count }) => ({ nominationId: id, name: nominee_name, function: nominee_function, voiceCount: voice_count }))
}
