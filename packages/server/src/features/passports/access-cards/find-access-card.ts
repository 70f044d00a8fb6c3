import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { hasPower, hasVerifiedEmail, isPupilOf } from '../card-rules.ts'
import { hashAccessCode, readClaimCode, wrongCodes } from '../claim-code.ts'
import type { ClaimInput } from '../find-claim.ts'
import { refuse } from '../passports.errors.ts'

/** A card that lay unused for more than a school year opens nothing. */
const UNUSED_MS = 400 * 86_400_000

export type FoundAccessCard = Awaited<ReturnType<typeof findAccessCard>>

/** There is one door for all cards: says whether what was typed is an access card. A wrong code is counted by whoever looks for it as a badge. */
export async function isAccessCode(ctx: Ctx, { code, clientAddress }: ClaimInput): Promise<boolean> {
  await demandRoom(ctx.db, ctx.now(), wrongCodes(clientAddress))
  const row = await ctx.db
    .selectFrom('access_card')
    .select('id')
    .where('code_hash', '=', hashAccessCode(ctx, readClaimCode(code)))
    .executeTakeFirst()
  return row !== undefined
}

/** Whose card it is, and what it lets them do. Of a card that is void nothing is told but that. */
export async function findAccessCard(ctx: Ctx, { code, clientAddress }: ClaimInput) {
  const limit = wrongCodes(clientAddress)
  await demandRoom(ctx.db, ctx.now(), limit)
  const row = await selectCard(ctx, hashAccessCode(ctx, readClaimCode(code)))
  if (!row) {
    await spend(ctx.db, ctx.now(), limit)
    throw refuse('claim_unknown')
  }
  if (row.replaced_at || row.closed_at) throw refuse('claim_replaced')
  if (!row.first_used_at && ctx.now().getTime() - row.created_at.getTime() > UNUSED_MS) throw refuse('claim_expired')
  return {
    cardId: row.id,
    personId: row.person_id,
    organizationId: row.organization_id,
    givenName: row.given_name,
    /** What to ask for; nothing was chosen yet when null. */
    secretKind: row.has_secret ? (row.secret_kind as 'password' | 'pictures') : null,
    mayChoose: !row.has_secret && row.is_pupil_here && !row.has_email && !row.has_power,
  }
}

const selectCard = (ctx: Ctx, hash: Buffer) =>
  ctx.db
    .selectFrom('access_card')
    .innerJoin('person', 'person.id', 'access_card.person_id')
    .select(['access_card.id', 'person_id', 'organization_id', 'access_card.created_at', 'first_used_at', 'replaced_at', 'given_name', 'secret_kind', 'closed_at'])
    .select(sql<boolean>`person.password_hash is not null`.as('has_secret'))
    .select([hasVerifiedEmail.as('has_email'), hasPower.as('has_power'), isPupilOf('access_card.organization_id').as('is_pupil_here')])
    .where('code_hash', '=', hash)
    .executeTakeFirst()
