import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { findNominee } from '#features/nominations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { hashToken, newToken } from '#kit/secrets.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../juries.errors.ts'
import { juryOpened } from '../juries.facts.ts'
import { GuestInput } from '../juries.schema.ts'
import { noteConflicts } from '../meeting/recusals.ts'
import { type Jury, lockOwnJury } from '../take-seat.ts'

/** Somebody of the structure, a pupil too. Asked twice, they sit once. */
export async function seatMember(ctx: Ctx, { juryId, personId }: { juryId: string; personId: string }): Promise<{ memberId: string }> {
  return transaction(ctx, async (ctx) => {
    const jury = await lockOpenJury(ctx, juryId)
    if (!isUuid(personId) || !(await findNominee(ctx, { organizationId: jury.organization_id, personId }))) throw refuse('member_unknown')
    const sitting = await ctx.db.selectFrom('jury_member').select('id').where('jury_id', '=', juryId).where('person_id', '=', personId).executeTakeFirst()
    if (sitting) return { memberId: sitting.id }
    return seat(ctx, jury, { person_id: personId })
  })
}

/** Somebody from outside: a parent, the mayor’s deputy. Their link is all they need, and opens this séance only. */
export async function seatGuest(ctx: Ctx, input: z.input<typeof GuestInput>): Promise<{ memberId: string; token: string }> {
  const { juryId, name, function: title, address } = GuestInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const jury = await lockOpenJury(ctx, juryId)
    const namesake = await ctx.db.selectFrom('jury_member').select('id').where('jury_id', '=', juryId).where('name', '=', name).executeTakeFirst()
    if (namesake) throw refuse('already_member')
    const token = newToken()
    const id = ctx.newId()
    const sealed = ctx.secrets.seal(Buffer.from(token), `jury-link:${id}`)
    return { ...(await seat(ctx, jury, { id, name, function: title, address: address ?? null, token_hash: hashToken(token), token_sealed: sealed })), token }
  })
}

/** Not once they voted: then they are marked absent. */
export async function removeMember(ctx: Ctx, { juryId, memberId }: { juryId: string; memberId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await lockOpenJury(ctx, juryId)
    await findMember(ctx, juryId, memberId)
    const vote = await ctx.db.selectFrom('jury_vote').select('dossier_id').where('member_id', '=', memberId).limit(1).executeTakeFirst()
    if (vote) throw refuse('member_has_voted')
    await ctx.db.deleteFrom('jury_member').where('id', '=', memberId).execute()
  })
}

/** One person presides, somebody of the structure. */
export async function choosePresident(ctx: Ctx, { juryId, memberId }: { juryId: string; memberId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const jury = await lockOpenJury(ctx, juryId)
    const member = await findMember(ctx, juryId, memberId)
    const chosen = member.person_id ? await findNominee(ctx, { organizationId: jury.organization_id, personId: member.person_id }) : undefined
    if (!chosen || chosen.isPupil) throw refuse('member_unknown')
    await ctx.db.updateTable('jury_member').set({ is_president: false }).where('jury_id', '=', juryId).where('is_president', '=', true).execute()
    await ctx.db.updateTable('jury_member').set({ is_president: true }).where('id', '=', memberId).execute()
  })
}

async function findMember(ctx: Ctx, juryId: string, memberId: string) {
  const member = isUuid(memberId)
    ? await ctx.db.selectFrom('jury_member').select(['id', 'person_id']).where('id', '=', memberId).where('jury_id', '=', juryId).executeTakeFirst()
    : undefined
  if (!member) throw refuseKit('not_found')
  return member
}

async function lockOpenJury(ctx: Ctx, juryId: string): Promise<Jury> {
  const jury = await lockOwnJury(ctx, juryId)
  if (jury.state === 'closed') throw refuse('jury_closed')
  return jury
}

type NewSeat = { id?: string; person_id?: string; name?: string; function?: string; address?: string | null; token_hash?: Buffer; token_sealed?: Buffer }

/** Whoever joins a séance that is open is told at once. */
async function seat(ctx: Ctx, jury: Jury, { id: memberId = ctx.newId(), ...who }: NewSeat): Promise<{ memberId: string }> {
  await ctx.db
    .insertInto('jury_member')
    .values({ id: memberId, jury_id: jury.id, created_at: ctx.now(), ...who })
    .execute()
  if (jury.state !== 'preparing') {
    await noteConflicts(ctx, jury)
    await ctx.jobs.announce(juryOpened, { juryId: jury.id, memberId })
  }
  return { memberId }
}
