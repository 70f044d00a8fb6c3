import type { Ctx } from '#ctx'
import { credentialUrl } from '#features/credentials/index.ts'
import type { CollectedBadge } from '../collection/list-collection.ts'

/** Where a stranger verifies a badge of a CV: below the address that shows the CV, or on the badge's own page where its holder has opened that. */
export const publicBadgeAt =
  (ctx: Ctx, shareAddress: string | undefined) =>
  (badgeId: string, { isShared }: CollectedBadge): string | null => {
    if (shareAddress) return `${shareAddress}/badges/${badgeId}`
    return isShared ? credentialUrl(ctx, badgeId) : null
  }
