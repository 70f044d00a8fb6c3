import type { Locale } from '#ctx'
import type { CollectedBadge } from '../../collection/list-collection.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'

/** What a line of a list draws of a badge, and no more. */
export function presentLight(badge: CollectedBadge, locale: Locale) {
  const { badgeId, kind, name, issuerName, imageId, picture, state } = presentCollected(badge, locale)
  return { badgeId, kind, name, issuerName, imageId, imageAlt: '', picture, state }
}

export type LightBadge = ReturnType<typeof presentLight>
