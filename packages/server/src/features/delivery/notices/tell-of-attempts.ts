import type { Ctx } from '#ctx'
import { type AchievementContent, nameAtLevel } from '#features/achievements/index.ts'
import { tell } from './tell.ts'

/** To the pupil: what a teacher said, in the words that were said. A mail goes out for the badge itself, and for nothing else: a lesson is no flood. */
export async function tellOfVerdict(ctx: Ctx, { attemptId }: { attemptId: string }): Promise<void> {
  const row = await findAttempt(ctx, attemptId)
  if (!row?.verdict) return
  const content = row.content as AchievementContent
  const [advice] = [...(await readRemarks(ctx, attemptId)), row.advice].filter(Boolean)
  const words = {
    teacher: [row.given_name, row.family_name].filter(Boolean).join(' ') || row.organization,
    badge: { fr: nameAtLevel(content, row.level_id, 'fr'), en: nameAtLevel(content, row.level_id, 'en') },
    ...(advice && { advice }),
  }
  const kind = row.verdict === 'passed' ? 'attempt-passed' : advice ? 'attempt-advised' : 'attempt-to-rework'
  await tell(ctx, { personIds: [row.person_id], kind, words, path: `/me/practice/${row.programme_id}/${row.achievement_id}`, key: `attempt-judged:${attemptId}` })
}

const findAttempt = (ctx: Ctx, attemptId: string) =>
  ctx.db
    .selectFrom('attempt')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .innerJoin('organization', 'organization.id', 'programme.organization_id')
    .innerJoin('achievement_version', 'achievement_version.achievement_id', 'attempt.achievement_id')
    .leftJoin('person as teacher', 'teacher.id', 'judged_by')
    .select(['verdict', 'advice', 'level_id', 'attempt.person_id', 'programme_id', 'attempt.achievement_id', 'content', 'organization.name as organization'])
    .select(['teacher.given_name', 'teacher.family_name'])
    .where('attempt.id', '=', attemptId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const readRemarks = async (ctx: Ctx, attemptId: string): Promise<string[]> =>
  (await ctx.db.selectFrom('attempt_remark').select('text').where('attempt_id', '=', attemptId).orderBy('position').execute()).map(({ text }) => text)
