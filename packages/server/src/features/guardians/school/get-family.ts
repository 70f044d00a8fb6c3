import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '../guardians.errors.ts'
import type { Decision, Scope } from '../guardians.schema.ts'
import { demandPupilHere } from '../pupil-here.ts'
import { type Family, readFamilies } from './list-families.ts'

export type HistoryLine = { scope: Scope; decision: Decision; name: string; signedOn: string | null; recordedBy: string | null; at: Date }
export type FamilyDetails = Family & { history: HistoryLine[] }

/** One pupil: who answered, what was said when, and who wrote it down. Never an address of a guardian. */
export async function getFamily(ctx: Ctx, input: { organizationId: string; childId: string }): Promise<FamilyDetails> {
  await demandPupilHere(ctx, input)
  const [family] = await readFamilies(ctx, input.organizationId, [input.childId])
  if (!family) throw refuse('child_unknown')
  const { rows } = await sql<HistoryLine>`
    select scope, decision, coalesce(signer_name, trim(guardian.given_name || ' ' || guardian.family_name)) as name, signed_on::text as "signedOn",
      case when consent_decision.organization_id is not null then trim(staff.given_name || ' ' || staff.family_name) end as "recordedBy", recorded_at as at
    from consent_decision
      left join guardianship on guardianship.id = guardianship_id
      left join person guardian on guardian.id = guardianship.guardian_id
      left join person staff on staff.id = recorded_by
    where consent_decision.child_id = ${input.childId}
    order by number desc`.execute(ctx.db)
  return { ...family, history: rows }
}
