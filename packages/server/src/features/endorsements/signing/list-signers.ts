import { as, type Ctx } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { listMyOrganizations, may } from '#features/organizations/index.ts'
import { listCommonSchools } from '../requests/find-asked.ts'

export type SigningStructure = { organizationId: string; name: string }

/** The structures in whose name somebody may sign: where they may issue badges. For a child, those of their school only. */
export async function listSigners(ctx: Ctx, holderId: string): Promise<SigningStructure[]> {
  if (ctx.actor.kind !== 'person') return []
  const common = (await isProtected(ctx, holderId)) ? await listCommonSchools(ctx, holderId, ctx.actor.personId) : undefined
  const structures: SigningStructure[] = []
  for (const { id, name } of await listMyOrganizations(as(ctx, ctx.actor))) {
    if (common && !common.includes(id)) continue
    if (await may(ctx, 'issue', id)) structures.push({ organizationId: id, name })
  }
  return structures
}
