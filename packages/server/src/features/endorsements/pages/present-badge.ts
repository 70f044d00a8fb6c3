import { renderMarkdown } from '#features/achievements/index.ts'
import type { KeptBadge } from '../read-badge.ts'
import type { BadgeFace } from '../read-faces.ts'

/** A badge as the pages draw it. `pictureAt`: where the picture of an imported one is for whoever looks. */
export const presentBadge = (badge: KeptBadge, pictureAt: string) => ({
  ...presentFace(badge, pictureAt),
  description: badge.description,
  criteria: badge.criteria ? renderMarkdown(badge.criteria) : null,
  narrative: badge.narrative ? renderMarkdown(badge.narrative) : null,
  evidence: badge.evidence.map(({ url, name, narrative }) => ({ url, name, narrative: narrative ? renderMarkdown(narrative) : null })),
})

export type PresentedBadge = ReturnType<typeof presentBadge>

const presentFace = ({ badgeId, kind, name, issuerName, picture }: BadgeFace, pictureAt: string) => ({
  id: badgeId,
  kind,
  name,
  issuerName,
  imageId: picture && picture !== 'imported' ? picture.imageId : null,
  imageAlt: picture && picture !== 'imported' ? picture.alt : '',
  picture: picture === 'imported' ? pictureAt : null,
})

const ownPicture = ({ badgeId }: BadgeFace) => `/me/imports/${badgeId}/picture.png`

/** In the forms of its holder, with all that it says; in their lists, without. */
export const presentOwnBadge = (badge: KeptBadge) => presentBadge(badge, ownPicture(badge))
export const presentOwnFace = (face: BadgeFace) => presentFace(face, ownPicture(face))
