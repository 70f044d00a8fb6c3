import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { DB } from '#db/schema.ts'
import type { AchievementContent } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { type CardChoice, MAX_CARDS } from './ceremonies.schema.ts'

export type CardRow = {
  credentialId: string
  personId: string | null
  achievementId: string
  issuedAt: Date
  givenName: string
  familyName: string
  className: string
  isPupil: boolean
  /** Known as staff or member, and not as a pupil anywhere: only they are called by their full name on paper. */
  isAdult: boolean
  content: AchievementContent
  levelId: string | null
  imageId: string
  hasEmail: boolean
  /** When a card that is still good was last printed. */
  printedAt: Date | null
  isClaimed: boolean
}

/** Who may get a paper card, as they would be called: by class, then by name. Revoked badges have none. */
export async function listCards(ctx: Ctx, organizationId: string, choice: CardChoice): Promise<CardRow[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await selectCards(ctx, organizationId)
    .where((where) => chosen(where, choice))
    .orderBy('credential.issued_at', 'desc')
    .limit(MAX_CARDS * 2)
    .execute()
  const byName = new Intl.Collator('fr', { numeric: true })
  return rows
    .map((row) => {
      const [givenName, familyName] = row.given_name ? [row.given_name, row.family_name ?? ''] : splitName(row.recipient_name)
      return {
        credentialId: row.id,
        personId: row.person_id,
        achievementId: row.achievement_id,
        issuedAt: row.issued_at,
        givenName,
        familyName,
        className: row.class_name ?? '',
        isPupil: row.is_pupil,
        isAdult: row.is_adult && !row.is_pupil,
        content: row.content as AchievementContent,
        levelId: row.level_id,
        imageId: row.image_id,
        hasEmail: row.recipient_email !== null || row.has_email,
        printedAt: row.printed_at,
        isClaimed: row.is_claimed,
      }
    })
    .sort((a, b) => byName.compare(a.className, b.className) || byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName))
}

function selectCards(ctx: Ctx, organizationId: string) {
  return (
    ctx.db
      .selectFrom('credential')
      .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
      .leftJoin('person', 'person.id', 'credential.person_id')
      .select([
        'credential.id',
        'credential.person_id',
        'credential.achievement_id',
        'credential.issued_at',
        'credential.recipient_name',
        'credential.recipient_email',
        'credential.level_id',
        'achievement_version.content',
        'achievement_version.image_id',
        'person.given_name',
        'person.family_name',
        sql<string | null>`(select string_agg(cohort.name, ', ' order by cohort.name) from cohort_member join cohort on cohort.id = cohort_member.cohort_id
        where cohort_member.person_id = person.id and cohort_member.left_at is null and cohort.organization_id = credential.organization_id
          and cohort.kind = 'class' and cohort.archived_at is null)`.as('class_name'),
        sql<boolean>`exists (select from membership where person_id = person.id and is_pupil and left_at is null)`.as('is_pupil'),
        sql<boolean>`exists (select from membership where person_id = person.id and not is_pupil and left_at is null)
        and (person.birth_date is null or person.birth_date <= ${ctx.now()}::date - interval '18 years')`.as('is_adult'),
        sql<boolean>`exists (select from person_email where person_id = person.id and verified_at is not null)`.as('has_email'),
        sql<Date | null>`(select max(created_at) from claim where credential_id = credential.id and channel = 'card' and replaced_at is null)`.as('printed_at'),
        sql<boolean>`exists (select from claim where credential_id = credential.id and used_at is not null)`.as('is_claimed'),
      ])
      .where('credential.organization_id', '=', organizationId)
      .where('credential.revoked_at', 'is', null)
      // A pupil who has gone took the passport along: no paper of the former school opens it any more.
      .where(
        sql<boolean>`not exists (select from membership where membership.person_id = credential.person_id and membership.organization_id = credential.organization_id
        and membership.is_pupil and membership.left_at is not null)`,
      )
      // Whose holder closed their account is nobody’s, and not whoever’s finds the paper.
      .where(sql<boolean>`not (credential.person_id is null and credential.recipient_name = '' and credential.response <> 'pending')`)
  )
}

type Tables = Pick<DB, 'credential' | 'achievement_version'> & { person: { [Column in keyof DB['person']]: DB['person'][Column] | null } }

function chosen(where: ExpressionBuilder<Tables, keyof Tables>, { batch, cohort, person, credentials }: CardChoice) {
  if (credentials) return where('credential.id', 'in', credentials.length ? credentials : ['00000000-0000-0000-0000-000000000000'])
  if (batch) return where('credential.batch_id', '=', batch)
  if (person) return where('credential.person_id', '=', person)
  if (cohort) return sql<boolean>`credential.person_id in (select person_id from cohort_member where cohort_id = ${cohort} and left_at is null)`
  // All who cannot be reached by mail and have not been here yet.
  return sql<boolean>`credential.recipient_email is null and credential.response = 'pending'
    and not exists (select from claim where credential_id = credential.id and used_at is not null)
    and not exists (select from person_email where person_id = person.id and verified_at is not null)`
}

/** « PETIT Noé » and « Noé Petit » are both Noé. */
function splitName(name: string): [string, string] {
  const words = name.trim().split(/\s+/)
  const isUpper = (word: string) => word.length > 1 && word === word.toUpperCase()
  const given = words.find((word) => !isUpper(word)) ?? words[0] ?? ''
  return [given, words.filter((word) => word !== given).join(' ')]
}
