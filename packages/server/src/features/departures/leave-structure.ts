import { sql } from 'kysely'
import { asSystem, type Ctx, requirePerson, transaction } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { recordAct, removeMember } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './departures.errors.ts'
import { departureConfirmed } from './departures.facts.ts'
import { listKeptBySchool } from './may-take-home.ts'
import { voidOtherCodes } from './move-passport.ts'

export type Leaving = {
  structures: { organizationId: string; name: string; isPupil: boolean }[]
  hasAddress: boolean
  waitingAddress: string | null
  hasPassword: boolean
  /** Too young, or of unknown age, and no guardian has agreed. */
  isKept: boolean
  badgeCount: number
}

/** What whoever is signed in has to do before leaving, and what they can leave. */
export async function readLeaving(ctx: Ctx): Promise<Leaving> {
  const { personId } = requirePerson(ctx)
  const [person, structures, kept, badges] = await Promise.all([
    getPerson(ctx, personId),
    ctx.db
      .selectFrom('membership')
      .innerJoin('organization', 'organization.id', 'organization_id')
      .select(['organization_id as organizationId', 'name', 'is_pupil as isPupil'])
      .where('person_id', '=', personId)
      .where('left_at', 'is', null)
      .orderBy('name')
      .execute(),
    listKeptBySchool(ctx, [personId]),
    ctx.db.selectFrom('credential').select(sql<number>`count(*)::int`.as('count')).where('person_id', '=', personId).where('revoked_at', 'is', null).executeTakeFirstOrThrow(),
  ])
  return {
    structures,
    hasAddress: person.emails.some(({ isVerified }) => isVerified),
    waitingAddress: person.emails.find(({ isVerified }) => !isVerified)?.address ?? null,
    hasPassword: person.hasPassword,
    isKept: kept.has(personId),
    badgeCount: badges.count,
  }
}

/** Somebody leaves with an address of their own: the membership ends, the account stays with all its badges. Safe to repeat. */
export async function leaveStructure(ctx: Ctx, organizationId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    const membership = await ctx.db
      .selectFrom('membership')
      .select(['is_pupil', 'left_at'])
      .where(sql<boolean>`organization_id::text = ${organizationId}`)
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!membership) throw refuseKit('not_found')
    if (membership.left_at) return
    const { hasAddress, isKept } = await readLeaving(ctx)
    if (membership.is_pupil && isKept) throw refuse('consent_needed', { names: '', count: 0 })
    if (!hasAddress) throw refuse('address_needed')
    await removeMember(membership.is_pupil ? asSystem(ctx) : ctx, { organizationId, personId })
    const departureId = await writeDown(ctx, { organizationId, personId })
    await voidOtherCodes(ctx, { organization_id: organizationId, person_id: personId, duplicate_id: null })
    await recordAct(ctx, { organizationId, act: 'departure.left', subject: { departureId, personId } })
    await ctx.jobs.announce(departureConfirmed, { departureId })
  })
}

/** In the history of the structure, whether or not a slip was printed. */
async function writeDown(ctx: Ctx, { organizationId, personId }: { organizationId: string; personId: string }): Promise<string> {
  const now = ctx.now()
  const slip = await ctx.db
    .updateTable('departure')
    .set({ moved_at: now })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'home')
    .where('withdrawn_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('moved_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (slip) return slip.id
  const { givenName, familyName } = await getPerson(ctx, personId)
  const id = ctx.newId()
  await ctx.db
    .insertInto('departure')
    .values({
      id,
      organization_id: organizationId,
      person_id: personId,
      person_name: `${givenName} ${familyName}`.trim(),
      kind: 'home',
      created_by: personId,
      created_at: now,
      moved_at: now,
    })
    .execute()
  return id
}
