import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demandRoom, type Limit, spend } from '#kit/rate-limit.ts'
import { refuse } from '../guardians.errors.ts'
import { factKindOf, hashSlipCode, MAX_WRONG_FACTS } from './slip-code.ts'

/** Thirty wrong codes a quarter of an hour from one address, as for cards. */
const wrongCodes = (address: string): Limit => ({ key: `family:${address}`, max: 30, windowSeconds: 900 })

export type SlipState = 'open' | 'used' | 'void' | 'expired' | 'blocked'
export type FoundSlip = Awaited<ReturnType<typeof findSlip>>

/** What a paper is. Of the child, the doors show nothing before `proveSlip`. Wrong codes are counted by address. */
export async function findSlip(ctx: Ctx, input: { code: string; clientAddress: string }) {
  const limit = wrongCodes(input.clientAddress)
  await demandRoom(ctx.db, ctx.now(), limit)
  const row = await selectSlip(ctx, hashSlipCode(ctx, input.code))
  if (!row) {
    await spend(ctx.db, ctx.now(), limit)
    throw refuse('slip_unknown')
  }
  const facts = { birthDate: row.birth_date, familyName: row.family_name }
  return {
    slipId: row.id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    childId: row.child_id,
    givenName: row.given_name,
    facts,
    factKind: factKindOf(facts) ?? ('family-name' as const),
    replacesId: row.replaces_id,
    /** Who opened it, as long as they are the child's guardian. */
    guardianId: row.guardian_id,
    state: stateOf(ctx, row),
  }
}

type Row = { void_at: Date | null; used_at: Date | null; expires_at: Date; wrong_facts: number; guardian_id: string | null; is_pupil_here: boolean }

function stateOf(ctx: Ctx, row: Row): SlipState {
  if (row.void_at) return 'void'
  if (row.used_at) return row.guardian_id ? 'used' : 'void'
  if (row.wrong_facts >= MAX_WRONG_FACTS) return 'blocked'
  return row.is_pupil_here && row.expires_at > ctx.now() ? 'open' : 'expired'
}

function selectSlip(ctx: Ctx, hash: Buffer) {
  return ctx.db
    .selectFrom('guardian_slip')
    .innerJoin('organization', 'organization.id', 'guardian_slip.organization_id')
    .innerJoin('person', 'person.id', 'guardian_slip.child_id')
    .leftJoin('guardianship', (join) => join.onRef('guardianship.id', '=', 'guardian_slip.guardianship_id').on('guardianship.ended_at', 'is', null))
    .select(['guardian_slip.id', 'guardian_slip.organization_id', 'guardian_slip.child_id', 'replaces_id', 'wrong_facts', 'used_at', 'void_at', 'expires_at'])
    .select(['organization.name as organization_name', 'person.given_name', 'person.family_name', 'guardianship.guardian_id'])
    .select([
      sql<string | null>`person.birth_date::text`.as('birth_date'),
      sql<boolean>`exists (select from membership m where m.person_id = person.id and m.organization_id = guardian_slip.organization_id and m.is_pupil and m.left_at is null)`.as(
        'is_pupil_here',
      ),
    ])
    .where('code_hash', '=', hash)
    .executeTakeFirst()
}
