import type { Ctx } from '#ctx'
import { reassignPersonalKey } from '#features/issuers/index.ts'
import { refuse } from '#kit/errors.ts'
import { reassignCircle } from './circle/reassign-circle.ts'
import { reassignKept } from './collection/reassign-kept.ts'
import { reassignClaims } from './reassign-claims.ts'

/** What somebody who was entered twice holds and made goes into the passport of the person they are. For the platform only. */
export async function reassignPassport(ctx: Ctx, merge: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await reassignClaims(ctx, merge)
  await reassignKept(ctx, merge)
  await reassignCircle(ctx, merge)
  await reassignPersonalKey(ctx, merge)
}
