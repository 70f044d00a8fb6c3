// Where everybody stands in a programme: one reading for the lesson, the grid, the pupil's page and the booklet.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { inParis } from '#kit/paris-time.ts'
import { type Exception, type PeriodProgress, progressOf } from '../browser/progress.ts'
import type { CellState } from '../practice.schema.ts'
import { readBadges, readPeriods } from '../programmes/get-programme.ts'
import { formerParticipants, participants } from '../programmes/participants.ts'

/** `at`: when it was passed, asked for, or last advised. `attemptId`: the one that waits. */
export type Cell = { state: CellState; at: Date | null; levelId: string | null; attemptId: string | null }
export type Standing = { personId: string; givenName: string; familyName: string; cohorts: string[]; cells: Cell[]; periods: PeriodProgress[] }
export type Standings = { badgeIds: string[]; people: Standing[] }

/** `isFormer`: of somebody who took part and has left, as far as they came. */
type Only = { personId?: string; personIds?: readonly string[] | undefined; isFormer?: boolean }
type Which = { programmeId: string; personIds: readonly string[] | null; isFormer: boolean }
const who = ({ programmeId, personIds, isFormer }: Which) => (isFormer ? formerParticipants(programmeId, personIds ?? []) : participants(programmeId))
/** Of everybody, or of those who were named. */
const isAsked = ({ personIds }: Which, column: string) => sql<boolean>`(${personIds}::uuid[] is null or ${sql.ref(column)} = any (${personIds}::uuid[]))`

const NOTHING: Cell = { state: 'none', at: null, levelId: null, attemptId: null }

/** In the order of family names; nobody stands above anybody. The caller has asked who may see them. */
export async function readStandings(ctx: Ctx, programmeId: string, only: Only = {}): Promise<Standings> {
  const which: Which = { programmeId, personIds: only.personIds ?? (only.personId ? [only.personId] : null), isFormer: only.isFormer ?? false }
  const [badges, periods, people, passed, attempts, exceptions] = await Promise.all([
    readBadges(ctx, programmeId),
    readPeriods(ctx, programmeId),
    readPeople(ctx, which),
    readPassed(ctx, which),
    readLatest(ctx, which),
    readExceptions(ctx, which),
  ])
  const badgeIds = badges.map(({ achievementId }) => achievementId)
  const today = inParis(ctx.now()).day
  const cellOf = (key: string): Cell => {
    const held = passed.get(key)
    const latest = attempts.get(key)
    const cell: Cell = held ? { state: 'passed', at: held.at, levelId: held.levelId, attemptId: null } : NOTHING
    if (latest?.isOpen) return { ...cell, state: 'ready', at: latest.at, attemptId: latest.attemptId }
    if (!held && latest?.verdict === 'to-rework') return { ...cell, state: 'to-rework', at: latest.at }
    return cell
  }
  return {
    badgeIds,
    people: people.map((person) => {
      const keys = badgeIds.map((badgeId) => `${person.personId}/${badgeId}`)
      const days = keys.flatMap((key) => passed.get(key)?.firstDay ?? [])
      return { ...person, cells: keys.map(cellOf), periods: progressOf(periods, exceptions.get(person.personId) ?? [], days, today) }
    }),
  }
}

async function readPeople(ctx: Ctx, which: Which) {
  const { rows } = await sql<Omit<Standing, 'cells' | 'periods'>>`
    select person.id as "personId", given_name as "givenName", family_name as "familyName", cohorts
    from (${who(which)}) participant join person on person.id = participant.person_id
    where ${isAsked(which, 'person.id')}`.execute(ctx.db)
  const byName = new Intl.Collator('fr')
  return rows.sort((a, b) => byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName))
}

type Passed = { at: Date; firstDay: string; levelId: string | null }

/** Badges of the programme that people hold today, from whichever structure: what was earned elsewhere counts here. */
async function readPassed(ctx: Ctx, which: Which): Promise<Map<string, Passed>> {
  const { rows } = await sql<{ key: string } & Passed>`
    select distinct on (credential.person_id, credential.achievement_id)
      credential.person_id || '/' || credential.achievement_id as key, credential.issued_at as at, credential.level_id as "levelId",
      (min(coalesce(attempt.judged_at, credential.issued_at)) over (partition by credential.person_id, credential.achievement_id) at time zone 'Europe/Paris')::date::text as "firstDay"
    from credential
    join programme_badge badge on badge.achievement_id = credential.achievement_id and badge.programme_id = ${which.programmeId}
    join (${who(which)}) participant on participant.person_id = credential.person_id
    left join attempt on attempt.credential_id = credential.id
    where credential.revoked_at is null and (credential.valid_until is null or credential.valid_until > ${ctx.now()})
      and ${isAsked(which, 'credential.person_id')}
    order by credential.person_id, credential.achievement_id, credential.issued_at desc`.execute(ctx.db)
  return new Map(rows.map((row) => [row.key, row]))
}

type Latest = { attemptId: string; isOpen: boolean; verdict: string | null; at: Date }

async function readLatest(ctx: Ctx, which: Which): Promise<Map<string, Latest>> {
  const { rows } = await sql<{ key: string } & Latest>`
    select distinct on (person_id, achievement_id)
      person_id || '/' || achievement_id as key, id as "attemptId", verdict is null as "isOpen", verdict, coalesce(judged_at, ready_at) as at
    from attempt
    where programme_id = ${which.programmeId} and withdrawn_at is null and ${isAsked(which, 'person_id')}
    order by person_id, achievement_id, verdict is null desc, judged_at desc, id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.key, row]))
}

async function readExceptions(ctx: Ctx, which: Which): Promise<Map<string, Exception[]>> {
  const rows = await ctx.db
    .selectFrom('programme_exception')
    .innerJoin('programme_period', 'programme_period.id', 'period_id')
    .select(['period_id as periodId', 'person_id as personId', 'programme_exception.required', sql<string | null>`programme_exception.ends_on::text`.as('endsOn')])
    .where('programme_id', '=', which.programmeId)
    .where(isAsked(which, 'person_id'))
    .execute()
  return Map.groupBy(rows, (row) => row.personId)
}
