import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { RequestState } from '../endorsements.schema.ts'

/** Requests with the names of both, and what came of them. */
export const selectRequests = (ctx: Ctx) =>
  ctx.db
    .selectFrom('endorsement_request')
    .innerJoin('person as holder', 'holder.id', 'endorsement_request.holder_id')
    .leftJoin('person as asked', 'asked.id', 'endorsement_request.asked_id')
    .leftJoin('endorsement', 'endorsement.request_id', 'endorsement_request.id')
    .selectAll('endorsement_request')
    .select(['holder.closed_at as holder_closed_at', 'endorsement.id as endorsement_id', 'endorsement.withdrawn_at as endorsement_withdrawn_at'])
    .select(sql<string>`trim(holder.given_name || ' ' || holder.family_name)`.as('holder_name'))
    .select('holder.given_name as holder_given_name')
    .select(sql<string>`coalesce(trim(asked.given_name || ' ' || asked.family_name), endorsement_request.asked_name)`.as('asked_full_name'))

export type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

type Ended = Pick<RequestRow, 'endorsement_id' | 'withdrawn_at' | 'declined_at' | 'expires_at'>

export function stateOf({ endorsement_id, withdrawn_at, declined_at, expires_at }: Ended, now: Date): RequestState {
  if (endorsement_id) return 'answered'
  if (withdrawn_at) return 'withdrawn'
  if (declined_at) return 'declined'
  return expires_at <= now ? 'expired' : 'open'
}
