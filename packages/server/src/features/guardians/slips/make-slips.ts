import { sql } from 'kysely'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'
import { lockSharing } from '#features/credentials/index.ts'
import { demand, recordAct } from '#features/organizations/index.ts'
import { newCode } from '#kit/secrets.ts'
import { refuse } from '../guardians.errors.ts'
import { demandPupilHere } from '../pupil-here.ts'
import { factKindOf, hashSlipCode, LIFETIME_DAYS } from './slip-code.ts'

export type MadeSlip = { childId: string; givenName: string; className: string; copy: number; code: string }
type Child = { id: string; given_name: string; family_name: string; birth_date: string | null; class_name: string | null }

/**
 * Codes for papers to print: a copy for each guardian, one or two. A paper printed before and not opened yet is void from now on; one that was answered
 * stays, since it is how its guardian comes back. Who decides alone gets none.
 */
export async function makeSlips(ctx: Ctx, input: { organizationId: string; childIds: readonly string[]; copies: number }): Promise<MadeSlip[]> {
  const { organizationId, copies } = input
  await demand(ctx, 'issue', organizationId)
  const childIds = [...new Set(input.childIds)]
  if (childIds.length === 0) throw refuse('nobody_chosen')
  return transaction(ctx, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`family slips:${organizationId}`}, 0))`.execute(ctx.db)
    const children = await selectPupils(ctx, organizationId, childIds)
    if (children.length < childIds.length) throw refuse('child_unknown')
    const answered = await listAnswered(ctx, organizationId, childIds)
    const made: MadeSlip[] = []
    for (const child of children.filter((child) => mayGetSlip(ctx, child)))
      for (let copy = 1; copy <= copies; copy++)
        if (!answered.has(`${child.id} ${copy}`)) made.push({ ...present(child), copy, code: await makeSlip(ctx, { organizationId, childId: child.id, copy, replacesId: null }) })
    if (made.length === 0) throw refuse('nothing_to_print')
    await recordAct(ctx, { organizationId, act: 'guardians.slips-printed', subject: { slips: made.length, children: new Set(made.map(({ childId }) => childId)).size } })
    return made
  })
}

/** For a guardian who lost paper and password. Whoever opens it takes their place for this child. */
export async function renewSlip(ctx: Ctx, { organizationId, guardianshipId }: { organizationId: string; guardianshipId: string }): Promise<MadeSlip[]> {
  await demand(ctx, 'issue', organizationId)
  return transaction(ctx, async (ctx) => {
    const guardianship = await ctx.db.selectFrom('guardianship').select('child_id').where('id', '=', guardianshipId).where('ended_at', 'is', null).executeTakeFirst()
    if (!guardianship) throw refuse('child_unknown')
    const { child_id: childId } = guardianship
    await lockSharing(ctx, childId)
    await demandPupilHere(ctx, { organizationId, childId })
    const [child] = await selectPupils(ctx, organizationId, [childId])
    if (!child || !mayGetSlip(ctx, child)) throw refuse('nothing_to_print')
    await ctx.db
      .updateTable('guardian_slip')
      .set({ void_at: ctx.now() })
      .where('void_at', 'is', null)
      .where((where) =>
        where.or([where('replaces_id', '=', guardianshipId), where.and([where('guardianship_id', '=', guardianshipId), where('organization_id', '=', organizationId)])]),
      )
      .execute()
    const code = await makeSlip(ctx, { organizationId, childId, copy: 1, replacesId: guardianshipId })
    await recordAct(ctx, { organizationId, act: 'guardians.slip-renewed', subject: { childId, guardianshipId } })
    return [{ ...present(child), copy: 1, code }]
  })
}

async function makeSlip(ctx: Ctx, slip: { organizationId: string; childId: string; copy: number; replacesId: string | null }): Promise<string> {
  const code = newCode()
  const now = ctx.now()
  if (!slip.replacesId)
    await ctx.db
      .updateTable('guardian_slip')
      .set({ void_at: now })
      .where('organization_id', '=', slip.organizationId)
      .where('child_id', '=', slip.childId)
      .where('copy', '=', slip.copy)
      .where('replaces_id', 'is', null)
      .where('void_at', 'is', null)
      .execute()
  await ctx.db
    .insertInto('guardian_slip')
    .values({
      id: ctx.newId(),
      organization_id: slip.organizationId,
      child_id: slip.childId,
      copy: slip.copy,
      replaces_id: slip.replacesId,
      code_hash: hashSlipCode(ctx, code),
      created_by: ctx.actor.kind === 'system' ? null : requirePerson(ctx).personId,
      created_at: now,
      expires_at: new Date(now.getTime() + LIFETIME_DAYS * 86_400_000),
    })
    .execute()
  return code
}

const present = ({ id, given_name, class_name }: Child) => ({ childId: id, givenName: given_name, className: class_name ?? '' })

/** A child, or a pupil whose age nobody knows, of whom the school knows one thing that is not on the paper. */
const mayGetSlip = (ctx: Ctx, { birth_date, family_name }: Child): boolean =>
  (birth_date === null || isUnder15(birth_date, ctx.now())) && factKindOf({ birthDate: birth_date, familyName: family_name }) !== undefined

/** Copies that a guardian has opened: `<child> <copy>`. */
async function listAnswered(ctx: Ctx, organizationId: string, childIds: string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('guardian_slip')
    .innerJoin('guardianship', 'guardianship.id', 'guardian_slip.guardianship_id')
    .select(['guardian_slip.child_id', 'copy'])
    .where('guardian_slip.organization_id', '=', organizationId)
    .where('guardian_slip.child_id', 'in', childIds)
    .where('void_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.map(({ child_id, copy }) => `${child_id} ${copy}`))
}

async function selectPupils(ctx: Ctx, organizationId: string, childIds: string[]): Promise<Child[]> {
  const rows = await ctx.db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id', 'given_name', 'family_name', sql<string | null>`birth_date::text`.as('birth_date')])
    .select(
      sql<string | null>`(select string_agg(cohort.name, ', ' order by cohort.name) from cohort_member join cohort on cohort.id = cohort_member.cohort_id
        where cohort_member.person_id = person.id and cohort_member.left_at is null and cohort.organization_id = membership.organization_id
          and cohort.kind = 'class' and cohort.archived_at is null)`.as('class_name'),
    )
    .where('membership.organization_id', '=', organizationId)
    .where('is_pupil', '=', true)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('person.id', 'in', childIds)
    .execute()
  const byName = new Intl.Collator('fr')
  return rows.sort((a, b) => byName.compare(a.family_name, b.family_name) || byName.compare(a.given_name, b.given_name))
}
