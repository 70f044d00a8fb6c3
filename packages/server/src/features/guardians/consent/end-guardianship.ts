import { type Ctx, transaction } from '#ctx'
import { lockSharing } from '#features/credentials/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { EndInput } from '../guardians.schema.ts'
import { demandPupilHere } from '../pupil-here.ts'
import { settling } from './decide.ts'

/** The school learned that this person may not decide for the child: they see nothing more, and what they said no longer counts. */
export async function endGuardianship(ctx: Ctx, input: { organizationId: string; guardianshipId: string; reason: string }): Promise<void> {
  const { organizationId, guardianshipId, reason } = EndInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const row = isUuid(guardianshipId) && (await ctx.db.selectFrom('guardianship').select(['child_id', 'ended_at']).where('id', '=', guardianshipId).executeTakeFirst())
    if (!row) throw refuseKit('not_found')
    const childId = row.child_id
    await demandPupilHere(ctx, { organizationId, childId })
    await lockSharing(ctx, childId)
    await settling(ctx, childId, async () => {
      const { numUpdatedRows } = await ctx.db
        .updateTable('guardianship')
        .set({ ended_at: ctx.now() })
        .where('id', '=', guardianshipId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return
      await ctx.db
        .updateTable('guardian_slip')
        .set({ void_at: ctx.now() })
        .where('void_at', 'is', null)
        .where((where) => where.or([where('guardianship_id', '=', guardianshipId), where('replaces_id', '=', guardianshipId)]))
        .execute()
      await recordAct(ctx, { organizationId, act: 'guardians.ended', subject: { childId, guardianshipId }, reason })
    })
  })
}
