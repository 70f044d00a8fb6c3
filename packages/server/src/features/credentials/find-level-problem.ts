import { type AchievementContent, findLevel } from '#features/achievements/index.ts'

/** A badge with levels is given at one of them, a badge without at none. */
export function findLevelProblem(content: Pick<AchievementContent, 'levels'>, levelId: string | undefined) {
  if (content.levels.length === 0) return levelId === undefined ? undefined : 'level_not_expected'
  if (levelId === undefined) return 'level_required'
  return findLevel(content, levelId) ? undefined : 'level_unknown'
}
