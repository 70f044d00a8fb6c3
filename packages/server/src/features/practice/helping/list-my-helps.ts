import type { Ctx } from '#ctx'
import { readMates } from './mates.ts'

/** `isAsked`: the other one noted it, and waits for an answer. */
export type OpenHelp = { helpId: string; achievementId: string; name: string; personId: string; isHelper: boolean; isAsked: boolean }

/** Helps of one's own that wait for the word of one of the two, with people of one's class. */
export async function listOpenHelps(ctx: Ctx, { programmeId, personId }: { programmeId: string; personId: string }): Promise<OpenHelp[]> {
  const [mates, rows] = await Promise.all([
    readMates(ctx, { programmeId, personId }),
    ctx.db
      .selectFrom('help_given')
      .select(['id', 'achievement_id', 'helper_id', 'helped_id', 'noted_by'])
      .where('programme_id', '=', programmeId)
      .where((eb) => eb.or([eb('helper_id', '=', personId), eb('helped_id', '=', personId)]))
      .where('confirmed_at', 'is', null)
      .where('declined_at', 'is', null)
      .orderBy('noted_at')
      .orderBy('id')
      .execute(),
  ])
  return rows.flatMap(({ id, achievement_id, helper_id, helped_id, noted_by }) => {
    const isHelper = helper_id === personId
    const mate = mates.find((other) => other.personId === (isHelper ? helped_id : helper_id))
    return mate ? [{ helpId: id, achievementId: achievement_id, ...mate, isHelper, isAsked: noted_by !== personId }] : []
  })
}
