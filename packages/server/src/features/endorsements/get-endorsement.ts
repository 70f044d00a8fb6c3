import type { Ctx } from '#ctx'
import { may } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from './endorsements.errors.ts'
import { type Endorsement, endorsementUrl, presentRow } from './list-endorsements.ts'
import { type KeptBadge, readBadge } from './read-badge.ts'

export type SeenEndorsement = { endorsement: Endorsement; badge: KeptBadge | undefined; view: 'holder' | 'endorser' | 'public'; isPublic: boolean; mayWithdraw: boolean }

/** An endorsement at its own address: for its holder and whoever gave it; for everybody once it is shown with a badge that is open to all. */
export async function getEndorsement(ctx: Ctx, endorsementId: string): Promise<SeenEndorsement> {
  const row = isUuid(endorsementId) ? await ctx.db.selectFrom('endorsement').selectAll().where('id', '=', endorsementId).executeTakeFirst() : undefined
  if (!row) throw refuseKit('not_found')
  const badge = await readBadge(ctx, row.badge_id)
  const isHeld = badge?.holderId === row.holder_id
  const isPublic = isHeld && row.shown_at !== null && row.withdrawn_at === null && badge.isPublic
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined
  const maySpeakForIt = row.organization_id !== null && personId !== undefined && (await may(ctx, 'revoke', row.organization_id))
  const isTheirs = row.endorser_id !== null && row.endorser_id === personId
  const view = row.holder_id === personId ? 'holder' : isTheirs || maySpeakForIt ? 'endorser' : isPublic ? 'public' : undefined
  if (!view) throw refuseKit('not_found')
  const mayWithdraw = row.withdrawn_at === null && (row.organization_id ? maySpeakForIt : isTheirs)
  return { endorsement: presentRow(ctx, row), badge: isHeld ? badge : undefined, view, isPublic, mayWithdraw }
}

/** The signed document, to the letter, for whoever may see it. One that was taken back says so to everybody who asks. */
export async function getEndorsementDocument(ctx: Ctx, endorsementId: string): Promise<{ document: string; isPublic: boolean }> {
  const row = isUuid(endorsementId) ? await ctx.db.selectFrom('endorsement').select(['withdrawn_at', 'document']).where('id', '=', endorsementId).executeTakeFirst() : undefined
  if (row?.document && row.withdrawn_at) throw refuse('endorsement_withdrawn', { address: endorsementUrl(ctx, endorsementId) })
  const { endorsement, isPublic } = await getEndorsement(ctx, endorsementId)
  if (endorsement.document === null) throw refuseKit('not_found')
  return { document: endorsement.document, isPublic }
}
