import { as, type Ctx } from '#ctx'
import { lockSharing } from '#features/credentials/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../guardians.errors.ts'
import type { Relation } from '../guardians.schema.ts'
import type { FoundSlip } from './find-slip.ts'

/** Two parents, and those who stand in for them. */
const MAX_GUARDIANS = 4

type Taking = { slip: FoundSlip; guardianId: string; relation: Relation }

/** In a transaction, for a paper that was proven: this person is a guardian of the child from now on, once however often they ask. */
export async function takeSlip(ctx: Ctx, { slip, guardianId, relation }: Taking): Promise<void> {
  await lockSharing(ctx, slip.childId)
  const taken = await ctx.db
    .updateTable('guardian_slip')
    .set({ used_at: ctx.now() })
    .where('id', '=', slip.slipId)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) throw refuse('slip_used')
  const guardianshipId = await findOrMake(ctx, { slip, guardianId, relation })
  await ctx.db.updateTable('guardian_slip').set({ guardianship_id: guardianshipId }).where('id', '=', slip.slipId).execute()
  await recordAct(as(ctx, { kind: 'person', personId: guardianId, sessionId: '', isNetworkAdmin: false }), {
    organizationId: slip.organizationId,
    act: 'guardians.declared',
    subject: { childId: slip.childId, guardianshipId },
  })
}

async function findOrMake(ctx: Ctx, { slip, guardianId, relation }: Taking): Promise<string> {
  const current = await ctx.db.selectFrom('guardianship').select(['id', 'guardian_id']).where('child_id', '=', slip.childId).where('ended_at', 'is', null).execute()
  const own = current.find(({ guardian_id }) => guardian_id === guardianId)
  if (own && slip.replacesId && slip.replacesId !== own.id) throw refuse('slip_for_another')
  if (own) return own.id
  if (slip.replacesId) return handOver(ctx, { slip, guardianId, relation })
  if (current.length >= MAX_GUARDIANS) throw refuse('too_many_guardians', { max: MAX_GUARDIANS })
  const id = ctx.newId()
  await ctx.db
    .insertInto('guardianship')
    .values({ id, child_id: slip.childId, guardian_id: guardianId, relation, organization_id: slip.organizationId, declared_at: ctx.now() })
    .execute()
  return id
}

/** Whoever lost paper and password begins again with this child only: what they decided stays theirs, and a school opens no other school's pupils. */
async function handOver(ctx: Ctx, { slip, guardianId, relation }: Taking): Promise<string> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('guardianship')
    .set({ guardian_id: guardianId, relation, declared_at: ctx.now() })
    .where('id', '=', slip.replacesId!)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refuse('slip_void')
  return slip.replacesId!
}
