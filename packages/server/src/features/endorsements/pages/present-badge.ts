import { renderMarkdown } from '#features/achievements/index.ts'
import type { KeptBadge } from '../read-badge.ts'

/** A badge as the pages draw it. `pictureAt`: where the picture of an imported one is for whoever looks. */
export const presentBadge = (badge: KeptBadge, pictureAt: string) => ({
  id: badge.badgeId,
  kind: badge.kind,
  name: badge.name,
  description: badge.description,
  issuerName: badge.issuerName,
  criteria: badge.criteria ? renderMarkdown(badge.criteria) : null,
  imageId: badge.picture && badge.picture !== 'imported' ? badge.picture.imageId : null,
  imageAlt: badge.picture && badge.picture !== 'imported' ? badge.picture.alt : '',
  picture: badge.picture === 'imported' ? pictureAt : null,
  narrative: badge.narrative ? renderMarkdown(badge.narrative) : null,
  evidence: badge.evidence.map(({ url, name, narrative }) => ({ url, name, narrative: narrative ? renderMarkdown(narrative) : null })),
})

export type PresentedBadge = ReturnType<typeof presentBadge>

/** In the lists and forms of its holder. */
export const presentOwnBadge = (badge: KeptBadge) => presentBadge(badge, `/me/imports/${badge.badgeId}/picture.png`)
