import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { type Attachment, listAttachments } from './attachments/list-attachments.ts'
import { latestVersion } from './nomination-sql.ts'
import { readPeople, type Seen, toStaff } from './read-people.ts'

export type WaitingVoice = {
  voiceId: string
  nominee: Seen
  author: Seen | undefined
  badgeContent: AchievementContent
  deed: string
  occasion: string
  wishesName: boolean
  attachments: Attachment[]
  createdAt: Date
}

const SHOWN = 50

/** What pupils wrote and nobody has read yet, the oldest first; what is about whoever asks is for somebody else to read. */
export async function listWaitingVoices(ctx: Ctx, organizationId: string): Promise<WaitingVoice[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await ctx.db
    .selectFrom('nomination_voice')
    .innerJoin('nomination', 'nomination.id', 'nomination_id')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['nomination_voice.id', 'author_id', 'deed', 'occasion', 'nomination_voice.created_at', 'person_id', 'nominee_name', 'nominee_function', 'content', 'wishes_name'])
    .where('organization_id', '=', organizationId)
    .where('nomination_voice.state', '=', 'waiting')
    .where('closed_at', 'is', null)
    .$if(ctx.actor.kind === 'person', (query) => query.where('person_id', 'is distinct from', (ctx.actor as { personId: string }).personId))
    .orderBy('nomination_voice.created_at')
    .orderBy('nomination_voice.id')
    .limit(SHOWN)
    .execute()
  const people = await readPeople(
    ctx,
    organizationId,
    rows.flatMap(({ author_id, person_id }) => [author_id, person_id]),
  )
  const attachments = await listAttachments(ctx, { voiceIds: rows.map(({ id }) => id) })
  return rows.map((row) => {
    const person = people.get(row.person_id ?? '')
    const author = people.get(row.author_id ?? '')
    return {
      voiceId: row.id,
      nominee: person ? toStaff(person) : { name: row.nominee_name, title: row.nominee_function, className: null },
      author: author && toStaff(author),
      badgeContent: row.content as AchievementContent,
      deed: row.deed,
      occasion: row.occasion,
      wishesName: row.wishes_name && (author?.isProtected ?? false),
      attachments: attachments.get(row.id) ?? [],
      createdAt: row.created_at,
    }
  })
}
