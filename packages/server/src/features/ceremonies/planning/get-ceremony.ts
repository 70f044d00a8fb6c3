import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { refuse } from '#kit/errors.ts'
import type { Display, Outcome, Photo, Presence } from '../ceremony.schema.ts'
import { findCeremony } from './ceremony-rows.ts'
import { type CeremonyState, stateOf } from './ceremony-state.ts'

export type Ceremony = {
  ceremonyId: string
  organizationId: string
  title: string
  startsAt: Date
  place: string
  state: CeremonyState
  confirmedAt: Date | null
  publishedAt: Date | null
}
export type Recipient = {
  recipientId: string
  nominationId: string | null
  achievementId: string
  levelId: string | null
  content: AchievementContent
  imageId: string
  personId: string | null
  givenName: string
  familyName: string
  isPupil: boolean
  className: string
  citation: string
  handedBy: string
  pronunciation: string
  /** What staff chose. */
  display: Display
  /** What the person asked for in their account. */
  wish: Display | null
  photo: Photo
  presence: Presence
  markedAt: Date | null
  outcome: Outcome
  problem: string | null
  credentialId: string | null
  cardPrintedAt: Date | null
}

export async function getCeremony(ctx: Ctx, { ceremonyId, organizationId }: { ceremonyId: string; organizationId?: string }): Promise<Ceremony> {
  const row = await findCeremony(ctx, ceremonyId)
  if (organizationId !== undefined && row.organization_id !== organizationId) throw refuse('not_found')
  return {
    ceremonyId: row.id,
    organizationId: row.organization_id,
    title: row.title,
    startsAt: row.starts_at,
    place: row.place,
    state: stateOf(row, ctx.now()),
    confirmedAt: row.confirmed_at,
    publishedAt: row.published_at,
  }
}

/** Who receives, in the order of the ceremony. */
export async function listRecipients(ctx: Ctx, ceremonyId: string): Promise<Recipient[]> {
  const { organization_id } = await findCeremony(ctx, ceremonyId)
  const rows = await ctx.db
    .selectFrom('ceremony_recipient as recipient')
    .innerJoin('achievement_version', (join) =>
      join.on(sql<boolean>`achievement_version.id = (select id from achievement_version where achievement_id = recipient.achievement_id order by number desc limit 1)`),
    )
    .leftJoin('person', 'person.id', 'recipient.person_id')
    .selectAll('recipient')
    .select(['content', 'image_id', 'given_name', 'family_name', 'screen_name'])
    .select(sql<boolean>`exists (select from membership where person_id = recipient.person_id and organization_id = ${organization_id} and is_pupil)`.as('is_pupil'))
    .where('ceremony_id', '=', ceremonyId)
    .orderBy('recipient.position')
    .orderBy('recipient.id')
    .execute()
  return rows.map((row) => ({
    recipientId: row.id,
    nominationId: row.nomination_id,
    achievementId: row.achievement_id,
    levelId: row.level_id,
    content: row.content as AchievementContent,
    imageId: row.image_id,
    personId: row.person_id,
    givenName: row.given_name ?? row.name,
    familyName: row.family_name ?? '',
    isPupil: row.is_pupil,
    className: row.class_name,
    citation: row.citation,
    handedBy: row.handed_by,
    pronunciation: row.pronunciation,
    display: row.display as Display,
    wish: row.screen_name as Display | null,
    photo: row.photo as Photo,
    presence: row.presence as Presence,
    markedAt: row.marked_at,
    outcome: row.outcome as Outcome,
    problem: row.problem,
    credentialId: row.credential_id,
    cardPrintedAt: row.card_printed_at,
  }))
}
