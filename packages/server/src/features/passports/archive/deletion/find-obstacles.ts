import { type Ctx, requirePerson } from '#ctx'
import { isLastAdministrator } from '#features/accounts/index.ts'
import { isProtected } from '#features/credentials/index.ts'
import { listOwnedAlone } from '#features/organizations/index.ts'

/** What has to be settled first, for the page that says how. */
export async function findObstacles(ctx: Ctx) {
  const { personId } = requirePerson(ctx)
  return {
    isTooYoung: await isProtected(ctx, personId),
    ownedAlone: await listOwnedAlone(ctx, personId),
    isLastAdministrator: await isLastAdministrator(ctx, personId),
  }
}
