import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { inLanguage } from '#features/achievements/index.ts'
import { SUBJECTS } from './personal-data.table-data.ts'

type Row = Record<string, unknown>

/** All that is kept about a person beside their badges and pages, in a form that programs read, with the names of what its ids point at. */
export async function gatherData(ctx: Ctx, personId: string) {
  const person = await getPerson(ctx, personId)
  const { created_at } = await ctx.db.selectFrom('person').select('created_at').where('id', '=', personId).executeTakeFirstOrThrow()
  const rows: Record<string, Row[]> = {}
  for (const [key, { table, by, columns }] of Object.entries(SUBJECTS)) rows[key] = await readRows(ctx, { table, by, columns, personId })
  Object.assign(rows, await readUnderEmbargo(ctx, personId))
  await nameThings(ctx, Object.values(rows).flat())
  return {
    profile: {
      id: personId,
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate,
      locale: person.locale,
      screenName: person.screenName,
      createdAt: created_at,
      addresses: person.emails.map(({ address, isPrimary, isVerified }) => ({ address, isPrimary, isVerified })),
    },
    shares: await readShares(ctx, personId),
    kept: Object.fromEntries(Object.entries(rows).filter(([, found]) => found.length > 0)),
  }
}

type Reading = { table: string; by: string; columns: readonly string[]; personId: string }

const readRows = async (ctx: Ctx, { table, by, columns, personId }: Reading): Promise<Row[]> =>
  (await sql<Row>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)} where ${sql.ref(by)} = ${personId}`.execute(ctx.db)).rows

/**
 * A person is told of a nomination once a voice for them was admitted, of what was agreed when it is public, and of a ceremony when it is over. What others
 * said in their favour is about them; who said it is not theirs.
 */
async function readUnderEmbargo(ctx: Ctx, personId: string): Promise<Record<string, Row[]>> {
  const read = async (query: RawBuilder<Row>) => (await query.execute(ctx.db)).rows
  return {
    nominationsOfMe: await read(sql`
      select id, organization_id, achievement_id, nominee_function, case state when 'agreed' then 'open' else state end as state, response, responded_at, created_at, closed_at, credential_id
      from nomination where person_id = ${personId} and exists (select from nomination_voice where nomination_id = nomination.id and state = 'admitted') order by created_at`),
    voicesForMe: await read(sql`
      select voice.nomination_id, voice.deed, voice.occasion, voice.created_at from nomination_voice voice join nomination on nomination.id = voice.nomination_id
      where nomination.person_id = ${personId} and voice.state = 'admitted' order by voice.created_at`),
    factsIGave: await read(sql`
      select fact.nomination_id, fact.text, fact.url, fact.created_at from nomination_fact fact join nomination on nomination.id = fact.nomination_id
      where nomination.person_id = ${personId} order by fact.created_at`),
    ceremonies: await read(sql`
      select ceremony.title, ceremony.place, ceremony.starts_at, ceremony.organization_id, achievement_id, class_name, citation, pronunciation, display, photo, presence, outcome
      from ceremony_recipient join ceremony on ceremony.id = ceremony_id where person_id = ${personId} and published_at is not null order by starts_at`),
  }
}

/** Their addresses are secrets that open something: labels and ends only. */
async function readShares(ctx: Ctx, personId: string) {
  return ctx.db
    .selectFrom('share')
    .select([
      'scope',
      'badge_ids as badgeIds',
      'folio_id as folioId',
      'cv_id as cvId',
      'purpose',
      'label',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'revoked_at as closedAt',
    ])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
}

const NAMED = { organization_id: 'structure', destination_id: 'destination', achievement_id: 'badge', cohort_id: 'class', programme_id: 'programme' } as const

/** An id says nothing to a person: its name stands beside it. */
async function nameThings(ctx: Ctx, rows: Row[]): Promise<void> {
  const names = await readNames(ctx, rows)
  for (const row of rows)
    for (const [column, word] of Object.entries(NAMED)) {
      const name = typeof row[column] === 'string' ? names.get(row[column]) : undefined
      if (name) row[word] = name
    }
}

async function readNames(ctx: Ctx, rows: Row[]): Promise<Map<string, string>> {
  const idsOf = (...columns: string[]) => [...new Set(rows.flatMap((row) => columns.map((column) => row[column])).filter((id) => typeof id === 'string'))] as string[]
  const names = new Map<string, string>()
  const simple = { organization: idsOf('organization_id', 'destination_id'), cohort: idsOf('cohort_id'), programme: idsOf('programme_id') } as const
  for (const [table, ids] of Object.entries(simple) as ['organization' | 'cohort' | 'programme', string[]][]) {
    if (ids.length === 0) continue
    for (const { id, name } of await ctx.db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()) names.set(id, name)
  }
  const badges = idsOf('achievement_id')
  if (badges.length > 0) {
    const versions = await ctx.db.selectFrom('achievement_version').select(['achievement_id', 'content']).where('achievement_id', 'in', badges).orderBy('number').execute()
    for (const { achievement_id, content } of versions) names.set(achievement_id, inLanguage((content as { name: { fr: string } }).name, ctx.locale))
  }
  return names
}
