import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { recordAct } from '../audit/record-act.ts'
import { demand } from '../may.ts'
import { type Role, RoleList } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { withoutNeedlessMember } from './add-member.ts'

type Who = { organizationId: string; personId: string }

/** New roles and function for somebody who works here. Only an owner makes or unmakes owners. */
export async function changeMember(ctx: Ctx, input: Who & { roles: readonly Role[]; title: string }): Promise<void> {
  const roles = withoutNeedlessMember(RoleList.parse(input.roles))
  await demand(ctx, 'manage-people', input.organizationId)
  await transaction(ctx, async (ctx) => {
    const member = await lockMember(ctx, input)
    if (member.is_pupil && roles.some((role) => role !== 'member')) throw refuseOrganization('pupils_are_not_staff')
    const wasOwner = member.roles.includes('owner')
    if (wasOwner !== roles.includes('owner')) await demand(ctx, 'manage-owners', input.organizationId)
    if (wasOwner && !roles.includes('owner')) await demandAnotherOwner(ctx, input)
    await updateMember(ctx, input, { roles, title: input.title.trim().slice(0, 100) })
    const { organizationId, personId } = input
    if (roles.join() !== member.roles.join())
      await recordAct(ctx, { organizationId, act: 'member.changed', subject: { personId, before: member.roles.join(', '), after: roles.join(', ') } })
  })
}

/** Somebody leaves, or is taken off the list. What they received stays theirs. */
export async function removeMember(ctx: Ctx, input: Who): Promise<void> {
  const member = await findMember(ctx, input)
  const leavesAlone = ctx.actor.kind === 'person' && ctx.actor.personId === input.personId && member?.is_pupil === false
  if (!leavesAlone) await demand(ctx, 'manage-people', input.organizationId)
  await transaction(ctx, async (ctx) => {
    const locked = await lockMember(ctx, input)
    if (locked.roles.includes('owner')) {
      if (!leavesAlone) await demand(ctx, 'manage-owners', input.organizationId)
      await demandAnotherOwner(ctx, input)
    }
    await updateMember(ctx, input, { left_at: ctx.now() })
    await recordAct(ctx, { organizationId: input.organizationId, act: 'member.left', subject: { personId: input.personId } })
    await ctx.db
      .updateTable('cohort_member')
      .set({ left_at: ctx.now() })
      .where('person_id', '=', input.personId)
      .where('left_at', 'is', null)
      .where('cohort_id', 'in', (select) => select.selectFrom('cohort').select('id').where('organization_id', '=', input.organizationId))
      .execute()
  })
}

const findMember = (ctx: Ctx, { organizationId, personId }: Who) =>
  ctx.db
    .selectFrom('membership')
    .select(['roles', 'is_pupil'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()

async function lockMember(ctx: Ctx, who: Who) {
  // The whole structure waits: two owners who leave at once must not both count on the other.
  await sql`select id from organization where id = ${who.organizationId} for update`.execute(ctx.db)
  const member = await findMember(ctx, who)
  if (!member) throw refuse('not_found')
  return member
}

async function demandAnotherOwner(ctx: Ctx, { organizationId, personId }: Who): Promise<void> {
  const other = await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', '!=', personId)
    .where('left_at', 'is', null)
    .where(sql<boolean>`'owner' = any(roles)`)
    .executeTakeFirst()
  if (!other && !(await isArchived(ctx, organizationId))) throw refuseOrganization('last_owner')
}

/** Nobody needs to run it any more. */
const isArchived = async (ctx: Ctx, organizationId: string): Promise<boolean> =>
  (await ctx.db.selectFrom('organization').select('id').where('id', '=', organizationId).where('archived_at', 'is not', null).executeTakeFirst()) !== undefined

const updateMember = (ctx: Ctx, { organizationId, personId }: Who, changes: { roles?: string[]; title?: string; left_at?: Date }) =>
  ctx.db.updateTable('membership').set(changes).where('organization_id', '=', organizationId).where('person_id', '=', personId).execute()
