import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import type { Jury } from '../take-seat.ts'

/** The links of those from outside, for whoever prepares to hand on: by mail, on paper, by telephone. */
export async function listGuestLinks(ctx: Ctx, jury: Jury): Promise<Map<string, { url: string; address: string | null }>> {
  await demand(ctx, 'issue', jury.organization_id)
  const rows = await ctx.db.selectFrom('jury_member').select(['id', 'token_sealed', 'address']).where('jury_id', '=', jury.id).where('token_sealed', 'is not', null).execute()
  return new Map(rows.map(({ id, token_sealed, address }) => [id, { url: guestUrl(ctx, id, token_sealed!), address }]))
}

export const guestUrl = (ctx: Ctx, memberId: string, sealed: Buffer): string =>
  `${ctx.config.url}/juries/guest/${Buffer.from(ctx.secrets.open(sealed, `jury-link:${memberId}`)).toString()}`
