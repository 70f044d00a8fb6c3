import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { latestVersion, voiceCount } from './nomination-sql.ts'
import type { NominationResponse, NominationState } from './nominations.schema.ts'
import { readPeople, type Seen, toStaff } from './read-people.ts'

export type NominationView = 'open' | 'closed'
export type NominationLine = {
  nominationId: string
  nominee: Seen
  isWithoutAccount: boolean
  badge: { achievementId: string; content: AchievementContent; imageId: string }
  state: NominationState
  response: NominationResponse
  voiceCount: number
  updatedAt: Date
}

const SHOWN = 200

/** The dossiers of a structure, for those who decide: what is open first, in the order of the badges, as a jury reads them. */
export async function listNominations(ctx: Ctx, { organizationId, view }: { organizationId: string; view: NominationView }): Promise<NominationLine[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await ctx.db
    .selectFrom('nomination')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['nomination.id', 'nomination.achievement_id', 'person_id', 'nominee_name', 'nominee_function', 'state', 'response', 'updated_at', 'content', 'image_id'])
    .select(voiceCount.as('voice_count'))
    .where('organization_id', '=', organizationId)
    .where('closed_at', view === 'open' ? 'is' : 'is not', null)
    // What nobody let through yet is in the queue; what was withdrawn or set aside was never a dossier for anybody else.
    .$if(view === 'open', (query) => query.where(sql<boolean>`exists (select from nomination_voice where nomination_id = nomination.id and state = 'admitted')`))
    .$if(view === 'closed', (query) => query.where('state', 'in', ['granted', 'not-retained', 'declined']))
    .orderBy(sql`searchable(content -> 'name' ->> 'fr')`)
    .orderBy('voice_count', 'desc')
    .orderBy('nomination.id')
    .limit(SHOWN)
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
      isWithoutAccount: person === undefined,
      badge: { achievementId: row.achievement_id, content: row.content as AchievementContent, imageId: row.image_id },
      // Whoever is proposed learns of it at the ceremony, like everybody.
      state: row.state === 'agreed' && isAsked(ctx, row.person_id) ? 'open' : (row.state as NominationState),
      response: row.response as NominationResponse,
      voiceCount: row.voice_count,
      updatedAt: row.updated_at,
    }
  })
}

const isAsked = ({ actor }: Ctx, personId: string | null) => actor.kind === 'person' && actor.personId === personId
