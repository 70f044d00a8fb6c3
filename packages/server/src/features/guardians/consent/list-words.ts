import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { type Decision, type Relation, SCOPES, type Scope } from '../guardians.schema.ts'

/** The last word of one person on one matter. */
export type Word = {
  childId: string
  scope: Scope
  decision: Decision
  /** What `withdrawForFamily` calls them. */
  deciderKey: string
  guardianId: string | null
  name: string
  relation: Relation | null
  signedOn: string | null
  /** The school wrote it down for them. */
  isRecordedBySchool: boolean
  at: Date
}

/** For verbs that know that they may. Whoever is no guardian any more has no word. */
export async function listWords(ctx: Ctx, childIds: readonly string[]): Promise<Word[]> {
  if (childIds.length === 0) return []
  const { rows } = await sql<Word>`
    select distinct on (consent_decision.child_id, scope, consent_decision.guardianship_id, signer_key)
      consent_decision.child_id as "childId", scope, decision, coalesce(signer_key, guardianship.id::text) as "deciderKey", guardian_id as "guardianId",
      coalesce(signer_name, trim(given_name || ' ' || family_name)) as name, relation, signed_on::text as "signedOn",
      consent_decision.organization_id is not null as "isRecordedBySchool", recorded_at as at
    from consent_decision
      left join guardianship on guardianship.id = consent_decision.guardianship_id
      left join person on person.id = guardianship.guardian_id
    where consent_decision.child_id = any(${childIds}) and guardianship.ended_at is null
    order by consent_decision.child_id, scope, consent_decision.guardianship_id, signer_key, number desc`.execute(ctx.db)
  return rows
}

/** What holds on one matter, and since when: the no that closes, or the yes that opens. */
export type Standing = { state: 'given' | 'withdrawn' | 'unanswered'; at: Date | null }

/** What holds on every matter. */
export const standingsOf = (words: readonly Word[]): Record<Scope, Standing> => forEachScope((scope) => standingOf(words, scope))

export const forEachScope = <T>(of: (scope: Scope) => T): Record<Scope, T> => Object.fromEntries(SCOPES.map((scope) => [scope, of(scope)])) as Record<Scope, T>

/** As `family_allows` says it, for pages. */
export function standingOf(words: readonly Word[], scope: Scope): Standing {
  const said = words.filter((word) => word.scope === scope)
  const state = said.some(({ decision }) => decision === 'withdrawn') ? 'withdrawn' : said.length > 0 ? 'given' : 'unanswered'
  const times = said.filter(({ decision }) => decision === state).map(({ at }) => at.getTime())
  return { state, at: times.length > 0 ? new Date(state === 'given' ? Math.min(...times) : Math.max(...times)) : null }
}
