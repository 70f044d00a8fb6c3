import type { Locale } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import type { CollectedBadge } from '../list-collection.ts'

/** A badge of any origin as pages draw it. `pictureAt` says where the picture of an import is for whoever looks; its holder's address unless said. */
export function presentCollected(badge: CollectedBadge, locale: Locale, pictureAt = (badgeId: string) => `/me/imports/${badgeId}/picture.png`) {
  const { picture, receivedAt, validUntil } = badge
  return {
    badgeId: badge.badgeId,
    kind: badge.kind,
    name: badge.name,
    badgeName: badge.badgeName,
    levelName: badge.levelName,
    description: badge.description,
    issuerName: badge.issuerName,
    authorName: badge.authorName,
    imageId: picture && 'imageId' in picture ? picture.imageId : null,
    imageAlt: picture && 'imageId' in picture ? picture.alt : '',
    picture: picture && 'importedId' in picture ? pictureAt(badge.badgeId) : null,
    skills: badge.skills,
    sentence: badge.sentence,
    tags: badge.tags,
    receivedOn: receivedAt && formatDay(receivedAt, locale),
    year: receivedAt ? receivedAt.getFullYear() : null,
    validUntil: validUntil && formatDay(validUntil, locale),
    state: badge.state,
    isShared: badge.isShared,
  }
}

export type PresentedCollected = ReturnType<typeof presentCollected>
