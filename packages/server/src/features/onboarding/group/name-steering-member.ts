import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, inviteMember, recordAct } from '#features/organizations/index.ts'
import { startFirstYear } from '../first-year.ts'
import { refuse } from '../onboarding.errors.ts'
import { SteeringFields } from '../onboarding.schema.ts'

type Input = { organizationId: string } & z.input<typeof SteeringFields>

/** Somebody of the structure, or from outside by name and function; with an address they are also invited to join. Named again, their part changes. */
export async function nameSteeringMember(ctx: Ctx, { organizationId, ...input }: Input): Promise<{ isInvited: boolean }> {
  const { part, personId, name, address, ...fields } = SteeringFields.parse(input)
  await demand(ctx, 'lead', organizationId)
  if (!personId && !/\p{L}/u.test(name)) throw refuse('nobody_named')
  return transaction(ctx, async (ctx) => {
    await startFirstYear(ctx, organizationId)
    if (personId && !(await worksHere(ctx, { organizationId, personId }))) throw refuse('person_unknown')
    const changes = { part, function: fields.function }
    const { id } = await ctx.db
      .insertInto('steering_member')
      .values({ id: ctx.newId(), organization_id: organizationId, person_id: personId ?? null, name: personId ? '' : name, ...changes, created_at: ctx.now() })
      .onConflict((conflict) =>
        personId
          ? conflict.columns(['organization_id', 'person_id']).where('person_id', 'is not', null).doUpdateSet(changes)
          : conflict.expression(sql`organization_id, searchable(name)`).where('person_id', 'is', null).doUpdateSet(changes),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAct(ctx, { organizationId, act: 'onboarding.steering-member-named', subject: { steeringMemberId: id, part } })
    if (personId || !address) return { isInvited: false }
    // Who is there may look around; more is given by those who run the structure, on the page of people.
    await inviteMember(ctx, { organizationId, address, roles: ['member'], title: fields.function.slice(0, 100) })
    return { isInvited: true }
  })
}

export async function removeSteeringMember(ctx: Ctx, { organizationId, steeringMemberId }: { organizationId: string; steeringMemberId: string }): Promise<void> {
  await demand(ctx, 'lead', organizationId)
  await transaction(ctx, async (ctx) => {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('steering_member')
      .where('organization_id', '=', organizationId)
      .where(sql<boolean>`id::text = ${steeringMemberId}`)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await recordAct(ctx, { organizationId, act: 'onboarding.steering-member-removed', subject: { steeringMemberId } })
  })
}

const worksHere = async (ctx: Ctx, { organizationId, personId }: { organizationId: string; personId: string }): Promise<boolean> =>
  (await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .where('is_pupil', '=', false)
    .executeTakeFirst()) !== undefined
