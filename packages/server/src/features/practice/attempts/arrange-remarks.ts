// What teachers do with a remark once it is there. What was said with it stays as it was said.
import type { z } from 'zod'
import type { Ctx } from '#ctx'
import { refuse } from '../practice.errors.ts'
import { RemarkChanges } from '../practice.schema.ts'
import { type Bank, changeBank, demandResource, type Remark } from './remarks.ts'

type Which = Bank & { remarkId: string }

export async function rewordRemark(ctx: Ctx, input: z.input<typeof RemarkChanges>): Promise<void> {
  const { remarkId, text, resourceId, ...bank } = RemarkChanges.parse(input)
  await changeBank(ctx, bank, async (ctx, remarks) => {
    findIn(remarks, remarkId)
    await demandResource(ctx, bank.achievementId, resourceId)
    await ctx.db
      .updateTable('remark')
      .set({ text, resource_id: resourceId ?? null })
      .where('id', '=', remarkId)
      .execute()
  })
}

/** One place up, before the one above it. The first stays where it is. */
export async function raiseRemark(ctx: Ctx, { remarkId, ...bank }: Which): Promise<void> {
  await changeBank(ctx, bank, async (ctx, remarks) => {
    const at = remarks.indexOf(findIn(remarks, remarkId))
    const ids = remarks.map((remark) => remark.remarkId)
    if (at > 0) ids.splice(at - 1, 2, ids[at]!, ids[at - 1]!)
    for (const [position, id] of ids.entries()) await ctx.db.updateTable('remark').set({ position }).where('id', '=', id).execute()
  })
}

/** No longer offered; asked for twice, it is away. */
export async function putRemarkAway(ctx: Ctx, { remarkId, ...bank }: Which): Promise<void> {
  await changeBank(ctx, bank, async (ctx, remarks) => {
    if (!remarks.some((remark) => remark.remarkId === remarkId)) return
    await ctx.db.updateTable('remark').set({ archived_at: ctx.now() }).where('id', '=', remarkId).execute()
  })
}

/** Offered again, as the last one. */
export async function bringRemarkBack(ctx: Ctx, { remarkId, organizationId, achievementId }: Which): Promise<void> {
  await changeBank(ctx, { organizationId, achievementId }, async (ctx, remarks) => {
    await ctx.db
      .updateTable('remark')
      .set({ archived_at: null, position: remarks.length })
      .where('id', '=', remarkId)
      .where('organization_id', '=', organizationId)
      .where('achievement_id', '=', achievementId)
      .where('archived_at', 'is not', null)
      .execute()
  })
}

function findIn(remarks: readonly Remark[], remarkId: string): Remark {
  const remark = remarks.find((other) => other.remarkId === remarkId)
  if (!remark) throw refuse('remark_unknown')
  return remark
}
