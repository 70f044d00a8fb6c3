import { type Ctx, requirePerson } from '#ctx'
import { credentialUrl } from '#features/credentials/index.ts'
import { type CollectedBadge, listCollection } from '../collection/list-collection.ts'
import { type ListedShare, listShares } from '../shares/list-shares.ts'

/** What somebody carries along without a line: their badges, and the addresses that others may open from their screen. */
export type Pocket = {
  /** `address`: where everybody may look, when its holder has opened the badge to all. */
  badges: { badge: CollectedBadge; address: string | null }[]
  shares: (ListedShare & { address: string })[]
}

export async function readPocket(ctx: Ctx): Promise<Pocket> {
  const { personId } = requirePerson(ctx)
  const badges = (await listCollection(ctx, personId)).filter(({ response, state }) => response !== 'declined' && state !== 'revoked')
  return {
    badges: badges.map((badge) => ({ badge, address: badge.isShared ? credentialUrl(ctx, badge.badgeId) : null })),
    shares: (await listShares(ctx)).filter((share): share is Pocket['shares'][number] => share.address !== null),
  }
}
