import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { latestVersion } from './list-nominations.ts'
import type { NominationResponse, NominationState, VoiceState } from './nominations.schema.ts'
import { readPeople, type Seen, toOthers } from './read-people.ts'

type Shared = { nominationId: string; organizationName: string; badge: { content: AchievementContent; imageId: string }; state: NominationState }
/** A dossier about whoever asks. */
export type AboutMe = Shared & { response: NominationResponse; voiceCount: number }
/** A voice of whoever asks. `reason` is why it was set aside. */
export type MyVoice = Shared & { voiceId: string; voiceState: VoiceState; nominee: Seen; isMe: boolean; isClosed: boolean; reason: string | null }

const SHOWN = 100

/** What a person is proposed for, once somebody let it through. For themselves only. */
export async function listAboutMe(ctx: Ctx): Promise<AboutMe[]> {
  const { personId } = requirePerson(ctx)
  const rows = await shared(ctx)
    .select('response')
    .select(sql<number>`(select count(*)::int from nomination_voice where nomination_id = nomination.id and state = 'admitted')`.as('voice_count'))
    .where('person_id', '=', personId)
    .where(sql<boolean>`exists (select from nomination_voice where nomination_id = nomination.id and state = 'admitted')`)
    .orderBy(sql`closed_at is not null`)
    .orderBy('updated_at', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => ({ ...present(row), response: row.response as NominationResponse, voiceCount: row.voice_count }))
}

/** The voices that a person gave, the latest first, without those they took back. */
export async function listMyVoices(ctx: Ctx): Promise<MyVoice[]> {
  const { personId } = requirePerson(ctx)
  const rows = await shared(ctx)
    .innerJoin('nomination_voice', 'nomination_voice.nomination_id', 'nomination.id')
    .select(['nomination_voice.id as voice_id', 'nomination_voice.state as voice_state', 'organization_id', 'person_id', 'nominee_name', 'nominee_function', 'closed_at'])
    .select(sql<string | null>`(select reason from nomination_decision where voice_id = nomination_voice.id and decision = 'voice-set-aside' limit 1)`.as('reason'))
    .where('author_id', '=', personId)
    .where('nomination_voice.state', '<>', 'withdrawn')
    .orderBy('nomination_voice.created_at', 'desc')
    .limit(SHOWN)
    .execute()
  const voices: MyVoice[] = []
  for (const [organizationId, ofOne] of Map.groupBy(rows, (row) => row.organization_id)) {
    const people = await readPeople(
      ctx,
      organizationId,
      ofOne.map(({ person_id }) => person_id),
    )
    for (const row of ofOne) {
      const person = people.get(row.person_id ?? '')
      voices.push({
        ...present(row),
        voiceId: row.voice_id,
        voiceState: row.voice_state as VoiceState,
        nominee: person ? toOthers(person) : { name: row.nominee_name, title: row.nominee_function, className: null },
        isMe: row.person_id === personId,
        isClosed: row.closed_at !== null,
        reason: row.reason,
      })
    }
  }
  return voices
}

const shared = (ctx: Ctx) =>
  ctx.db
    .selectFrom('nomination')
    .innerJoin('organization', 'organization.id', 'nomination.organization_id')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['nomination.id', 'organization.name as organization_name', 'content', 'image_id', 'nomination.state'])

const present = (row: { id: string; organization_name: string; content: unknown; image_id: string; state: string }): Shared => ({
  nominationId: row.id,
  organizationName: row.organization_name,
  badge: { content: row.content as AchievementContent, imageId: row.image_id },
  // An embargo holds until the ceremony.
  state: row.state === 'agreed' ? 'open' : (row.state as NominationState),
})
