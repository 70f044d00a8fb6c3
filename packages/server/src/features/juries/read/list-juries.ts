import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import type { JuryState } from '../juries.schema.ts'

export type JuryLine = { juryId: string; title: string; startsAt: Date; place: string; state: JuryState; memberCount: number; dossierCount: number }
export type MyJuryLine = JuryLine & { organizationName: string; slug: string; isPresident: boolean; leftToVote: number }

/** The séances of a structure: those to come first, then those that are over, the latest first. */
export async function listJuries(ctx: Ctx, organizationId: string): Promise<JuryLine[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await lines(ctx).where('jury.organization_id', '=', organizationId).execute()
  return rows.map(present)
}

/** The séances where a person sits, once they are told. */
export async function listMyJuries(ctx: Ctx): Promise<MyJuryLine[]> {
  const { personId } = requirePerson(ctx)
  const rows = await lines(ctx)
    .innerJoin('organization', 'organization.id', 'jury.organization_id')
    .innerJoin('jury_member', 'jury_member.jury_id', 'jury.id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.organization_id', '=', 'jury.organization_id').onRef('membership.person_id', '=', 'jury_member.person_id').on('left_at', 'is', null),
    )
    .select(['organization.name', 'slug', 'is_president'])
    .select(
      sql<number>`(select count(*)::int from jury_dossier join nomination on nomination.id = nomination_id where jury_dossier.jury_id = jury.id and decision is null
        and nomination.person_id is distinct from ${personId}
        and not exists (select from jury_vote where dossier_id = jury_dossier.id and member_id = jury_member.id)
        and not exists (select from jury_recusal where dossier_id = jury_dossier.id and member_id = jury_member.id)
        and not exists (select from nomination_voice where nomination_id = nomination.id and author_id = ${personId} and nomination_voice.state <> 'withdrawn'))`.as(
        'left_to_vote',
      ),
    )
    .where('jury_member.person_id', '=', personId)
    .where('jury.state', '<>', 'preparing')
    .execute()
  return rows.map((row) => ({
    ...present(row),
    organizationName: row.name,
    slug: row.slug,
    isPresident: row.is_president,
    leftToVote: row.state === 'closed' ? 0 : row.left_to_vote,
  }))
}

const lines = (ctx: Ctx) =>
  ctx.db
    .selectFrom('jury')
    .select(['jury.id', 'jury.title', 'starts_at', 'place', 'jury.state'])
    .select(sql<number>`(select count(*)::int from jury_member where jury_id = jury.id)`.as('member_count'))
    .select(sql<number>`(select count(*)::int from jury_dossier where jury_id = jury.id)`.as('dossier_count'))
    .orderBy(sql`jury.state = 'closed'`)
    .orderBy(sql`case when jury.state = 'closed' then -extract(epoch from starts_at) else extract(epoch from starts_at) end`)
    .orderBy('jury.id')
    .limit(100)

const present = (row: { id: string; title: string; starts_at: Date; place: string; state: string; member_count: number; dossier_count: number }): JuryLine => ({
  juryId: row.id,
  title: row.title,
  startsAt: row.starts_at,
  place: row.place,
  state: row.state as JuryState,
  memberCount: row.member_count,
  dossierCount: row.dossier_count,
})
