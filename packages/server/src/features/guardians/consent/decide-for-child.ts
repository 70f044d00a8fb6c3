import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { DecideInput } from '../guardians.schema.ts'
import { decide } from './decide.ts'
import { demandGuardian } from './demand-guardian.ts'

/** A guardian says yes, or no, or takes a yes back. It holds from this moment. */
export async function decideForChild(ctx: Ctx, input: z.input<typeof DecideInput>): Promise<void> {
  const { childId, scope, decision } = DecideInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { guardianshipId } = await demandGuardian(ctx, childId)
    await decide(ctx, { childId, scope, decision, decider: { guardianshipId } })
  })
}
