import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { readMates } from './mates.ts'

export type DescribedHelp = { toId: string; kind: 'help-received' | 'help-given'; name: string; badge: AchievementContent['name']; path: string }

/** For the notice to the other one: who noted it, called as in the class. Nothing once it is settled, or when they are in one class no more. */
export async function describeHelp(ctx: Ctx, helpId: string): Promise<DescribedHelp | undefined> {
  const help = await ctx.db
    .selectFrom('help_given')
    .selectAll()
    .select((eb) =>
      eb.selectFrom('achievement_version').select('content').whereRef('achievement_id', '=', 'help_given.achievement_id').orderBy('number', 'desc').limit(1).as('content'),
    )
    .where('id', '=', helpId)
    .executeTakeFirst()
  if (!help || help.confirmed_at || help.declined_at) return undefined
  const toId = help.noted_by === help.helper_id ? help.helped_id : help.helper_id
  const mates = await readMates(ctx, { programmeId: help.programme_id, personId: toId })
  const noter = mates.find(({ personId }) => personId === help.noted_by)
  if (!noter) return undefined
  const { name } = help.content as AchievementContent
  return {
    toId,
    kind: toId === help.helped_id ? 'help-received' : 'help-given',
    name: noter.name,
    badge: name,
    path: `/me/practice/${help.programme_id}/${help.achievement_id}#help`,
  }
}
