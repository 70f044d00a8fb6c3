import type { Locale } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import type { CollectedBadge } from '../list-collection.ts'

export type Line = { steps: { id: string; name: string }[]; reached: string[] }

/** As little of a badge as a card draws: there may be three hundred on a page. */
export function presentCard(badge: CollectedBadge, locale: Locale, line?: Line) {
  const { picture } = badge
  return {
    to: badge.kind === 'received' ? `/me/badges/${badge.badgeId}` : `/me/imports/${badge.badgeId}`,
    kind: badge.kind,
    name: line ? badge.badgeName : badge.name,
    issuerName: badge.issuerName,
    receivedOn: badge.receivedAt && formatDay(badge.receivedAt, locale),
    imageId: picture && 'imageId' in picture ? picture.imageId : null,
    imageAlt: picture && 'imageId' in picture ? picture.alt : '',
    picture: picture && 'importedId' in picture ? `/me/imports/${badge.badgeId}/picture.png` : null,
    ...(badge.state !== 'valid' && { state: badge.state }),
    ...(badge.isShared && { isShared: true as const }),
    ...(line && { line }),
    ...(badge.sentence && { sentence: badge.sentence }),
  }
}

export type Card = ReturnType<typeof presentCard>
