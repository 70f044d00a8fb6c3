import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { getCohort, listCohortMembers, may, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { newCode } from '#kit/secrets.ts'
import { hashDepartureCode } from './departure-code.ts'
import { actorId, demandKeeper } from './departure-rows.ts'
import { refuse } from './departures.errors.ts'
import { type DepartureKind, PrepareInput } from './departures.schema.ts'
import { listKeptBySchool, listWithAddress } from './may-take-home.ts'

export const DAYS: Record<DepartureKind, number> = { transfer: 180, home: 365 }

export type Prepared = { departureId: string; personId: string; givenName: string; familyName: string; code: string }

/**
 * A code each for pupils of a class who leave: told once, kept as a keyed hash. A new one makes the earlier one void; whoever is being asked for keeps theirs.
 * Who looks after people and names the destination has thereby said yes to it.
 */
export async function prepareDepartures(ctx: Ctx, input: z.input<typeof PrepareInput>): Promise<{ prepared: Prepared[]; skipped: string[] }> {
  const { cohortId, kind, destinationId, personIds } = PrepareInput.parse(input)
  const { organizationId } = await getCohort(ctx, cohortId)
  await demandKeeper(ctx, organizationId)
  if (personIds.length === 0) throw refuse('nobody_chosen')
  const members = (await listCohortMembers(ctx, cohortId)).filter(({ personId, isPupil }) => isPupil && personIds.includes(personId))
  if (members.length < new Set(personIds).size) throw refuseKit('not_found')
  if (kind === 'home') await demandTakeHome(ctx, members)
  const isAgreed = destinationId !== undefined && (await may(ctx, 'manage-people', organizationId))
  if (destinationId) await demandDestination(ctx, destinationId, organizationId)
  const withAddress = kind === 'home' ? await listWithAddress(ctx, personIds) : new Set()
  return transaction(ctx, async (ctx) => {
    const prepared: Prepared[] = []
    const skipped: string[] = []
    for (const { personId, givenName, familyName } of members) {
      const name = `${givenName} ${familyName}`.trim()
      const row = { organizationId, personId, name, kind, cohortId, destinationId: kind === 'transfer' ? destinationId : undefined, isAgreed: isAgreed && kind === 'transfer' }
      // Who has an address signs in with it: a slip would open nothing.
      const made = withAddress.has(personId) ? undefined : await prepare(ctx, row)
      if (made) prepared.push({ ...made, personId, givenName, familyName })
      else skipped.push(name)
    }
    return { prepared, skipped }
  })
}

type Row = { organizationId: string; personId: string; name: string; kind: DepartureKind; cohortId: string; destinationId: string | undefined; isAgreed: boolean }

async function prepare(ctx: Ctx, { organizationId, personId, name, kind, cohortId, destinationId, isAgreed }: Row): Promise<{ departureId: string; code: string } | undefined> {
  const now = ctx.now()
  // Two who print at once wait for one another: only the last print holds good codes.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`departure:${organizationId}:${personId}`}, 0))`.execute(ctx.db)
  const live = await ctx.db
    .selectFrom('departure')
    .select(['id', 'requested_at'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('moved_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (live?.requested_at) return undefined
  if (live)
    await ctx.db
      .updateTable('departure')
      .set({ withdrawn_at: now, withdrawn_by: actorId(ctx) })
      .where('id', '=', live.id)
      .execute()
  const departureId = ctx.newId()
  const code = newCode()
  await ctx.db
    .insertInto('departure')
    .values({
      id: departureId,
      organization_id: organizationId,
      person_id: personId,
      person_name: name,
      kind,
      cohort_id: cohortId,
      code_hash: hashDepartureCode(ctx, code),
      expires_at: new Date(now.getTime() + DAYS[kind] * 86_400_000),
      destination_id: destinationId ?? null,
      created_by: actorId(ctx),
      created_at: now,
      ...(isAgreed && { agreed_by: actorId(ctx), agreed_at: now }),
    })
    .execute()
  await recordAct(ctx, { organizationId, act: 'departure.prepared', subject: { departureId, personId, kind, ...(destinationId && { destinationId }) } })
  return { departureId, code }
}

async function demandTakeHome(ctx: Ctx, members: readonly { personId: string; givenName: string; familyName: string }[]): Promise<void> {
  const kept = await listKeptBySchool(
    ctx,
    members.map(({ personId }) => personId),
  )
  const names = members.filter(({ personId }) => kept.has(personId)).map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim())
  if (names.length > 0) throw refuse('consent_needed', { names: names.join(', '), count: names.length })
}

async function demandDestination(ctx: Ctx, destinationId: string, organizationId: string): Promise<void> {
  const row = await ctx.db.selectFrom('organization').select('id').where('id', '=', destinationId).where('archived_at', 'is', null).executeTakeFirst()
  if (!row || destinationId === organizationId) throw refuse('destination_unknown')
}
