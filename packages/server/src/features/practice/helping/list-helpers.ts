import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { inParis } from '#kit/paris-time.ts'
import { holds } from './is-holder.ts'
import { type Mate, readMates } from './mates.ts'

/**
 * Those of one's class who hold the badge and offer help today. Their order turns with the day and with who looks:
 * nobody is always first, and nothing that could be counted decides.
 */
export async function listHelpers(ctx: Ctx, which: { programmeId: string; achievementId: string; personId: string }): Promise<Mate[]> {
  const { programmeId, achievementId, personId } = which
  const { day } = inParis(ctx.now())
  const [mates, { rows }] = await Promise.all([
    readMates(ctx, which),
    sql<{ personId: string }>`
      select person_id as "personId" from help_offer
      where programme_id = ${programmeId} and achievement_id = ${achievementId} and stopped_at is null
        and ${holds({ achievementId, personId: sql.ref('help_offer.person_id'), now: ctx.now() })}
      order by md5(${`${day} ${personId} `}::text || person_id::text)`.execute(ctx.db),
  ])
  return rows.flatMap((offer) => mates.find((mate) => mate.personId === offer.personId) ?? [])
}
