import { sql } from 'kysely'
import { asSystem, type Ctx, requirePerson } from '#ctx'
import { type HeldCredential, isProtected, listHeld } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import type { Decision, Scope } from '../guardians.schema.ts'
import { demandGuardian } from './demand-guardian.ts'
import { forEachScope, listWords, type Standing, standingsOf } from './list-words.ts'

export type ChildStructure = { slug: string; name: string; email: string | null; className: string }
export type Child = {
  childId: string
  givenName: string
  structures: ChildStructure[]
  /** From fifteen on the pupil decides, and who was a guardian sees what they are shown. */
  decidesAlone: boolean
  isShown: boolean
  standing: Record<Scope, Standing>
  /** What the signed-in person said, and whether another said no. */
  mine: Partial<Record<Scope, Decision>>
  isClosedByOther: Record<Scope, boolean>
  badges: HeldCredential[]
}

/** All the children of the signed-in person, wherever they go to school. */
export async function listChildren(ctx: Ctx): Promise<Child[]> {
  const { personId } = requirePerson(ctx)
  const rows = await ctx.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.child_id')
    .select(['child_id', 'given_name', 'shown_at'])
    .where('guardian_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('given_name')
    .orderBy('guardianship.id')
    .execute()
  const words = await listWords(
    ctx,
    rows.map(({ child_id }) => child_id),
  )
  return Promise.all(
    rows.map(async ({ child_id: childId, given_name, shown_at }) => {
      const decidesAlone = !(await isProtected(ctx, childId))
      const isShown = !decidesAlone || shown_at !== null
      const said = words.filter((word) => word.childId === childId)
      return {
        childId,
        givenName: given_name,
        structures: decidesAlone ? [] : await listStructures(ctx, childId),
        decidesAlone,
        isShown,
        standing: standingsOf(said),
        mine: Object.fromEntries(said.filter(({ guardianId }) => guardianId === personId).map(({ scope, decision }) => [scope, decision])),
        isClosedByOther: forEachScope((scope) => said.some((word) => word.scope === scope && word.decision === 'withdrawn' && word.guardianId !== personId)),
        badges: isShown ? (await listHeld(asSystem(ctx), childId)).filter(({ response }) => response !== 'declined') : [],
      }
    }),
  )
}

export async function getChild(ctx: Ctx, childId: string): Promise<Child> {
  await demandGuardian(ctx, childId)
  const child = (await listChildren(ctx)).find((one) => one.childId === childId)
  if (!child) throw refuse('not_found')
  return child
}

/** Whether the menu has an entry for them. */
export async function hasChildren(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false
  return (
    (await ctx.db.selectFrom('guardianship').select('id').where('guardian_id', '=', ctx.actor.personId).where('ended_at', 'is', null).limit(1).executeTakeFirst()) !== undefined
  )
}

async function listStructures(ctx: Ctx, childId: string): Promise<ChildStructure[]> {
  const { rows } = await sql<ChildStructure>`
    select slug, organization.name, email, coalesce((select string_agg(cohort.name, ', ' order by cohort.name)
      from cohort_member join cohort on cohort.id = cohort_id
      where cohort_member.person_id = membership.person_id and cohort_member.left_at is null
        and cohort.organization_id = organization.id and kind = 'class' and cohort.archived_at is null), '') as "className"
    from membership join organization on organization.id = membership.organization_id
    where membership.person_id = ${childId} and is_pupil and left_at is null
    order by organization.name`.execute(ctx.db)
  return rows
}
