import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { createPerson, isUnder15 } from '#features/accounts/index.ts'
import { addChild, decideForChild, makeSlips, recordPaper, withdrawForFamily } from '#features/guardians/index.ts'
import { answeredByPhone, answeredOnPaper, demonstrationParent, papers } from './families.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'

type Codes = Map<string, string>

/** Papers for two classes, and a few answers of each kind. */
export async function answerFamilies(ctx: Ctx, network: Network): Promise<void> {
  const codes: Codes = new Map()
  for (const { structure, className, by, daysAgo } of papers) {
    const printing = personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), daysAgo))
    const childIds = await listYoung(ctx, network, className)
    for (const { childId, code } of await makeSlips(printing, { organizationId: known(network.organizationIds, structure), childIds, copies: 1 })) codes.set(childId, code)
  }
  await answerAsParent(ctx, network, codes)
  for (const { className, place, givenName, relation, yes, no, daysAgo } of answeredByPhone) {
    const childId = pupilAt(network, className, place)
    const { family_name: familyName } = await readChild(ctx, childId)
    const { personId } = await createPerson(ctx, { givenName, familyName })
    const guardian = personAt(ctx, personId, schoolDay(ctx.now(), daysAgo))
    await open(guardian, { code: known(codes, childId), childId, relation })
    for (const scope of yes) await decideForChild(guardian, { childId, scope, decision: 'given' })
    for (const scope of no) await decideForChild(guardian, { childId, scope, decision: 'withdrawn' })
  }
  await writeDownPapers(ctx, network, codes)
}

async function answerAsParent(ctx: Ctx, network: Network, codes: Codes): Promise<void> {
  const { address, givenName, familyName, children } = demonstrationParent
  const { personId } = await createPerson(ctx, { givenName, familyName, email: { address, isVerified: true } })
  network.personIds.set(address, personId)
  for (const { pupil, className, yes, daysAgo } of children) {
    const childId = typeof pupil === 'string' ? known(network.personIds, pupil) : pupilAt(network, className, pupil)
    const guardian = personAt(ctx, personId, schoolDay(ctx.now(), daysAgo))
    await open(guardian, { code: known(codes, childId), childId, relation: 'mother' })
    for (const scope of yes) await decideForChild(guardian, { childId, scope, decision: 'given' })
  }
}

async function writeDownPapers(ctx: Ctx, network: Network, codes: Codes): Promise<void> {
  for (const { className, place, givenName, yes, withdrawn, daysAgo } of answeredOnPaper) {
    const { structure, by } = papers.find((paper) => paper.className === className)!
    const childId = pupilAt(network, className, place)
    // Late in the school year some have turned fifteen, and decide alone.
    if (!codes.has(childId)) continue
    const shared = { organizationId: known(network.organizationIds, structure), childId }
    const day = schoolDay(ctx.now(), daysAgo)
    const writing = personAt(ctx, known(network.personIds, by), day)
    const signer = `${givenName} ${(await readChild(ctx, childId)).family_name}`
    await recordPaper(writing, {
      ...shared,
      signer,
      signedOn: schoolDay(ctx.now(), daysAgo + 1)
        .toISOString()
        .slice(0, 10),
      scopes: [...yes],
      decision: 'given',
    })
    for (const scope of withdrawn) {
      const { signer_key } = await ctx.db.selectFrom('consent_decision').select('signer_key').where('child_id', '=', childId).where('scope', '=', scope).executeTakeFirstOrThrow()
      await withdrawForFamily(personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), 3)), { ...shared, scope, deciderKey: signer_key! })
    }
  }
}

const open = async (guardian: Ctx, { code, childId, relation }: { code: string; childId: string; relation: 'mother' | 'father' }) =>
  addChild(guardian, { code, fact: (await readChild(guardian, childId)).birth_date, relation, declares: 'yes' }, '')

const pupilAt = (network: Network, className: string, place: number): string => known(new Map(known(network.pupilIds, className).entries()), place)

const readChild = (ctx: Ctx, childId: string) =>
  ctx.db
    .selectFrom('person')
    .select(['family_name', sql<string>`birth_date::text`.as('birth_date')])
    .where('id', '=', childId)
    .executeTakeFirstOrThrow()

/** Everybody of the class who does not decide alone yet. */
async function listYoung(ctx: Ctx, network: Network, className: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', sql<string | null>`birth_date::text`.as('birth_date')])
    .where('cohort_id', '=', known(network.cohortIds, className))
    .execute()
  return rows.filter(({ birth_date }) => isUnder15(birth_date, ctx.now())).map(({ id }) => id)
}
