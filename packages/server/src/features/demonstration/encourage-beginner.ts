import type { Ctx } from '#ctx'
import { encourage } from '#features/practice/index.ts'
import { known, type Network, personAt } from './network.ts'
import { marion } from './programmes.table-data.ts'

/** The place in the class of somebody who has not begun: one word has left, the others may get theirs. */
const BEGINNER = 7

export async function encourageBeginner(ctx: Ctx, network: Network): Promise<void> {
  const personId = known(network.pupilIds, '2de 4')[BEGINNER]!
  const { id: programmeId } = await ctx.db.selectFrom('programme').select('id').where('organization_id', '=', known(network.organizationIds, 'genevoix')).executeTakeFirstOrThrow()
  await encourage(personAt(ctx, known(network.personIds, marion), ctx.now()), { programmeId, personIds: [personId] })
}
