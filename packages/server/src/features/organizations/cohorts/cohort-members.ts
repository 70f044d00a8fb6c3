import { as, asSystem, type Ctx, transaction } from '#ctx'
import { createPerson, updatePersonNames } from '#features/accounts/index.ts'
import { refuse } from '#kit/errors.ts'
import { demand } from '../may.ts'
import { PersonNameFields } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { addMember } from '../people/add-member.ts'
import { getMember } from '../people/list-members.ts'
import { demandInCohort } from './demand-in-cohort.ts'

/** Somebody of the structure joins a class or group, or joins it again. */
export async function addCohortMember(ctx: Ctx, { cohortId, personId }: { cohortId: string; personId: string }): Promise<void> {
  const { organizationId } = await demandInCohort(ctx, 'manage-people', cohortId)
  await getMember(asSystem(ctx), { organizationId, personId })
  await ctx.db
    .insertInto('cohort_member')
    .values({ cohort_id: cohortId, person_id: personId, joined_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['cohort_id', 'person_id']).doUpdateSet({ left_at: null }))
    .execute()
}

/** A pupil who has only a name: no address is needed to receive badges. */
export async function addNewCohortMember(ctx: Ctx, input: { cohortId: string; givenName: string; familyName: string; isPupil: boolean }): Promise<{ personId: string }> {
  const { organizationId } = await demandInCohort(ctx, 'manage-people', input.cohortId)
  const names = PersonNameFields.parse(input)
  return transaction(ctx, async (ctx) => {
    const { personId } = await createPerson(ctx, names)
    await addMember(ctx, { organizationId, personId, roles: ['member'], isPupil: input.isPupil })
    await addCohortMember(ctx, { cohortId: input.cohortId, personId })
    return { personId }
  })
}

export async function removeCohortMember(ctx: Ctx, { cohortId, personId }: { cohortId: string; personId: string }): Promise<void> {
  await demandInCohort(ctx, 'manage-people', cohortId)
  await ctx.db.updateTable('cohort_member').set({ left_at: ctx.now() }).where('cohort_id', '=', cohortId).where('person_id', '=', personId).where('left_at', 'is', null).execute()
}

/** The school corrects the name of those it entered itself; who has an account corrects their own. */
export async function renameMember(ctx: Ctx, input: { organizationId: string; personId: string; givenName: string; familyName: string }): Promise<void> {
  await demand(ctx, 'manage-people', input.organizationId)
  const names = PersonNameFields.parse(input)
  const { isSelfManaged } = await getMember(ctx, input)
  if (isSelfManaged) throw refuseOrganization('names_are_their_own')
  if (await isMemberElsewhere(ctx, input)) throw refuse('not_allowed')
  // They have no account of their own yet: the school holds the pen for them.
  await updatePersonNames(as(ctx, { kind: 'person', personId: input.personId, sessionId: '', isNetworkAdmin: false }), names)
}

const isMemberElsewhere = async (ctx: Ctx, { organizationId, personId }: { organizationId: string; personId: string }): Promise<boolean> =>
  (await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('organization_id', '!=', organizationId)
    .where('left_at', 'is', null)
    .executeTakeFirst()) !== undefined
