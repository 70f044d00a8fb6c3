import type { Ctx } from '#ctx'
import { readStructures } from '../shown/read-structures.ts'

/** What the section « Mes structures » of a badge’s own page draws. */
export async function readBadgeCircle(ctx: Ctx, badgeId: string) {
  const { isProtected, structures } = await readStructures(ctx)
  return {
    badgeId,
    structures: isProtected
      ? []
      : structures.flatMap(({ organizationId, name, given, choice, shownIds }) => {
          const knows = given.some((badge) => badge.badgeId === badgeId)
          if (!knows && !choice.some((badge) => badge.badgeId === badgeId)) return []
          return [{ organizationId, name, knows, isShown: shownIds.has(badgeId) }]
        }),
  }
}

export type BadgeCircleData = Awaited<ReturnType<typeof readBadgeCircle>>
