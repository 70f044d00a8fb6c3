import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { boundsOfSchoolYear } from './school-years.ts'

export const DOSSIER_STATES = ['open', 'to-complete', 'granted', 'not-retained', 'declined'] as const
export type DossierState = (typeof DOSSIER_STATES)[number]
/** How long an open dossier has been waiting, in days: below each of these, or longer than the last. */
export const AGES = [14, 30, 90] as const

type Year = { organizationId: string; schoolYear: string }
export type BadgeCount = { achievementId: string; content: AchievementContent; imageId: string; otherwise: number } & Record<DossierState, number>
export type Waits = { ages: number[]; medianDays: number | null; longestDays: number | null; answered: number; answerDays: number | null; voices: number }

/** Dossiers that somebody let through; those that were withdrawn or set aside never were any for those who decide. */
const dossiers = ({ organizationId, schoolYear }: Year) => {
  const { start, end } = boundsOfSchoolYear(schoolYear)
  // What is agreed and not yet told counts as open: a number must not tell it either.
  return sql`(
    select nomination.*, case when nomination.state = 'agreed' then 'open' else nomination.state end as shown_state from nomination
    where organization_id = ${organizationId} and created_at >= ${start} and created_at < ${end}
      and nomination.state in ('open', 'to-complete', 'agreed', 'granted', 'not-retained', 'declined')
      and exists (select from nomination_voice where nomination_id = nomination.id and nomination_voice.state = 'admitted'))`
}

/** Each badge that the structure gives, its own and those it adopted, or that somebody was proposed for or received in that year. */
export async function countByBadge(ctx: Ctx, year: Year): Promise<BadgeCount[]> {
  const { start, end } = boundsOfSchoolYear(year.schoolYear)
  const { rows } = await sql<BadgeCount>`
    with dossier as ${dossiers(year)}, counted as (
      select achievement_id, ${sql.join(DOSSIER_STATES.map((state) => sql`count(*) filter (where shown_state = ${state})::int as ${sql.ref(state)}`))}
      from dossier group by achievement_id
    ), otherwise as (
      select achievement_id, count(*)::int as given from credential
      where organization_id = ${year.organizationId} and issued_at >= ${start} and issued_at < ${end} and revoked_at is null
        and not exists (select from nomination where credential_id = credential.id)
      group by achievement_id
    )
    select achievement.id as "achievementId", latest.content, latest.image_id as "imageId", coalesce(otherwise.given, 0) as otherwise,
      ${sql.join(DOSSIER_STATES.map((state) => sql`coalesce(${sql.ref(`counted.${state}`)}, 0) as ${sql.ref(state)}`))}
    from achievement
    join lateral (select content, image_id from achievement_version where achievement_id = achievement.id order by number desc limit 1) latest on true
    left join counted on counted.achievement_id = achievement.id
    left join otherwise on otherwise.achievement_id = achievement.id
    where counted.achievement_id is not null or otherwise.achievement_id is not null
      or (achievement.organization_id = ${year.organizationId} and achievement.archived_at is null)
      or exists (select from achievement_adoption where achievement_id = achievement.id and organization_id = ${year.organizationId} and ended_at is null)`.execute(ctx.db)
  return rows
}

/** How long open dossiers have been waiting, how long answers took, and what pupils wrote that nobody has read for a week. */
export async function countWaits(ctx: Ctx, year: Year): Promise<Waits> {
  const now = ctx.now()
  const days = (from: string, to = sql`${now}::timestamptz`) => sql`extract(epoch from ${to} - ${sql.ref(from)}) / 86400`
  const age = days('dossier.created_at')
  const bounds = [0, ...AGES, Number.MAX_SAFE_INTEGER]
  const isOpen = sql`shown_state in ('open', 'to-complete')`
  const ages = bounds.slice(1).map((below, band) => sql`count(*) filter (where ${isOpen} and ${age} >= ${bounds[band]} and ${age} < ${below})::int`)
  const { rows } = await sql<Waits>`
    with dossier as ${dossiers(year)}, answer as (
      select created_at, case when shown_state = 'granted' then closed_at else
        (select min(decided_at) from nomination_decision where nomination_id = dossier.id and decision in ('to-complete', 'not-retained')) end as answered_at
      from dossier
    ), answered as (select ${days('created_at', sql`answered_at`)} as days from answer where answered_at is not null)
    select json_build_array(${sql.join(ages)}) as ages,
      percentile_cont(0.5) within group (order by ${age}) filter (where ${isOpen}) as "medianDays",
      (max(${age}) filter (where ${isOpen}))::float as "longestDays",
      (select count(*)::int from answered) as answered,
      (select percentile_cont(0.5) within group (order by days) from answered) as "answerDays",
      (select count(*)::int from nomination_voice join nomination on nomination.id = nomination_id
        where organization_id = ${year.organizationId} and nomination_voice.state = 'waiting' and closed_at is null
          and nomination_voice.created_at < ${new Date(now.getTime() - 7 * 86_400_000)}) as voices
    from dossier`.execute(ctx.db)
  return rows[0]!
}
