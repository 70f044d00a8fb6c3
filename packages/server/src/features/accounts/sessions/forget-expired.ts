import type { Ctx } from '#ctx'
import { forgetOldWindows } from '#kit/rate-limit.ts'

const DAY_MS = 86_400_000

/** What is over is not kept: sessions, links, and counts of tries. */
export async function forgetExpired(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  const yesterday = new Date(now.getTime() - DAY_MS)
  await ctx.db.deleteFrom('session').where('expires_at', '<=', now).execute()
  await ctx.db.deleteFrom('one_time_link').where('expires_at', '<=', yesterday).execute()
  await forgetOldWindows(ctx.db, yesterday)
}
