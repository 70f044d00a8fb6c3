import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from './may.ts'

export type MemberView = {
  badges: { achievementId: string; name: string; imageId: string }[]
  contacts: { personId: string; givenName: string; familyName: string; title: string; doesIssue: boolean }[]
}

/** What concerns somebody of the team who neither designs nor issues: the badges of the house, and whom to ask for one. */
export async function findMemberView(ctx: Ctx, organizationId: string): Promise<MemberView> {
  await demand(ctx, 'view', organizationId)
  const badges = await sql<MemberView['badges'][number]>`select * from (
      select distinct on (achievement.id) achievement.id as "achievementId", image_id as "imageId",
        coalesce(content -> 'name' ->> ${ctx.locale}, content -> 'name' ->> 'fr') as name
      from achievement join achievement_version on achievement_id = achievement.id
      where organization_id = ${organizationId} and archived_at is null
      order by achievement.id, number desc) newest
    order by searchable(name)`.execute(ctx.db)
  const contacts = await sql<MemberView['contacts'][number]>`select person.id as "personId", given_name as "givenName", family_name as "familyName", title,
      roles && array['issuer', 'owner', 'admin'] as "doesIssue"
    from membership join person on person.id = person_id
    where organization_id = ${organizationId} and left_at is null and closed_at is null and not is_pupil
      and roles && array['owner', 'admin', 'designer', 'issuer']
    order by 'owner' = any(roles) desc, searchable(family_name), searchable(given_name)
    limit 8`.execute(ctx.db)
  return { badges: badges.rows, contacts: contacts.rows }
}
