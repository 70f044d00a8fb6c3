import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { PARTS, type Part } from '../onboarding.schema.ts'

export type SteeringMember = { steeringMemberId: string; part: Part; name: string; function: string; isOutside: boolean }
export type Colleague = { personId: string; name: string; title: string }

/** Who steers, in the order of the parts they play; and who of the staff could. */
export async function listSteeringGroup(ctx: Ctx, organizationId: string): Promise<{ members: SteeringMember[]; colleagues: Colleague[] }> {
  await demand(ctx, 'lead', organizationId)
  const members = await ctx.db
    .selectFrom('steering_member')
    .leftJoin('person', 'person.id', 'person_id')
    .leftJoin('membership', (join) => join.onRef('membership.person_id', '=', 'person.id').on('membership.organization_id', '=', organizationId))
    .select(['steering_member.id as steeringMemberId', 'part', 'person.id as personId'])
    .select(sql<string>`coalesce(nullif(trim(given_name || ' ' || family_name), ''), steering_member.name)`.as('name'))
    .select(sql<string>`coalesce(nullif(steering_member.function, ''), membership.title, '')`.as('function'))
    .where('steering_member.organization_id', '=', organizationId)
    .orderBy(sql`array_position(${[...PARTS]}::text[], part)`)
    .orderBy('steering_member.created_at')
    .execute()
  const named = new Set(members.map(({ personId }) => personId))
  const colleagues = await ctx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'title'])
    .select(sql<string>`trim(given_name || ' ' || family_name)`.as('name'))
    .where('organization_id', '=', organizationId)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('is_pupil', '=', false)
    .orderBy(sql`searchable(family_name), searchable(given_name)`)
    .execute()
  return {
    members: members.map(({ personId, part, ...member }) => ({ ...member, part: part as Part, isOutside: personId === null })),
    colleagues: colleagues.filter(({ personId }) => !named.has(personId)),
  }
}
