import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { refuse } from '../guardians.errors.ts'
import { type FoundSlip, findSlip } from './find-slip.ts'
import { isRightFact, MAX_WRONG_FACTS } from './slip-code.ts'

export type Proof = { code: string; fact: string; clientAddress: string }

/** The paper in the hands of somebody who knows more than what is printed on it. Not in a transaction: a wrong answer must stay counted. */
export async function proveSlip(ctx: Ctx, { code, fact, clientAddress }: Proof): Promise<FoundSlip> {
  const slip = await findSlip(ctx, { code, clientAddress })
  demandOpen(slip)
  // Counted first, so that many answers at once are no way around.
  const { numUpdatedRows } = await ctx.db
    .updateTable('guardian_slip')
    .set({ wrong_facts: sql`wrong_facts + 1` })
    .where('id', '=', slip.slipId)
    .where('wrong_facts', '<', MAX_WRONG_FACTS)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refuse('slip_blocked')
  if (!isRightFact(slip.facts, fact)) throw refuse('fact_wrong')
  await ctx.db.updateTable('guardian_slip').set({ wrong_facts: sql`wrong_facts - 1` }).where('id', '=', slip.slipId).execute()
  if (!(await isProtected(ctx, slip.childId))) throw refuse('child_of_age')
  return slip
}

export function demandOpen({ state }: Pick<FoundSlip, 'state'>): void {
  if (state !== 'open') throw refuse(`slip_${state}`)
}
