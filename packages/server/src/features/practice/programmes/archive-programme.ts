import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { enterAsTeacher } from './enter-programme.ts'

/** Put away, nothing is asked for or judged in it any more, and the network no longer sees it; what was passed stays. Safe to repeat. */
export async function archiveProgramme(ctx: Ctx, { programmeId, isArchived }: { programmeId: string; isArchived: boolean }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { organization_id } = await enterAsTeacher(ctx, programmeId)
    const { numUpdatedRows } = await ctx.db
      .updateTable('programme')
      .set({ archived_at: isArchived ? ctx.now() : null })
      .where('id', '=', programmeId)
      .where('archived_at', isArchived ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await recordAct(ctx, { organizationId: organization_id, act: isArchived ? 'programme.archived' : 'programme.reopened', subject: { programmeId } })
  })
}
