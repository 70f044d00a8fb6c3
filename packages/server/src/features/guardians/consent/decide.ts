// How one person's word is written down, and what follows at once.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { closeShares, isProtected, lockSharing } from '#features/credentials/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../guardians.errors.ts'
import { consentChanged } from '../guardians.facts.ts'
import type { Decision, Scope } from '../guardians.schema.ts'

/** Who says it: by an account, or with a signature on paper. */
export type Decider = { guardianshipId: string } | { signerKey: string; signerName: string }

type Word = {
  childId: string
  scope: Scope
  decision: Decision
  decider: Decider
  signedOn?: string
  /** The structure that writes it down for the family. */
  organizationId?: string
}

/** In a transaction; the caller has asked whether the actor may. The same word said again changes nothing. */
export async function decide(ctx: Ctx, { childId, scope, decision, decider, signedOn, organizationId }: Word): Promise<void> {
  await lockSharing(ctx, childId)
  if (!(await isProtected(ctx, childId))) throw refuse('child_of_age')
  const who =
    'guardianshipId' in decider ? { guardianship_id: decider.guardianshipId } : { signer_key: decider.signerKey, signer_name: decider.signerName, signed_on: signedOn ?? null }
  if ((await findLastWord(ctx, { childId, scope, decider })) === decision) return
  const number = await settling(ctx, childId, async () => {
    const row = await ctx.db
      .insertInto('consent_decision')
      .values({
        child_id: childId,
        scope,
        decision,
        ...who,
        organization_id: organizationId ?? null,
        recorded_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        recorded_at: ctx.now(),
      })
      .returning('number')
      .executeTakeFirstOrThrow()
    return row.number
  })
  const subject = { childId, scope, ...('guardianshipId' in decider ? decider : { onPaper: 1 }) }
  for (const structure of await listStructures(ctx, childId)) await recordAct(ctx, { organizationId: structure, act: `guardians.consent-${decision}`, subject })
  await ctx.jobs.announce(consentChanged, { number: String(number), childId, scope, decision, isAllowed: await familyAllows(ctx, childId, scope) })
}

/** Runs what changes whose word counts. Whichever way the answer turns, what was shared is closed: nothing becomes public without the child asking anew. */
export async function settling<T>(ctx: Ctx, childId: string, change: () => Promise<T>): Promise<T> {
  const before = await familyAllows(ctx, childId, 'share')
  const outcome = await change()
  if ((await familyAllows(ctx, childId, 'share')) !== before) await closeShares(ctx, childId)
  return outcome
}

export async function familyAllows(ctx: Ctx, childId: string, scope: Scope): Promise<boolean> {
  const { rows } = await sql<{ is_allowed: boolean }>`select family_allows(${childId}, ${scope}) as is_allowed`.execute(ctx.db)
  return rows[0]!.is_allowed
}

async function findLastWord(ctx: Ctx, { childId, scope, decider }: Pick<Word, 'childId' | 'scope' | 'decider'>): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('consent_decision')
    .select('decision')
    .where('child_id', '=', childId)
    .where('scope', '=', scope)
    .where((where) => ('guardianshipId' in decider ? where('guardianship_id', '=', decider.guardianshipId) : where('signer_key', '=', decider.signerKey)))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.decision
}

/** Where the child is a pupil today: each keeps the decision in its log. Always in one order, so that two decisions never wait for each other. */
async function listStructures(ctx: Ctx, childId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('membership')
    .select('organization_id')
    .where('person_id', '=', childId)
    .where('is_pupil', '=', true)
    .where('left_at', 'is', null)
    .orderBy('organization_id')
    .execute()
  return rows.map(({ organization_id }) => organization_id)
}
