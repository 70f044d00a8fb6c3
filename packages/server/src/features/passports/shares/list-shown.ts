import { asSystem, type Ctx } from '#ctx'
import { type CollectedBadge, findCollected } from '../collection/list-collection.ts'
import { findCv } from '../cv/read-cvs.ts'
import { badgeIdsIn } from '../folios/folio.schema.ts'
import { findFolio } from '../folios/read-folio.ts'
import type { ShareScope } from './share.schema.ts'

/** What was withdrawn, or declined by its holder, is shown to nobody. */
export const isShowable = ({ response, state }: Pick<CollectedBadge, 'response' | 'state'>): boolean => response !== 'declined' && state !== 'revoked'

/** The badges that an address shows today, in the order in which they were chosen; no other badge of their holder is reached through it. */
export async function listShown(ctx: Ctx, share: ShareScope & { personId: string }): Promise<CollectedBadge[]> {
  const badgeIds = await idsIn(ctx, share)
  const kept = new Map((await findCollected(asSystem(ctx), share.personId, badgeIds)).filter(isShowable).map((badge) => [badge.badgeId, badge]))
  return [...new Set(badgeIds)].flatMap((badgeId) => kept.get(badgeId) ?? [])
}

async function idsIn(ctx: Ctx, share: ShareScope): Promise<string[]> {
  if (share.scope === 'badges') return share.badgeIds
  if (share.scope === 'cv') return (await findCv(asSystem(ctx), share.cvId))?.badgeIds ?? []
  const folio = await findFolio(asSystem(ctx), share.folioId)
  return badgeIdsIn(folio?.blocks ?? [])
}
