import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { findGivenVersion } from '#features/achievements/index.ts'
import { findLevelProblem } from '#features/credentials/index.ts'
import { refuse } from '../ceremonies.errors.ts'
import { AddGuestInput, AddPeopleInput, MAX_CITATION, MAX_RECIPIENTS } from '../ceremony.schema.ts'
import { listPlaces, lockOpenCeremony, savePlaces } from './ceremony-rows.ts'
import { listAgreed } from './list-agreed.ts'
import { groupByClass, LAST } from './order.ts'

type Row = {
  nomination_id?: string | null
  achievement_id: string
  level_id: string | null
  person_id: string | null
  name?: string
  citation: string
}

/** Dossiers that were agreed and wait: what was written as the reason becomes the sentence that is read out, as long as it is short enough to be one. */
export async function addDossiers(ctx: Ctx, { ceremonyId, nominationIds }: { ceremonyId: string; nominationIds: readonly string[] }): Promise<{ count: number }> {
  return transaction(ctx, async (ctx) => {
    const { organization_id } = await lockOpenCeremony(ctx, ceremonyId)
    if (nominationIds.length === 0) throw refuse('nobody_chosen')
    const agreed = new Map((await listAgreed(ctx, organization_id, { isFree: false })).map((dossier) => [dossier.nominationId, dossier]))
    const chosen = [...new Set(nominationIds)].map((id) => {
      const dossier = agreed.get(id)
      if (!dossier) throw refuse('dossier_unknown')
      return dossier
    })
    return addRows(
      ctx,
      ceremonyId,
      chosen.map(({ nominationId, achievementId, levelId, personId, name, reason }) => ({
        nomination_id: nominationId,
        achievement_id: achievementId,
        level_id: levelId,
        person_id: personId,
        name: personId ? '' : name,
        citation: reason.length <= MAX_CITATION ? reason : '',
      })),
    )
  })
}

/** A badge for people who were picked, a class for instance. Those who are on the list for it already stay where they are. */
export async function addPeople(ctx: Ctx, input: z.input<typeof AddPeopleInput>): Promise<{ count: number }> {
  const { ceremonyId, achievementId, levelId, personIds, citation } = AddPeopleInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const { organization_id } = await lockOpenCeremony(ctx, ceremonyId)
    if (personIds.length === 0) throw refuse('nobody_chosen')
    await demandBadge(ctx, organization_id, achievementId, levelId)
    await demandMembers(ctx, organization_id, personIds)
    return addRows(
      ctx,
      ceremonyId,
      [...new Set(personIds)].map((person_id) => ({ achievement_id: achievementId, level_id: levelId ?? null, person_id, citation })),
    )
  })
}

/** Somebody without an account, by name: they receive a card. */
export async function addGuest(ctx: Ctx, input: z.input<typeof AddGuestInput>): Promise<{ count: number }> {
  const { ceremonyId, achievementId, levelId, name, citation } = AddGuestInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const { organization_id } = await lockOpenCeremony(ctx, ceremonyId)
    await demandBadge(ctx, organization_id, achievementId, levelId)
    return addRows(ctx, ceremonyId, [{ achievement_id: achievementId, level_id: levelId ?? null, person_id: null, name, citation }])
  })
}

async function demandBadge(ctx: Ctx, organizationId: string, achievementId: string, levelId: string | undefined): Promise<void> {
  const version = await findGivenVersion(ctx, { organizationId, achievementId })
  if (!version) throw refuse('badge_unknown')
  const problem = findLevelProblem(version.content, levelId)
  if (problem) throw refuse(problem)
}

async function demandMembers(ctx: Ctx, organizationId: string, personIds: readonly string[]): Promise<void> {
  const known = await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', 'in', [...personIds])
    .where('left_at', 'is', null)
    .execute()
  if (new Set(known.map(({ person_id }) => person_id)).size < new Set(personIds).size) throw refuse('person_unknown')
}

/** At the end of their class, by name; a pupil is shown by the first name, until somebody says otherwise. */
async function addRows(ctx: Ctx, ceremonyId: string, rows: readonly Row[]): Promise<{ count: number }> {
  const before = await listPlaces(ctx, ceremonyId)
  if (before.length + rows.length > MAX_RECIPIENTS) throw refuse('too_many_recipients', { max: MAX_RECIPIENTS })
  const people = await describe(ctx, ceremonyId, rows)
  const byName = new Intl.Collator('fr')
  const sorted = rows
    .map((row) => ({ row, about: people.get(row.person_id ?? '') }))
    .sort((a, b) => byName.compare(a.about?.sortName ?? a.row.name ?? '', b.about?.sortName ?? b.row.name ?? ''))
  const added = await ctx.db
    .insertInto('ceremony_recipient')
    .values(
      sorted.map(({ row, about }, index) => ({
        ...row,
        id: ctx.newId(),
        ceremony_id: ceremonyId,
        class_name: about?.className ?? '',
        display: about?.isPupil ? 'first-name' : 'full',
        position: LAST + index,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  await savePlaces(
    ctx,
    groupByClass(await listPlaces(ctx, ceremonyId)).flatMap(([, people]) => people),
  )
  return { count: added.length }
}

type About = { sortName: string; className: string; isPupil: boolean }

async function describe(ctx: Ctx, ceremonyId: string, rows: readonly Row[]): Promise<Map<string, About>> {
  const ids = rows.flatMap(({ person_id }) => person_id ?? [])
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('person')
    .innerJoin('ceremony', (join) => join.on('ceremony.id', '=', ceremonyId))
    .leftJoin('membership', (join) => join.onRef('membership.person_id', '=', 'person.id').onRef('membership.organization_id', '=', 'ceremony.organization_id'))
    .select(['person.id', 'given_name', 'family_name', 'is_pupil'])
    .select(
      sql<string | null>`(select cohort.name from cohort_member join cohort on cohort.id = cohort_id
        where cohort_member.person_id = person.id and cohort.organization_id = ceremony.organization_id and cohort_member.left_at is null
          and kind = 'class' and archived_at is null order by cohort.name limit 1)`.as('class_name'),
    )
    .where('person.id', 'in', ids)
    .execute()
  return new Map(
    found.map(({ id, given_name, family_name, is_pupil, class_name }) => [
      id,
      { sortName: `${family_name} ${given_name}`, className: class_name ?? '', isPupil: is_pupil ?? false },
    ]),
  )
}
