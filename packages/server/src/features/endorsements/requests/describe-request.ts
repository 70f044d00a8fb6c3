import type { Ctx, Locale } from '#ctx'
import { type KeptBadge, readBadge } from '../read-badge.ts'
import { labelOf } from './ask-endorsement.ts'
import { mayMeet } from './find-asked.ts'
import { isStopped } from './mail-stops.ts'
import { selectRequests, stateOf } from './request-rows.ts'

export type DescribedRequest = {
  requestId: string
  holderName: string
  /** Somebody with an account, or nobody: then by mail only. */
  askedId: string | null
  askedName: string
  message: string
  locale: Locale
  expiresAt: Date
  badge: KeptBadge
  /** Where the answer is written: behind a link, or in the account. */
  path: string
  /** Where a mail may go; nothing where nobody wishes to be written to. */
  address: string | null
  /** Where no further mail is asked for; of links only. */
  stopPath: string | null
  picturePath: string | null
}

/** An open request for those who tell of it; nothing once it is over. For the platform: whoever asks is not looked at here. */
export async function describeRequest(ctx: Ctx, requestId: string): Promise<DescribedRequest | undefined> {
  const row = await selectRequests(ctx).where('endorsement_request.id', '=', requestId).executeTakeFirst()
  if (!row || row.holder_closed_at || stateOf(row, ctx.now()) !== 'open' || !(await mayMeet(ctx, row))) return undefined
  const locale = row.locale as Locale
  const badge = await readBadge({ ...ctx, locale }, row.badge_id)
  if (badge?.holderId !== row.holder_id) return undefined
  const link = row.asked_id === null ? `/e/${Buffer.from(ctx.secrets.open(row.token_sealed!, labelOf(row.id))).toString()}` : null
  const path = link ?? `/me/endorsements/${row.id}`
  const address = row.asked_id === null ? String(row.asked_address) : await addressOf(ctx, row.asked_id)
  return {
    requestId,
    holderName: row.holder_name,
    askedId: row.asked_id,
    askedName: row.asked_full_name,
    message: row.message,
    locale,
    expiresAt: row.expires_at,
    badge,
    path,
    address: address && (await isStopped(ctx, address)) ? null : address,
    stopPath: link && `${link}/stop`,
    picturePath:
      link && badge.picture === 'imported' ? `${link}/picture.png` : badge.picture && badge.picture !== 'imported' ? `/images/${badge.picture.imageId}?format=png&size=256` : null,
  }
}

async function addressOf(ctx: Ctx, personId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('person_email')
    .select('address')
    .where('person_id', '=', personId)
    .where('is_primary', '=', true)
    .where('verified_at', 'is not', null)
    .executeTakeFirst()
  return row ? String(row.address) : null
}
