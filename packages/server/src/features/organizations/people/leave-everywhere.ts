import { sql } from 'kysely'
import { asSystem, type Ctx, requirePerson, transaction } from '#ctx'
import { refuseOrganization } from '../organizations.errors.ts'
import { removeMember } from './change-member.ts'

/** The structures that would be left without anybody who decides. */
export const listOwnedAlone = (ctx: Ctx, personId: string): Promise<{ name: string; slug: string }[]> =>
  ctx.db
    .selectFrom('membership as own')
    .innerJoin('organization', 'organization.id', 'own.organization_id')
    .select(['organization.name', 'organization.slug'])
    .where('own.person_id', '=', personId)
    .where('own.left_at', 'is', null)
    .where('archived_at', 'is', null)
    .where(sql<boolean>`'owner' = any(own.roles)`)
    .where(
      sql<boolean>`not exists (select from membership other where other.organization_id = own.organization_id and other.person_id <> own.person_id
        and other.left_at is null and 'owner' = any(other.roles))`,
    )
    .orderBy('organization.name')
    .execute()

/** Somebody who goes leaves every structure and class, also as a pupil. `addresses`: those that are proved to be theirs. */
export async function leaveEverywhere(ctx: Ctx, { addresses }: { addresses: readonly string[] }): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    const memberships = await ctx.db
      .selectFrom('membership')
      .select(['organization_id', 'is_pupil'])
      .where('person_id', '=', personId)
      .where('left_at', 'is', null)
      .orderBy('organization_id')
      .execute()
    for (const { organization_id } of memberships) await sql`select id from organization where id = ${organization_id} for update`.execute(ctx.db)
    const alone = await listOwnedAlone(ctx, personId)
    if (alone.length > 0) throw refuseOrganization('last_owner', { names: new Intl.ListFormat(ctx.locale).format(alone.map(({ name }) => name)) })
    // A pupil does not leave a school alone; whoever closes their account does.
    for (const { organization_id, is_pupil } of memberships) await removeMember(is_pupil ? asSystem(ctx) : ctx, { organizationId: organization_id, personId })
    await ctx.db.updateTable('membership').set({ title: '' }).where('person_id', '=', personId).execute()
    await ctx.db.deleteFrom('pupil_number').where('person_id', '=', personId).execute()
    if (addresses.length > 0) await ctx.db.deleteFrom('invitation').where('address', 'in', addresses).execute()
  })
}
