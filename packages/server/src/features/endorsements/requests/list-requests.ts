import { type Ctx, requirePerson } from '#ctx'
import type { RequestState } from '../endorsements.schema.ts'
import { type BadgeFace, readFaces } from '../read-faces.ts'
import { mayMeet } from './find-asked.ts'
import { reminderFrom } from './follow-request.ts'
import { type RequestRow, selectRequests, stateOf } from './request-rows.ts'

export type ListedRequest = {
  requestId: string
  state: RequestState
  badge: BadgeFace
  /** Whom it was made to, and by whom. */
  askedName: string
  holderName: string
  message: string
  createdAt: Date
  expiresAt: Date
  remindedAt: Date | null
  mayRemind: boolean
  reminderFrom: Date
  /** Taken back after it was given. */
  isEndorsementWithdrawn: boolean
}

const SHOWN = 200

/** What whoever asks has asked for, the newest first; of one badge, or of all. */
export async function listAskedByMe(ctx: Ctx, badgeId?: string): Promise<ListedRequest[]> {
  const { personId } = requirePerson(ctx)
  const rows = await selectRequests(ctx)
    .where('endorsement_request.holder_id', '=', personId)
    .$if(badgeId !== undefined, (query) => query.where('endorsement_request.badge_id', '=', badgeId!))
    .orderBy('endorsement_request.created_at', 'desc')
    .orderBy('endorsement_request.id')
    .limit(SHOWN)
    .execute()
  return present(ctx, rows)
}

/** What whoever asks was asked for, the newest first: to be answered, and what they answered. Of a child they no longer meet, nothing. */
export async function listAskedOfMe(ctx: Ctx): Promise<ListedRequest[]> {
  const { personId } = requirePerson(ctx)
  const rows = await selectRequests(ctx)
    .where('asked_id', '=', personId)
    .where('holder.closed_at', 'is', null)
    .where('endorsement_request.withdrawn_at', 'is', null)
    .orderBy('endorsement_request.created_at', 'desc')
    .orderBy('endorsement_request.id')
    .limit(SHOWN)
    .execute()
  return (await present(ctx, await keepMet(ctx, rows))).filter(({ state }) => state === 'open' || state === 'answered')
}

/** All rows are of one asked person: whether they still meet a holder is asked once. */
async function keepMet(ctx: Ctx, rows: RequestRow[]): Promise<RequestRow[]> {
  const meets = new Map<string, boolean>()
  const met: RequestRow[] = []
  for (const row of rows) {
    if (stateOf(row, ctx.now()) !== 'answered' && !meets.has(row.holder_id)) meets.set(row.holder_id, await mayMeet(ctx, row))
    if (stateOf(row, ctx.now()) === 'answered' || meets.get(row.holder_id)) met.push(row)
  }
  return met
}

async function present(ctx: Ctx, rows: RequestRow[]): Promise<ListedRequest[]> {
  const badges = await readFaces(
    ctx,
    rows.map(({ badge_id }) => badge_id),
  )
  const now = ctx.now()
  return rows.flatMap((row) => {
    const badge = badges.get(row.badge_id)
    if (badge?.holderId !== row.holder_id) return []
    const state = stateOf(row, now)
    const reminderDay = reminderFrom(row.created_at)
    return {
      requestId: row.id,
      state,
      badge,
      askedName: row.asked_full_name,
      holderName: row.holder_name,
      message: row.message,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      remindedAt: row.reminded_at,
      mayRemind: state === 'open' && row.reminded_at === null && reminderDay <= now,
      reminderFrom: reminderDay,
      isEndorsementWithdrawn: row.endorsement_withdrawn_at !== null,
    }
  })
}
