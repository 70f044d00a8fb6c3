// Who stands at the table of a séance: whoever prepares it, a member of the structure, or somebody from outside by their link.
import type { Selectable } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import type { DB } from '#db/schema.ts'
import { demand, may } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { hashToken } from '#kit/secrets.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from './juries.errors.ts'

export type Jury = Selectable<DB['jury']>
/** By one's session, or by the link that was sent. */
export type At = { juryId: string } | { token: string }
export type Seat = {
  jury: Jury
  /** Absent for whoever prepares without sitting. */
  memberId: string | undefined
  personId: string | undefined
  isPresident: boolean
  isPupil: boolean
  isGuest: boolean
  mayPrepare: boolean
}

/** To anybody else, and to members before they are told, there is no such séance. */
export async function takeSeat(ctx: Ctx, at: At): Promise<Seat> {
  const seat = 'token' in at ? await findGuest(ctx, at.token) : await findInsider(ctx, at.juryId)
  if (!seat || (seat.jury.state === 'preparing' && !seat.mayPrepare)) throw refuseKit('not_found')
  return seat
}

/** The seat of somebody who votes, and no other. */
export async function takeMemberSeat(ctx: Ctx, at: At): Promise<Seat & { memberId: string }> {
  const seat = await takeSeat(ctx, at)
  if (seat.memberId === undefined) throw refuseKit('not_found')
  return { ...seat, memberId: seat.memberId }
}

/** The seat of whoever runs the meeting: the president, or those who prepare. */
export async function takeChair(ctx: Ctx, juryId: string): Promise<Seat> {
  const seat = await takeSeat(ctx, { juryId })
  if (!seat.isPresident && !seat.mayPrepare) throw refuseKit('not_allowed')
  return seat
}

/** The séance, for the length of a transaction, for those who prepare it. */
export async function lockOwnJury(ctx: Ctx, juryId: string): Promise<Jury> {
  const jury = await lockJury(ctx, juryId)
  await demand(ctx, 'issue', jury.organization_id)
  return jury
}

/** The séance while it is not closed: votes and decisions of several people go on at once, its closing waits for them. */
export async function holdJury(ctx: Ctx, juryId: string): Promise<Jury> {
  const jury = await ctx.db.selectFrom('jury').selectAll().where('id', '=', juryId).forShare().executeTakeFirst()
  if (!jury) throw refuseKit('not_found')
  if (jury.state === 'closed') throw refuse('jury_closed')
  return jury
}

async function lockJury(ctx: Ctx, juryId: string): Promise<Jury> {
  const jury = isUuid(juryId) ? await ctx.db.selectFrom('jury').selectAll().where('id', '=', juryId).forUpdate().executeTakeFirst() : undefined
  if (!jury) throw refuseKit('not_found')
  return jury
}

async function findGuest(ctx: Ctx, token: string): Promise<Seat | undefined> {
  const member = await ctx.db.selectFrom('jury_member').select(['id', 'jury_id', 'is_president']).where('token_hash', '=', hashToken(token)).executeTakeFirst()
  if (!member) return undefined
  const jury = await ctx.db.selectFrom('jury').selectAll().where('id', '=', member.jury_id).executeTakeFirstOrThrow()
  return { jury, memberId: member.id, personId: undefined, isPresident: false, isPupil: false, isGuest: true, mayPrepare: false }
}

async function findInsider(ctx: Ctx, juryId: string): Promise<Seat | undefined> {
  const { personId } = requirePerson(ctx)
  const jury = isUuid(juryId) ? await ctx.db.selectFrom('jury').selectAll().where('id', '=', juryId).executeTakeFirst() : undefined
  if (!jury) return undefined
  // Whoever left the structure left its juries.
  const member = await ctx.db
    .selectFrom('jury_member')
    .innerJoin('membership', (join) => join.onRef('membership.person_id', '=', 'jury_member.person_id').on('organization_id', '=', jury.organization_id).on('left_at', 'is', null))
    .select(['jury_member.id', 'is_president', 'is_pupil'])
    .where('jury_id', '=', juryId)
    .where('jury_member.person_id', '=', personId)
    .executeTakeFirst()
  const mayPrepare = await may(ctx, 'issue', jury.organization_id)
  if (!member && !mayPrepare) return undefined
  return { jury, memberId: member?.id, personId, isPresident: member?.is_president ?? false, isPupil: member?.is_pupil ?? false, isGuest: false, mayPrepare }
}
