import { sql } from 'kysely'
import type { Ctx } from '#ctx'

/** Who defined a badge that another structure gave, and what that structure added for its own people, then or since. */
export type Giver = { authorName: string; authorIssuerId: string | null; localNote: string }

/** Undefined when it is given by who defined it. Public, as every issuer and every adoption is. */
export async function findGiver(ctx: Ctx, { organizationId, achievementId }: { organizationId: string; achievementId: string }): Promise<Giver | undefined> {
  const { rows } = await sql<Giver>`
    select author.name as "authorName", issuer.id as "authorIssuerId", coalesce((
      select local_note from achievement_adoption
      where achievement_id = achievement.id and organization_id = ${organizationId} order by adopted_at desc limit 1
    ), '') as "localNote"
    from achievement
    join organization author on author.id = achievement.organization_id
    left join issuer on issuer.organization_id = author.id
    where achievement.id = ${achievementId} and author.id <> ${organizationId}`.execute(ctx.db)
  return rows[0]
}
