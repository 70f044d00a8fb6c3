import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { type Attachment, listAttachments } from './attachments/list-attachments.ts'
import { latestVersion } from './nomination-sql.ts'
import { type Known, readPeople, type Seen, toOthers, toStaff } from './read-people.ts'

export type Dossier = {
  nominationId: string
  personId: string | null
  nominee: Seen
  isPupil: boolean
  isWithoutAccount: boolean
  badge: { achievementId: string; content: AchievementContent; imageId: string }
  voices: { voiceId: string; author: Seen | undefined; isOfNominee: boolean; deed: string; occasion: string; createdAt: Date; attachments: Attachment[] }[]
  facts: { factId: string; text: string; url: string | null; attachments: Attachment[] }[]
  isClosed: boolean
  /** A grown-up who has not said yes. */
  isUnaccepted: boolean
}

/** Those who decide read names; the jury reads those that an adult lifted; nobody from outside reads the name of a young pupil. */
export type Reader = 'staff' | 'jury' | 'outside'
type Input = {
  organizationId: string
  nominationIds: readonly string[]
  reader: Reader
  /** Photos and files: for grown-ups of the house, who may open them (`readAttachment`), and never on a screen. */
  withAttachments?: boolean
}

/** What those who judge read of dossiers: voices that were let through, and what the nominee added. Whoever calls has made sure that the actor may. */
export async function readDossiers(ctx: Ctx, { organizationId, nominationIds, reader, withAttachments = false }: Input): Promise<Map<string, Dossier>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('nomination')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['nomination.id', 'nomination.achievement_id', 'person_id', 'nominee_name', 'nominee_function', 'response', 'closed_at', 'nomination.is_named', 'content', 'image_id'])
    .where('nomination.id', 'in', nominationIds)
    .where('organization_id', '=', organizationId)
    .execute()
  const voices = await ctx.db
    .selectFrom('nomination_voice')
    .select(['id', 'nomination_id', 'author_id', 'deed', 'occasion', 'is_named', 'created_at'])
    .where('nomination_id', 'in', nominationIds)
    .where('state', '=', 'admitted')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const facts = await ctx.db
    .selectFrom('nomination_fact')
    .select(['id', 'nomination_id', 'text', 'url'])
    .where('nomination_id', 'in', nominationIds)
    .orderBy('created_at')
    .execute()
  const ofVoices = await listAttachments(ctx, { voiceIds: withAttachments ? voices.map(({ id }) => id) : [] })
  const ofFacts = await listAttachments(ctx, { factIds: withAttachments ? facts.map(({ id }) => id) : [] })
  const people = await readPeople(ctx, organizationId, [...rows.map(({ person_id }) => person_id), ...voices.map(({ author_id }) => author_id)])
  const see = (person: Known | undefined, isNamed: boolean) => person && (reader === 'staff' ? toStaff(person) : toOthers(person, isNamed && reader === 'jury'))
  return new Map(
    rows.map((row) => {
      const person = people.get(row.person_id ?? '')
      const ofThis = <T extends { nomination_id: string }>(all: T[]) => all.filter(({ nomination_id }) => nomination_id === row.id)
      const dossier: Dossier = {
        nominationId: row.id,
        personId: row.person_id,
        nominee: see(person, row.is_named) ?? { name: row.nominee_name, title: row.nominee_function, className: null },
        isPupil: person?.isPupil ?? false,
        isWithoutAccount: person === undefined,
        badge: { achievementId: row.achievement_id, content: row.content as AchievementContent, imageId: row.image_id },
        voices: ofThis(voices).map(({ id, author_id, deed, occasion, is_named, created_at }) => ({
          voiceId: id,
          author: see(people.get(author_id ?? ''), is_named),
          isOfNominee: author_id !== null && author_id === row.person_id,
          deed,
          occasion,
          createdAt: created_at,
          attachments: ofVoices.get(id) ?? [],
        })),
        facts: ofThis(facts).map(({ id, text, url }) => ({ factId: id, text, url, attachments: ofFacts.get(id) ?? [] })),
        isClosed: row.closed_at !== null,
        isUnaccepted: person !== undefined && !person.isPupil && row.response !== 'accepted',
      }
      return [row.id, dossier]
    }),
  )
}
