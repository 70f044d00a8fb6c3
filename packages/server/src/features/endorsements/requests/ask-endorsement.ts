import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { isProtected } from '#features/credentials/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { spend } from '#kit/rate-limit.ts'
import { hashToken, newToken } from '#kit/secrets.ts'
import { refuse } from '../endorsements.errors.ts'
import { endorsementRequested } from '../endorsements.facts.ts'
import { AskInput } from '../endorsements.schema.ts'
import { askLimit, mailboxLimit } from '../limits.ts'
import { readBadge } from '../read-badge.ts'
import { findAskablePerson } from './find-askable.ts'
import { isAddressAskable } from './mail-stops.ts'

export const DAYS_TO_ANSWER = 60

type Parsed = z.output<typeof AskInput>
type Asked = { asked_id: string } | { asked_address: string; asked_name: string; token_hash: Buffer; token_sealed: Buffer }

/** The holder asks one person to support one badge of theirs: somebody of their structures, or somebody by mail. Asking shows that person the badge. */
export async function askEndorsement(ctx: Ctx, input: z.input<typeof AskInput>): Promise<{ requestId: string }> {
  const parsed = AskInput.parse(input)
  const { personId } = requirePerson(ctx)
  await spend(ctx.db, ctx.now(), askLimit(personId))
  return transaction(ctx, async (ctx) => {
    // Two presses of one button are one request.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`endorsement-ask:${personId}`}, 0))`.execute(ctx.db)
    const badge = await readBadge(ctx, parsed.badgeId)
    if (badge?.holderId !== personId) throw refuseKit('not_found')
    if (!badge.isEndorsable) throw refuse('badge_not_endorsable')
    const requestId = ctx.newId()
    const asked = 'personId' in parsed ? await askHere(ctx, personId, parsed.personId) : await askByMail(ctx, personId, requestId, parsed)
    await demandNotAsked(ctx, personId, parsed.badgeId, asked)
    const now = ctx.now()
    await ctx.db
      .insertInto('endorsement_request')
      .values({
        id: requestId,
        holder_id: personId,
        badge_id: parsed.badgeId,
        ...asked,
        locale: 'personId' in parsed ? (await getPerson(ctx, parsed.personId)).locale : parsed.locale,
        message: parsed.message,
        shows_evidence: parsed.showsEvidence,
        created_at: now,
        expires_at: new Date(now.getTime() + DAYS_TO_ANSWER * 86_400_000),
      })
      .execute()
    await ctx.jobs.announce(endorsementRequested, { requestId, isReminder: false })
    return { requestId }
  })
}

async function askHere(ctx: Ctx, holderId: string, askedId: string): Promise<Asked> {
  if (askedId.toLowerCase() === holderId) throw refuse('own_word')
  if (!(await findAskablePerson(ctx, holderId, askedId))) throw refuse('not_askable')
  return { asked_id: askedId }
}

async function askByMail(ctx: Ctx, holderId: string, requestId: string, { address, name }: Extract<Parsed, { address: string }>): Promise<Asked> {
  if (await isProtected(ctx, holderId)) throw refuse('asks_own_school')
  const own = await ctx.db.selectFrom('person_email').select('id').where('person_id', '=', holderId).where('address', '=', address).executeTakeFirst()
  if (own) throw refuse('own_word')
  if (!(await isAddressAskable(ctx, address))) throw refuse('address_not_askable')
  await spend(ctx.db, ctx.now(), mailboxLimit(address))
  const token = newToken()
  return { asked_address: address, asked_name: name, token_hash: hashToken(token), token_sealed: ctx.secrets.seal(Buffer.from(token), labelOf(requestId)) }
}

/** Whoever was asked for this badge is left in peace: while they may answer, once they have, and when they did not wish to. */
async function demandNotAsked(ctx: Ctx, holderId: string, badgeId: string, asked: Asked): Promise<void> {
  const earlier = await ctx.db
    .selectFrom('endorsement_request')
    .leftJoin('endorsement', 'endorsement.request_id', 'endorsement_request.id')
    .select('endorsement_request.id')
    .where('endorsement_request.holder_id', '=', holderId)
    .where('endorsement_request.badge_id', '=', badgeId)
    .where((where) => ('asked_id' in asked ? where('asked_id', '=', asked.asked_id) : where('asked_address', '=', asked.asked_address)))
    .where((where) =>
      where.or([
        where('declined_at', 'is not', null),
        where.and([where('endorsement.id', 'is not', null), where('endorsement.withdrawn_at', 'is', null)]),
        where.and([where('endorsement.id', 'is', null), where('endorsement_request.withdrawn_at', 'is', null), where('expires_at', '>', ctx.now())]),
      ]),
    )
    .executeTakeFirst()
  if (earlier) throw refuse('already_asked')
}

/** The seal of a link opens only for the request it is of. */
export const labelOf = (requestId: string): string => `endorsement:${requestId}`
