import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { getCohort, listCohortMembers } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { demandKeeper, stateOf } from './departure-rows.ts'
import { listKeptBySchool, listWithAddress } from './may-take-home.ts'

export type LivingCode = { departureId: string; createdAt: Date; expiresAt: Date | null; state: 'open' | 'requested' | 'expired'; destinationName: string | null }
export type LeavingPupil = {
  personId: string
  name: string
  transfer: LivingCode | undefined
  home: LivingCode | undefined
  /** Their account has an address that they have verified: it stays theirs wherever they go. */
  hasAddress: boolean
  /** Too young, or of unknown age, and no guardian has agreed. */
  isKept: boolean
}

/** The class, in this structure; under another's address it is not there. */
export async function demandCohortOf(ctx: Ctx, organizationId: string, cohortId: string): ReturnType<typeof getCohort> {
  const cohort = await getCohort(ctx, cohortId)
  if (cohort.organizationId !== organizationId) throw refuse('not_found')
  return cohort
}

/** A class that goes: who has a code, who has an address, who has nothing yet. */
export async function listLeavingClass(ctx: Ctx, cohortId: string): Promise<LeavingPupil[]> {
  const { organizationId } = await getCohort(ctx, cohortId)
  await demandKeeper(ctx, organizationId)
  const pupils = (await listCohortMembers(ctx, cohortId)).filter(({ isPupil }) => isPupil)
  const personIds = pupils.map(({ personId }) => personId)
  const [codes, withAddress, kept] = await Promise.all([readCodes(ctx, organizationId, personIds), listWithAddress(ctx, personIds), listKeptBySchool(ctx, personIds)])
  return pupils.map(({ personId, givenName, familyName }) => ({
    personId,
    name: `${givenName} ${familyName}`.trim(),
    transfer: codes.get(`transfer:${personId}`),
    home: codes.get(`home:${personId}`),
    hasAddress: withAddress.has(personId),
    isKept: kept.has(personId),
  }))
}

async function readCodes(ctx: Ctx, organizationId: string, personIds: string[]): Promise<Map<string, LivingCode>> {
  if (personIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('departure')
    .leftJoin('organization', (join) => join.on('organization.id', '=', sql`coalesce(departure.arrival_id, departure.destination_id)`))
    .selectAll('departure')
    .select('organization.name as destination_name')
    .where('departure.organization_id', '=', organizationId)
    .where('person_id', 'in', personIds)
    .where('withdrawn_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('moved_at', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      `${row.kind}:${row.person_id}`,
      {
        departureId: row.id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        state: stateOf(ctx, row) as LivingCode['state'],
        destinationName: row.destination_name,
      },
    ]),
  )
}
