import { type Ctx, requirePerson } from '#ctx'
import { listHeld } from '#features/credentials/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { listCongratulations } from '../congratulate/keep-congratulations.ts'
import { isAnnounced } from '../follow/announce-badge.ts'
import { readStructures } from '../shown/read-structures.ts'

/** What the section « Mes structures » of a badge’s own page draws. */
export async function readBadgeCircle(ctx: Ctx, badgeId: string) {
  const [{ isProtected, structures }, congratulations] = await Promise.all([readStructures(ctx, [badgeId]), listCongratulations(ctx, badgeId)])
  return {
    badgeId,
    announcement: isProtected ? null : await readAnnouncement(ctx, badgeId),
    congratulations: congratulations.map(({ at, ...said }) => ({ ...said, on: formatDay(at, ctx.locale) })),
    structures: isProtected
      ? []
      : structures.flatMap(({ organizationId, name, given, choice, shownIds }) => {
          const knows = given.some((badge) => badge.badgeId === badgeId)
          if (!knows && !choice.some((badge) => badge.badgeId === badgeId)) return []
          return [{ organizationId, name, knows, isShown: shownIds.has(badgeId) }]
        }),
  }
}

/** Offered while the badge is open to all; nothing where it cannot be told of. */
async function readAnnouncement(ctx: Ctx, badgeId: string) {
  const [held] = await listHeld(ctx, requirePerson(ctx).personId, { credentialIds: [badgeId] })
  if (!held?.isShared || held.response !== 'accepted' || held.state !== 'valid') return null
  return { issuerName: held.organization.name, isAnnounced: await isAnnounced(ctx, badgeId) }
}

export type BadgeCircleData = Awaited<ReturnType<typeof readBadgeCircle>>
