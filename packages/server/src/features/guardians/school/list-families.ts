import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { listWords, type Standing, standingsOf, type Word } from '../consent/list-words.ts'
import type { Relation, Scope } from '../guardians.schema.ts'
import { factKindOf } from '../slips/slip-code.ts'

export type Guardian = { guardianshipId: string; name: string; relation: Relation; declaredAt: Date }
export type PrintedSlip = { slipId: string; copy: number; printedAt: Date; isUsed: boolean; isReplacement: boolean }
export type Family = {
  childId: string
  givenName: string
  familyName: string
  /** Fifteen or more: the family is asked nothing. */
  decidesAlone: boolean
  /** The school knows neither a birth date nor a family name: nothing would prove who opens a paper. */
  lacksFact: boolean
  standing: Record<Scope, Standing>
  words: Word[]
  guardians: Guardian[]
  /** Papers of this structure that are still good. */
  slips: PrintedSlip[]
}

/** A class and what its families answered: facts and dates, in the order of the list. */
export async function listFamilies(
  ctx: Ctx,
  { organizationId, cohortId }: { organizationId: string; cohortId: string },
): Promise<{ cohort: { id: string; name: string }; families: Family[] }> {
  await demand(ctx, 'issue', organizationId)
  const cohort = isUuid(cohortId)
    ? await ctx.db.selectFrom('cohort').select(['id', 'name']).where('id', '=', cohortId).where('organization_id', '=', organizationId).executeTakeFirst()
    : undefined
  if (!cohort) throw refuse('not_found')
  const pupils = await ctx.db.selectFrom('cohort_member').select('person_id').where('cohort_id', '=', cohortId).where('left_at', 'is', null).execute()
  return {
    cohort,
    families: await readFamilies(
      ctx,
      organizationId,
      pupils.map(({ person_id }) => person_id),
    ),
  }
}

/** For verbs that know that they may. Only pupils of the structure come back. */
export async function readFamilies(ctx: Ctx, organizationId: string, childIds: string[]): Promise<Family[]> {
  if (childIds.length === 0) return []
  const [children, words, guardians, slips] = await Promise.all([
    selectChildren(ctx, organizationId, childIds),
    listWords(ctx, childIds),
    selectGuardians(ctx, childIds),
    selectSlips(ctx, organizationId, childIds),
  ])
  const byName = new Intl.Collator('fr')
  return children
    .sort((a, b) => byName.compare(a.family_name, b.family_name) || byName.compare(a.given_name, b.given_name))
    .map((child) => {
      const said = words.filter(({ childId }) => childId === child.id)
      return {
        childId: child.id,
        givenName: child.given_name,
        familyName: child.family_name,
        decidesAlone: child.birth_date !== null && !isUnder15(child.birth_date, ctx.now()),
        lacksFact: factKindOf({ birthDate: child.birth_date, familyName: child.family_name }) === undefined,
        standing: standingsOf(said),
        words: said,
        guardians: guardians.filter(({ childId }) => childId === child.id),
        slips: slips.filter(({ childId }) => childId === child.id),
      }
    })
}

const selectChildren = (ctx: Ctx, organizationId: string, childIds: string[]) =>
  ctx.db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id', 'given_name', 'family_name', sql<string | null>`birth_date::text`.as('birth_date')])
    .where('membership.organization_id', '=', organizationId)
    .where('is_pupil', '=', true)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('person.id', 'in', childIds)
    .execute()

async function selectGuardians(ctx: Ctx, childIds: string[]): Promise<(Guardian & { childId: string })[]> {
  const rows = await ctx.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardian_id')
    .select(['guardianship.id', 'child_id', 'given_name', 'family_name', 'relation', 'declared_at'])
    .where('child_id', 'in', childIds)
    .where('ended_at', 'is', null)
    .orderBy('declared_at')
    .execute()
  return rows.map((row) => ({
    guardianshipId: row.id,
    childId: row.child_id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    relation: row.relation as Relation,
    declaredAt: row.declared_at,
  }))
}

async function selectSlips(ctx: Ctx, organizationId: string, childIds: string[]): Promise<(PrintedSlip & { childId: string })[]> {
  const rows = await ctx.db
    .selectFrom('guardian_slip')
    .select(['id', 'child_id', 'copy', 'created_at', 'used_at', 'replaces_id'])
    .where('organization_id', '=', organizationId)
    .where('child_id', 'in', childIds)
    .where('void_at', 'is', null)
    .orderBy('created_at')
    .orderBy('copy')
    .execute()
  return rows.map((row) => ({
    slipId: row.id,
    childId: row.child_id,
    copy: row.copy,
    printedAt: row.created_at,
    isUsed: row.used_at !== null,
    isReplacement: row.replaces_id !== null,
  }))
}
