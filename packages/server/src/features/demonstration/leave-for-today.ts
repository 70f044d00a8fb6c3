import type { Ctx } from '#ctx'
import { confirmBatch, prepareBatch } from '#features/credentials/index.ts'
import { inviteMember, listCohortMembers } from '#features/organizations/index.ts'
import { sentinelsOfCm2 } from './awards.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { invitation } from './structures.table-data.ts'

/** What somebody who comes in today finds on the go: a list just confirmed, whose cards wait for the printer, and an invitation without an answer. */
export async function leaveForToday(ctx: Ctx, network: Network): Promise<void> {
  await issueToCm2(ctx, network)
  const { structure, by, ...invited } = invitation
  await inviteMember(personAt(ctx, known(network.personIds, by), ctx.now()), { organizationId: known(network.organizationIds, structure), ...invited })
}

async function issueToCm2(ctx: Ctx, network: Network): Promise<void> {
  const { badge, by, group, narrative } = sentinelsOfCm2
  const issuer = personAt(ctx, known(network.personIds, by), ctx.now())
  const members = await listCohortMembers(issuer, known(network.cohortIds, group))
  const { batchId } = await prepareBatch(issuer, {
    organizationId: known(network.organizationIds, 'bedel'),
    versionId: known(network.badges, badge).versionId,
    rows: members.map(({ personId, givenName, familyName }) => ({ personId, name: `${givenName} ${familyName}`, narrative })),
  })
  await confirmBatch(issuer, batchId)
}
