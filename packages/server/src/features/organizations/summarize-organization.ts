import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { cardsToPrint } from './cards-to-print.ts'
import { demand, may } from './may.ts'

export type OrganizationSummary = {
  staffCount: number
  pupilCount: number
  cohortCount: number
  draftCount: number
  achievementCount: number
  credentialCount: number
  cardsToPrint: number
  /** What pupils wrote about somebody and nobody has read yet. */
  voicesToRead: number
  /** Dossiers that were agreed, are secret still, and are in no ceremony yet: for those who may know. */
  agreedCount: number
  lastIssuedAt: Date | null
  /** It begins: nothing was given yet or the guide was opened, and nobody put the guide away. */
  isStarting: boolean
}

/** The numbers of a structure at a glance: what is there, and so what to do next. */
export async function summarizeOrganization(ctx: Ctx, organizationId: string): Promise<OrganizationSummary> {
  await demand(ctx, 'view', organizationId)
  // What is about oneself is read by somebody else.
  const me = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const mayIssue = await may(ctx, 'issue', organizationId)
  const { rows } = await sql<OrganizationSummary>`select
    (select count(*)::int from membership where organization_id = ${organizationId} and left_at is null and not is_pupil) as "staffCount",
    (select count(*)::int from membership where organization_id = ${organizationId} and left_at is null and is_pupil) as "pupilCount",
    (select count(*)::int from cohort where organization_id = ${organizationId} and archived_at is null) as "cohortCount",
    (select count(*)::int from achievement where organization_id = ${organizationId} and archived_at is null
      and not exists (select from achievement_version where achievement_id = achievement.id)) as "draftCount",
    (select count(*)::int from achievement where organization_id = ${organizationId} and archived_at is null
      and exists (select from achievement_version where achievement_id = achievement.id)) as "achievementCount",
    (select count(*)::int from credential where organization_id = ${organizationId}) as "credentialCount",
    (select count(*)::int from credential where organization_id = ${organizationId} and ${cardsToPrint}) as "cardsToPrint",
    (select count(*)::int from nomination_voice join nomination on nomination.id = nomination_id
      where organization_id = ${organizationId} and nomination_voice.state = 'waiting' and closed_at is null and person_id is distinct from ${me}::uuid) as "voicesToRead",
    (select count(*)::int from nomination where organization_id = ${organizationId} and state = 'agreed' and closed_at is null and ${mayIssue}
      and not exists (select from ceremony_recipient where nomination_id = nomination.id)) as "agreedCount",
    (select max(issued_at) from credential where organization_id = ${organizationId}) as "lastIssuedAt",
    case when exists (select from first_year where organization_id = ${organizationId}) then exists (select from first_year where organization_id = ${organizationId} and closed_at is null)
      else not exists (select from credential where organization_id = ${organizationId}) end as "isStarting"`.execute(ctx.db)
  return rows[0]!
}

export type PupilView = { classes: string[]; credentialCount: number }

/** What a pupil sees of their own school, or undefined for anybody else. */
export async function findPupilView(ctx: Ctx, organizationId: string): Promise<PupilView | undefined> {
  if (ctx.actor.kind !== 'person') return undefined
  const { personId } = ctx.actor
  const { rows } = await sql<PupilView>`select
    array(select name from cohort join cohort_member on cohort_id = cohort.id
      where cohort.organization_id = membership.organization_id and cohort_member.person_id = membership.person_id
        and cohort_member.left_at is null and archived_at is null order by name) as classes,
    (select count(*)::int from credential where organization_id = membership.organization_id and person_id = membership.person_id and revoked_at is null) as "credentialCount"
    from membership where organization_id = ${organizationId} and person_id = ${personId} and is_pupil and left_at is null`.execute(ctx.db)
  return rows[0]
}
