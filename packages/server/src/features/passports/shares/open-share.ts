import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { lockSharing, readSharing } from '#features/credentials/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { hashToken, newToken } from '#kit/secrets.ts'
import { findCollected } from '../collection/list-collection.ts'
import { refuse } from '../passports.errors.ts'
import { ShareInput, type SharePurpose, type ShareScope, ShareTerms } from './share.schema.ts'

/** What is shown in an interview closes by itself after half an hour. */
export const INTERVIEW_MS = 30 * 60_000

type Opening = z.input<typeof ShareInput> & z.input<typeof ShareTerms>
export type OpenedShare = { shareId: string; token: string; address: string }

/**
 * Opens an address that shows what was chosen and nothing else, until its end or until it is closed. Somebody under 15, or a pupil whose age nobody
 * knows, has none: what a child shows is shown by hand.
 */
export async function openShare(ctx: Ctx, input: Opening): Promise<OpenedShare> {
  const scope = ShareInput.parse(input)
  const { purpose, label, expiresAt } = ShareTerms.parse(input)
  assertFits(scope, purpose)
  const { personId } = requirePerson(ctx)
  return transaction(ctx, async (ctx) => {
    await lockSharing(ctx, personId)
    if ((await readSharing(ctx, personId)).isProtected) throw refuse('shares_from_fifteen')
    const shown = await demandTheirs(ctx, personId, scope)
    const now = ctx.now()
    if (expiresAt && expiresAt <= now) throw refuse('share_ends_before_it_begins')
    const shareId = ctx.newId()
    const token = newToken()
    const end = purpose === 'interview' ? new Date(now.getTime() + INTERVIEW_MS) : expiresAt
    const sealed = ctx.secrets.seal(Buffer.from(token), labelOf(shareId))
    await ctx.db
      .insertInto('share')
      .values({ id: shareId, person_id: personId, token_hash: hashToken(token), token_sealed: sealed, ...shown, purpose, label, created_at: now, expires_at: end })
      .execute()
    return { shareId, token, address: shareAddress(ctx, token) }
  })
}

/** The seal of a token opens only for the row it is of. */
export const labelOf = (shareId: string): string => `share:${shareId}`
export const shareAddress = (ctx: Ctx, token: string): string => `${ctx.config.url}/s/${token}`

/** A frame and a mail show badges; a page or a CV is read at its own address. */
export function assertFits({ scope }: Pick<ShareScope, 'scope'>, purpose: SharePurpose): void {
  if (scope !== 'badges' && (purpose === 'embed' || purpose === 'signature')) throw refuse('share_shows_badges_only')
}

/** What somebody shows is theirs. */
export async function demandTheirs(ctx: Ctx, personId: string, scope: z.output<typeof ShareInput>) {
  if (scope.scope === 'badges') {
    const badgeIds = [...new Set(scope.badgeIds)]
    const found = await findCollected(ctx, personId, badgeIds)
    const theirs = new Set(found.filter(({ response }) => response !== 'declined').map(({ badgeId }) => badgeId))
    if (badgeIds.some((badgeId) => !theirs.has(badgeId))) throw refuseKit('not_found')
    return { scope: 'badges', badge_ids: badgeIds }
  }
  const [table, id] = scope.scope === 'folio' ? (['folio', scope.folioId] as const) : (['cv', scope.cvId] as const)
  const own = await ctx.db.selectFrom(table).select('id').where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  if (!own) throw refuseKit('not_found')
  return scope.scope === 'folio' ? { scope: 'folio', folio_id: id } : { scope: 'cv', cv_id: id }
}
