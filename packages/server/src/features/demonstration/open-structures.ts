import type { Ctx } from '#ctx'
import { createNetworkAdministrator, createPerson } from '#features/accounts/index.ts'
import { ensureIssuer } from '#features/issuers/index.ts'
import { addMember, createOrganization } from '#features/organizations/index.ts'
import type { Network } from './network.ts'
import { schoolDay } from './school-day.ts'
import { type StructureKey, type StructureSeed, structures } from './structures.table-data.ts'

const FOUNDED_DAYS_AGO = 430

/** The structures with their issuers and staff, more than a year ago: their keys are older than all they sign. */
export async function openStructures(ctx: Ctx, network: Network): Promise<void> {
  const founded = { ...ctx, now: () => schoolDay(ctx.now(), FOUNDED_DAYS_AGO) }
  for (const [key, seed] of Object.entries(structures) as [StructureKey, StructureSeed][]) {
    const { staff, ...fields } = seed
    const { organizationId } = await createOrganization(founded, fields)
    network.organizationIds.set(key, organizationId)
    await ensureIssuer(founded, organizationId)
    for (const { address, givenName, familyName, title, roles, isNetworkAdmin } of staff) {
      const create = isNetworkAdmin ? createNetworkAdministrator : createPerson
      const { personId } = await create(founded, { givenName, familyName, email: { address, isVerified: true } })
      await addMember(founded, { organizationId, personId, roles, title })
      network.personIds.set(address, personId)
    }
  }
}
