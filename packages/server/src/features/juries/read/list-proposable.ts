import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { DB } from '#db/schema.ts'
import type { AchievementContent } from '#features/achievements/index.ts'
import { latestVersion, readPeople, type Seen, toStaff, voiceCount } from '#features/nominations/index.ts'
import { demand } from '#features/organizations/index.ts'

export type Proposable = {
  nominationId: string
  nominee: Seen
  badge: { achievementId: string; content: AchievementContent; imageId: string }
  voiceCount: number
  /** The last séance that sent it back or left it undecided. */
  returnedFrom: Date | null
}

/** Open, let through, and on no other table. */
export const readyForJury = ({ and, not, exists, selectFrom, ref }: ExpressionBuilder<DB, 'nomination'>) =>
  and([
    sql<boolean>`${ref('nomination.state')} = 'open' and ${ref('nomination.closed_at')} is null`,
    exists(selectFrom('nomination_voice').select('nomination_voice.id').whereRef('nomination_id', '=', 'nomination.id').where('nomination_voice.state', '=', 'admitted')),
    not(exists(selectFrom('jury_dossier').select('jury_dossier.id').whereRef('nomination_id', '=', 'nomination.id').where('jury_dossier.closed_at', 'is', null))),
  ])

export const returnedFrom = sql<Date | null>`(select starts_at from jury_dossier earlier join jury on jury.id = earlier.jury_id
  where earlier.nomination_id = nomination.id and earlier.closed_at is not null order by starts_at desc limit 1)`

/** What could be put on the table: first what came back from an earlier séance, then badge by badge. */
export async function listProposable(ctx: Ctx, organizationId: string): Promise<Proposable[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await ctx.db
    .selectFrom('nomination')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['nomination.id', 'nomination.achievement_id', 'person_id', 'nominee_name', 'nominee_function', 'content', 'image_id'])
    .select(returnedFrom.as('returned_from'))
    .select(voiceCount.as('voice_count'))
    .where('organization_id', '=', organizationId)
    .where((where) => readyForJury(where as never))
    .orderBy(sql`${returnedFrom} is null`)
    .orderBy(sql`searchable(content -> 'name' ->> 'fr')`)
    .orderBy('voice_count', 'desc')
    .orderBy('nomination.id')
    .limit(300)
    .execute()
  const people = await readPeople(
    ctx,
    organizationId,
    rows.map(({ person_id }) => person_id),
  )
  return rows.map((row) => {
    const person = people.get(row.person_id ?? '')
    return {
      nominationId: row.id,
      nominee: person ? toStaff(person) : { name: row.nominee_name, title: row.nominee_function, className: null },
      badge: { achievementId: row.achievement_id, content: row.content as AchievementContent, imageId: row.image_id },
      voiceCount: row.voice_count,
      returnedFrom: row.returned_from,
    }
  })
}
