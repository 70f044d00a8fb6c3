import { sql } from 'kysely'
import { as, type Ctx, transaction } from '#ctx'
import { addEmail, chooseSecret, type OpenedSession, openSession, type Visitor } from '#features/accounts/index.ts'
import { demandRoom, type Limit, spend } from '#kit/rate-limit.ts'
import { hashDepartureCode } from './departure-code.ts'
import { stateOf } from './departure-rows.ts'
import { refuse } from './departures.errors.ts'
import { listKeptBySchool } from './may-take-home.ts'

const wrongCodes = (address: string): Limit => ({ key: `departure-home:${address}`, max: 30, windowSeconds: 900 })

export type HomeSlip = { departureId: string; personId: string; givenName: string; schoolName: string; isPupil: boolean }

/** What a slip to take home says to whoever holds it: a first name and a school, while it is good. A void one says nothing of anybody. */
export async function findHomeSlip(ctx: Ctx, { code, clientAddress }: { code: string; clientAddress: string }): Promise<HomeSlip> {
  const limit = wrongCodes(clientAddress)
  await demandRoom(ctx.db, ctx.now(), limit)
  const row = await ctx.db
    .selectFrom('departure')
    .innerJoin('person', 'person.id', 'departure.person_id')
    .innerJoin('organization', 'organization.id', 'departure.organization_id')
    .selectAll('departure')
    .select(['given_name', 'organization.name as school_name'])
    .select(sql<boolean>`exists (select from membership where person_id = person.id and is_pupil and left_at is null)`.as('is_pupil'))
    .select(
      sql<boolean>`is_network_admin or exists (select from person_email where person_id = person.id and verified_at is not null)
        or exists (select from membership where person_id = person.id and roles && array['owner', 'admin', 'designer', 'issuer'])`.as('is_own'),
    )
    .where('code_hash', '=', hashDepartureCode(ctx, code))
    .where('kind', '=', 'home')
    .executeTakeFirst()
  if (!row) {
    await spend(ctx.db, ctx.now(), limit)
    throw refuse('departure_unknown')
  }
  const state = stateOf(ctx, row)
  if (state === 'moved') throw refuse('departure_done')
  if (state !== 'open') throw refuse(state === 'requested' ? 'departure_asked' : `departure_${state}`)
  if (row.is_own) throw refuse('departure_has_account')
  // A guardian may have changed their mind since it was printed.
  if ((await listKeptBySchool(ctx, [row.person_id])).size > 0) throw refuse('consent_needed', { names: row.given_name, count: 1 })
  return { departureId: row.id, personId: row.person_id, givenName: row.given_name, schoolName: row.school_name, isPupil: row.is_pupil }
}

/** At home: a password and an address, and the passport is open. It is left at the structure until the address is verified and somebody says that they leave. */
export async function openAtHome(ctx: Ctx, input: { code: string; password: string; address: string }, visitor: Visitor): Promise<{ session: OpenedSession }> {
  const { personId } = await findHomeSlip(ctx, { code: input.code, clientAddress: visitor.address })
  return transaction(ctx, async (ctx) => {
    await chooseSecret(ctx, { personId, secret: { kind: 'password', password: input.password } })
    await addEmail(as(ctx, { kind: 'person', personId, sessionId: '', isNetworkAdmin: false }), { address: input.address, from: visitor.address })
    return { session: await openSession(ctx, { personId, method: 'card', ...visitor }) }
  })
}
