import { asSystem, type Ctx } from '#ctx'
import { mergePerson } from '#features/accounts/index.ts'
import { reassignRecipients } from '#features/ceremonies/index.ts'
import { reassignCredentials } from '#features/credentials/index.ts'
import { reassignEndorsements } from '#features/endorsements/index.ts'
import { reassignSlips } from '#features/guardians/index.ts'
import { reassignMembers } from '#features/juries/index.ts'
import { reassignNominations } from '#features/nominations/index.ts'
import { mergeMember, moveMember, recordAct } from '#features/organizations/index.ts'
import { reassignPassport } from '#features/passports/index.ts'
import { reassignAttempts } from '#features/practice/index.ts'
import { actorId, type DepartureRow } from './departure-rows.ts'
import { departureConfirmed } from './departures.facts.ts'

/**
 * Both sides have said yes. The person stays the same: passport, secret, cards, family and dossiers come along because they are theirs, and whoever was
 * entered a second time here becomes that person. The caller holds the departure, in the transaction of its decision.
 */
export async function movePassport(ctx: Ctx, row: DepartureRow): Promise<void> {
  const { person_id: personId, organization_id: fromId, arrival_id: toId, arrival_cohort_id: cohortId, duplicate_id: duplicateId } = row
  const platform = asSystem(ctx)
  await moveMember(platform, { personId, fromId, toId: toId!, cohortId })
  if (duplicateId) {
    await mergePerson(platform, { duplicateId, personId })
    await mergeMember(platform, { organizationId: toId!, duplicateId, personId })
    for (const reassign of [reassignSlips, reassignCredentials, reassignPassport, reassignEndorsements, reassignNominations, reassignMembers, reassignRecipients, reassignAttempts])
      await reassign(platform, { duplicateId, personId })
  }
  await ctx.db.updateTable('departure').set({ moved_at: ctx.now() }).where('id', '=', row.id).execute()
  await voidOtherCodes(ctx, row)
  const subject = { departureId: row.id, personId, fromId, toId: toId!, ...(duplicateId && { duplicateId }) }
  for (const organizationId of [fromId, toId!].sort()) await recordAct(ctx, { organizationId, act: 'departure.confirmed', subject })
  await ctx.jobs.announce(departureConfirmed, { departureId: row.id })
}

/** What the former establishment printed for them, and what was printed for the second entry, opens nothing any more. */
export async function voidOtherCodes(ctx: Ctx, row: Pick<DepartureRow, 'organization_id' | 'person_id' | 'duplicate_id'>): Promise<void> {
  const live = ctx.db
    .updateTable('departure')
    .set({ withdrawn_at: ctx.now(), withdrawn_by: actorId(ctx) })
    .where('withdrawn_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('moved_at', 'is', null)
  await live.where('organization_id', '=', row.organization_id).where('person_id', '=', row.person_id).execute()
  if (!row.duplicate_id) return
  await live.where('person_id', '=', row.duplicate_id).execute()
  await ctx.db.updateTable('departure').set({ person_id: row.person_id }).where('person_id', '=', row.duplicate_id).execute()
}
