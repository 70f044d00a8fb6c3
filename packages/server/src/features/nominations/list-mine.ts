import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { type Attachment, listAttachments } from './attachments/list-attachments.ts'
import { latestVersion, voiceCount } from './nomination-sql.ts'
import type { NominationResponse, NominationState, VoiceState } from './nominations.schema.ts'
import { readPeople, type Seen, toOthers } from './read-people.ts'

type Shared = { nominationId: string; organizationName: string; badge: { content: AchievementContent; imageId: string }; state: NominationState }
/** A dossier about whoever asks. */
export type AboutMe = Shared & { response: NominationResponse; voiceCount: number }
/** A voice of whoever asks. `reason` is why it was set aside. */
export type MyVoice = Shared & {
  voiceId: string
  voiceState: VoiceState
  nominee: Seen
  isMe: boolean
  isClosed: boolean
  reason: string | null
  attachments: Attachment[]
  again: Again | undefined
}
/** Where proposing them again begins. */
export type Again = { organizationSlug: string; achievementId: string; nominee: { personId: string } | { name: string; function: string } }

const SHOWN = 100

/** What a person is proposed for, once somebody let it through. For themselves only. */
export async function listAboutMe(ctx: Ctx): Promise<AboutMe[]> {
  const { personId } = requirePerson(ctx)
  const rows = await shared(ctx)
    .select('response')
    .select(voiceCount.as('voice_count'))
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
    .select([
      'nomination_voice.id as voice_id',
      'nomination_voice.state as voice_state',
      'organization_id',
      'person_id',
      'nominee_name',
      'nominee_function',
      'closed_at',
      'nomination.is_named',
      'slug',
      'achievement_version.achievement_id',
    ])
    .select(sql<string | null>`(select reason from nomination_decision where voice_id = nomination_voice.id and decision = 'voice-set-aside' limit 1)`.as('reason'))
    .where('author_id', '=', personId)
    .where('nomination_voice.state', '<>', 'withdrawn')
    .orderBy('nomination_voice.created_at', 'desc')
    .limit(SHOWN)
    .execute()
  const attachments = await listAttachments(ctx, { voiceIds: rows.map(({ voice_id }) => voice_id) })
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
        nominee: person ? toOthers(person, row.is_named) : { name: row.nominee_name, title: row.nominee_function, className: null },
        isMe: row.person_id === personId,
        isClosed: row.closed_at !== null,
        reason: row.reason,
        attachments: attachments.get(row.voice_id) ?? [],
        again: row.voice_state === 'set-aside' || row.state === 'not-retained' ? againOf(row) : undefined,
      })
    }
  }
  return voices
}

type Row = { slug: string; achievement_id: string; person_id: string | null; nominee_name: string; nominee_function: string }

const againOf = ({ slug, achievement_id, person_id, nominee_name, nominee_function }: Row): Again => ({
  organizationSlug: slug,
  achievementId: achievement_id,
  nominee: person_id ? { personId: person_id } : { name: nominee_name, function: nominee_function },
})

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
