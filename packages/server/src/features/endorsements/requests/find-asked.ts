import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { hashToken } from '#kit/secrets.ts'
import { isUuid } from '#kit/uuid.ts'
import { type RequestRow, selectRequests, stateOf } from './request-rows.ts'

/** As whoever was asked comes: signed in, or by the link that only their mailbox has. */
export type Door = { requestId: string } | { token: string }

/**
 * The request that was made to whoever comes by this door; for nobody else it exists. A child is known to the grown-ups of their school only, and
 * only while they are there: a birth date that is corrected, or a departure, closes the door.
 */
export async function findAsked(ctx: Ctx, door: Door, { isLocked = false } = {}): Promise<RequestRow> {
  const row = 'token' in door ? await byToken(ctx, door.token, isLocked) : await byPerson(ctx, door.requestId, isLocked)
  if (!row || row.holder_closed_at || !(await mayMeet(ctx, row))) throw refuse('not_found')
  return row
}

const byToken = (ctx: Ctx, token: string, isLocked: boolean) =>
  selectRequests(ctx)
    .where('token_hash', '=', hashToken(token))
    .$if(isLocked, (query) => query.forUpdate('endorsement_request'))
    .executeTakeFirst()

async function byPerson(ctx: Ctx, requestId: string, isLocked: boolean): Promise<RequestRow | undefined> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(requestId)) return undefined
  return selectRequests(ctx)
    .where('endorsement_request.id', '=', requestId)
    .where('asked_id', '=', personId)
    .$if(isLocked, (query) => query.forUpdate('endorsement_request'))
    .executeTakeFirst()
}

/** Whoever has answered keeps what they wrote, without the badge. */
export async function mayMeet(ctx: Ctx, row: RequestRow): Promise<boolean> {
  if (stateOf(row, ctx.now()) === 'answered' || !(await isProtected(ctx, row.holder_id))) return true
  return row.asked_id !== null && (await listCommonSchools(ctx, row.holder_id, row.asked_id)).length > 0
}

/** Where the one belongs, and the other is one of the grown-ups. */
export async function listCommonSchools(ctx: Ctx, holderId: string, adultId: string): Promise<string[]> {
  const { rows } = await sql<{ organization_id: string }>`select theirs.organization_id
    from membership mine join membership theirs on theirs.organization_id = mine.organization_id
    where mine.person_id = ${holderId} and theirs.person_id = ${adultId} and mine.left_at is null and theirs.left_at is null and not theirs.is_pupil`.execute(ctx.db)
  return rows.map(({ organization_id }) => organization_id)
}
