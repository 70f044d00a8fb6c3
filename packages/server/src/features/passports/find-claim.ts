import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { hasPower, hasVerifiedEmail, isPupilOf } from './card-rules.ts'
import { type ClaimChannel, hashClaimCode, readClaimCode, wrongCodes } from './claim-code.ts'
import { refuse } from './passports.errors.ts'

export type ClaimInput = { code: string; clientAddress: string }
export type FoundClaim = Awaited<ReturnType<typeof findClaim>>

/** What a mailed link or a card gives access to, and for whom. Wrong codes are counted by address. */
export async function findClaim(ctx: Ctx, input: ClaimInput) {
  const limit = wrongCodes(input.clientAddress)
  await demandRoom(ctx.db, ctx.now(), limit)
  const row = await selectClaim(ctx, hashClaimCode(ctx, readClaimCode(input.code)))
  if (!row) {
    if (await waitsForCeremony(ctx, input.code)) throw refuse('claim_not_yet')
    await spend(ctx.db, ctx.now(), limit)
    throw refuse('claim_unknown')
  }
  return {
    claimId: row.id,
    credentialId: row.credential_id,
    organizationId: row.organization_id,
    versionId: row.achievement_version_id,
    levelId: row.level_id,
    channel: row.channel as ClaimChannel,
    state: stateOf(ctx, row),
    isMine: ctx.actor.kind === 'person' && row.person_id === ctx.actor.personId && row.used_at !== null,
    email: row.recipient_email,
    recipientName: row.recipient_name,
    recipient: row.person_id ? presentRecipient(row, row.person_id) : null,
  }
}

/** The card of a badge that is still a secret: it says nothing, not even to the one it is for. */
const waitsForCeremony = async (ctx: Ctx, code: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('ceremony_recipient')
    .select('id')
    .where('card_hash', '=', hashClaimCode(ctx, readClaimCode(code)))
    .executeTakeFirst()) !== undefined

type Recipient = { given_name: string | null; secret_kind: string | null; is_pupil: boolean; is_pupil_here: boolean; has_password: boolean; has_email: boolean; has_power: boolean }

function presentRecipient(row: Recipient, personId: string) {
  const hasAccount = row.has_password || row.has_email
  return {
    personId,
    givenName: row.given_name ?? '',
    isPupil: row.is_pupil,
    hasAccount,
    secretKind: row.secret_kind === 'pictures' ? ('pictures' as const) : ('password' as const),
    /** A card opens an account that nobody opened yet, or lets a pupil of the structure choose again. It never opens one that has a say over others. */
    mayChoosePassword: !row.has_power && (!hasAccount || (row.is_pupil_here && !row.has_email)),
  }
}

type Row = { used_at: Date | null; replaced_at: Date | null; expires_at: Date | null }

function stateOf(ctx: Ctx, row: Row): 'open' | 'used' | 'replaced' | 'expired' {
  // A card that was printed again is void, also as a way to sign in: the former one may be lost.
  if (row.replaced_at) return 'replaced'
  if (row.used_at) return 'used'
  return row.expires_at && row.expires_at <= ctx.now() ? 'expired' : 'open'
}

function selectClaim(ctx: Ctx, hash: Buffer) {
  return ctx.db
    .selectFrom('claim')
    .innerJoin('credential', 'credential.id', 'claim.credential_id')
    .leftJoin('person', 'person.id', 'credential.person_id')
    .select([
      'credential.level_id',
      'claim.id',
      'claim.credential_id',
      'claim.channel',
      'claim.used_at',
      'claim.replaced_at',
      'claim.expires_at',
      'credential.organization_id',
      'credential.achievement_version_id',
      'credential.person_id',
      'credential.recipient_email',
      'credential.recipient_name',
      'person.given_name',
      sql<boolean>`person.password_hash is not null`.as('has_password'),
      hasVerifiedEmail.as('has_email'),
      'person.secret_kind',
      sql<boolean>`exists (select from membership m where m.person_id = person.id and m.is_pupil and m.left_at is null)`.as('is_pupil'),
      isPupilOf('credential.organization_id').as('is_pupil_here'),
      hasPower.as('has_power'),
    ])
    .where('claim.code_hash', '=', hash)
    .executeTakeFirst()
}
