// The lesson as its page says it.
import { type Ctx, requirePerson } from '#ctx'
import { inLanguage, presentLevels } from '#features/achievements/index.ts'
import { inParis } from '#kit/paris-time.ts'
import type { Standings } from '../../attempts/read-standings.ts'
import type { Remark } from '../../attempts/remarks.ts'
import type { ProgrammeBadge } from '../../programmes/get-programme.ts'
import type { Lesson } from '../read-lesson.ts'

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`

/** Short, for a phone that asks every few seconds. The clock counts in minutes, so that an answer without news is no answer. */
export function presentLesson(ctx: Ctx, { waiting, judged }: Lesson) {
  const { personId: me } = requirePerson(ctx)
  return {
    now: Math.floor(ctx.now().getTime() / 60_000) * 60_000,
    waiting: waiting.map(({ attemptId, personId, achievementId, cohorts, readyAt, selfAssessment, heldLevelId, ...who }) => ({
      attemptId,
      personId,
      achievementId,
      name: nameOf(who),
      cohorts,
      readyAt: readyAt.getTime(),
      selfAssessment,
      heldLevelId,
    })),
    judged: judged.map(({ attemptId, personId, achievementId, cohorts, verdict, at, teacherId, teacher, levelId, credentialId, remarks, advice, ...who }) => ({
      attemptId,
      personId,
      achievementId,
      name: nameOf(who),
      cohorts,
      verdict,
      time: inParis(at).time,
      // Nobody is named for one's own words.
      by: teacherId === me ? '' : teacher,
      isMine: teacherId === me,
      levelId,
      credentialId,
      advice: [...remarks, advice].filter(Boolean),
    })),
  }
}
export type PresentedLesson = ReturnType<typeof presentLesson>

export function presentBadges(ctx: Ctx, badges: readonly ProgrammeBadge[], remarks: readonly Remark[]) {
  const bank = Map.groupBy(remarks, ({ achievementId }) => achievementId)
  return badges.map(({ achievementId, imageId, content }) => ({
    achievementId,
    imageId,
    name: inLanguage(content.name, ctx.locale),
    levels: presentLevels(content.levels, ctx.locale).map(({ id, name }) => ({ id, name })),
    remarks: (bank.get(achievementId) ?? []).map(({ remarkId, text }) => ({ remarkId, text })),
  }))
}
export type PresentedBadge = ReturnType<typeof presentBadges>[number]

/** Everybody of the class, for a pupil at the desk who had not asked; the page keeps it when the line drops. `held`: badge → level, or nothing more to pass. */
export function presentRoster({ badgeIds, people }: Standings) {
  return people.map(({ personId, cohorts, cells, ...who }) => ({
    personId,
    name: nameOf(who),
    cohorts,
    held: Object.fromEntries(cells.flatMap(({ state, levelId }, i) => (state === 'passed' || levelId !== null ? [[badgeIds[i]!, levelId]] : []))) as Record<string, string | null>,
  }))
}
export type PresentedPupil = ReturnType<typeof presentRoster>[number]
