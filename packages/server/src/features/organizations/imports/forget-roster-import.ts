import { z } from 'zod'
import type { Ctx } from '#ctx'

export const forgetRosterImportJob = { name: 'organizations.forget-roster-import', schema: z.object({ importId: z.uuid() }) }

/** A list that was read is kept a week, for whoever must correct it; then only the counts remain. */
export async function forgetRosterImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  await ctx.db.deleteFrom('roster_import').where('id', '=', importId).where('confirmed_at', 'is', null).execute()
  await ctx.db.updateTable('roster_import').set({ preview: '{}' }).where('id', '=', importId).execute()
}
