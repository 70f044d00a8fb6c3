import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { inLanguage, listPublished, nameAtLevel } from '#features/achievements/index.ts'
import { listCohortMembers, listCohorts } from '#features/organizations/index.ts'
import { text, texts } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { addDossiers, addGuest, addPeople } from '../planning/add-recipients.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { listAgreed } from '../planning/list-agreed.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'

const WAYS = ['dossiers', 'class', 'guest'] as const

/** Three ways to come on the list: a dossier that was agreed, a badge for a class, somebody without an account. */
export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, organization, ceremony, shared }) => {
    const query = new URL(args.request.url).searchParams
    const dossiers = await listAgreed(ctx, organization.id, { isFree: true })
    const way = WAYS.find((name) => name === query.get('way')) ?? (dossiers.length > 0 ? 'dossiers' : 'class')
    const badges = await listBadges(ctx, organization.id)
    const badge = badges.find(({ achievementId }) => achievementId === query.get('badge')) ?? null
    const cohorts = way === 'class' ? await listCohorts(ctx, organization.id) : []
    const cohort = cohorts.find(({ id }) => id === query.get('cohort')) ?? null
    return {
      ...shared,
      title: titleOf(ctx, 'add', ceremony),
      way,
      badges,
      badge,
      cohorts: cohorts.map(({ id, name, memberCount }) => ({ id, name, memberCount })),
      cohort: cohort && { id: cohort.id, name: cohort.name },
      areAllTicked: query.get('ticked') !== 'none',
      members:
        cohort && badge
          ? await listMembers(ctx, { ceremonyId: ceremony.ceremonyId, cohortId: cohort.id, achievementId: badge.achievementId, hasLevels: badge.levels.length > 0 })
          : [],
      dossiers: dossiers.map(({ nominationId, name, content, imageId, levelId, reason }) => ({
        nominationId,
        name,
        reason,
        imageId,
        badgeName: nameAtLevel(content, levelId, ctx.locale),
      })),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony: { ceremonyId }, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      await add(ctx, ceremonyId, form)
      return redirect(`${home}?done=added`)
    })
  })

function add(ctx: Ctx, ceremonyId: string, form: FormData): Promise<{ count: number }> {
  const common = { ceremonyId, achievementId: text(form, 'badge'), levelId: text(form, 'level'), citation: text(form, 'citation') }
  switch (form.get('way')) {
    case 'dossiers':
      return addDossiers(ctx, { ceremonyId, nominationIds: texts(form, 'nomination') })
    case 'guest':
      return addGuest(ctx, { ...common, name: text(form, 'name') })
    default:
      return addPeople(ctx, { ...common, personIds: texts(form, 'person') })
  }
}

async function listBadges(ctx: Ctx, organizationId: string) {
  const published = await listPublished(ctx, organizationId)
  return published.map(({ achievementId, content, imageId }) => ({
    achievementId,
    imageId,
    name: inLanguage(content.name, ctx.locale),
    levels: content.levels.map(({ id, name }) => ({ value: id, label: inLanguage(name, ctx.locale) })),
  }))
}

type Class = { ceremonyId: string; cohortId: string; achievementId: string; hasLevels: boolean }

/** Who is on the list for the badge, or holds it already, cannot be ticked; of one that has levels, another may be given. */
async function listMembers(ctx: Ctx, { ceremonyId, cohortId, achievementId, hasLevels }: Class) {
  const members = await listCohortMembers(ctx, cohortId)
  if (members.length === 0) return []
  const listed = new Set((await listRecipients(ctx, ceremonyId)).filter((one) => one.achievementId === achievementId).map(({ personId }) => personId))
  const holders = await ctx.db
    .selectFrom('credential')
    .select('person_id')
    .where('achievement_id', '=', achievementId)
    .where(
      'person_id',
      'in',
      members.map(({ personId }) => personId),
    )
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', ctx.now())]))
    .execute()
  const holding = new Set(holders.map(({ person_id }) => person_id))
  return members.map(({ personId, givenName, familyName }) => ({
    personId,
    name: `${givenName} ${familyName}`.trim(),
    standing: listed.has(personId) ? ('listed' as const) : holding.has(personId) && !hasLevels ? ('holds' as const) : ('free' as const),
  }))
}
