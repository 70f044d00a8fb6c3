import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { demandPupilHere } from '../pupil-here.ts'

/** A paper given to the wrong person, or lost: its code opens nothing any more. What was decided with it stays. */
export async function cancelSlip(ctx: Ctx, { organizationId, slipId }: { organizationId: string; slipId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const slip =
      isUuid(slipId) &&
      (await ctx.db
        .selectFrom('guardian_slip')
        .select(['child_id', 'void_at'])
        .where('id', '=', slipId)
        .where('organization_id', '=', organizationId)
        .forUpdate()
        .executeTakeFirst())
    if (!slip) throw refuseKit('not_found')
    await demandPupilHere(ctx, { organizationId, childId: slip.child_id })
    if (slip.void_at) return
    await ctx.db.updateTable('guardian_slip').set({ void_at: ctx.now() }).where('id', '=', slipId).execute()
    await recordAct(ctx, { organizationId, act: 'guardians.slip-cancelled', subject: { childId: slip.child_id, slipId } })
  })
}
