import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { type AchievementContent, findGivenVersion, getVersion, inLanguage, listPublished, presentLevels } from '#features/achievements/index.ts'
import { enterOrganization, listCohortMembers, listCohorts } from '#features/organizations/index.ts'
import { formAction, orProblemPage, pageCtx, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { prepareBatch } from '../batches/prepare-batch.ts'
import { refuse } from '../credentials.errors.ts'
import { findHeld } from '../find-held.ts'
import { identifyRecipients } from '../identify-recipients.ts'
import { toDay } from './days.ts'
import { readExpiry, readRows, WAYS, type Way } from './read-rows.ts'
import { rewriteList } from './rewrite-list.ts'

/** Steps 1 and 2 at one address: without a badge one is chosen, with one the people are. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params['slug']!, 'issue')
    const search = new URL(request.url).searchParams
    const t = translate(ctx.locale)
    const shared = { organization: { slug: organization.slug, name: organization.name }, can }
    const achievementId = search.get('achievement')
    if (!achievementId) return { ...shared, step: 1 as const, title: t('credentials:issue.choose.title'), badges: await presentBadges(ctx, organization.id), today: today(ctx) }
    const badge = await readBadge(ctx, organization.id, achievementId)
    return {
      ...shared,
      step: 2 as const,
      title: t('credentials:issue.people.page_title', { badge: badge.name }),
      badge,
      ...(await readPeople(ctx, organization.id, badge, search)),
      today: today(ctx),
    }
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return formAction(form, async () => {
    const { organization } = await enterOrganization(ctx, params['slug']!, 'issue')
    const validUntil = readExpiry(form)
    const versionId = String(form.get('versionId'))
    const rows = await readRows(form)
    const { content } = await getVersion(ctx, { versionId })
    const level = readLevel(form, content)
    const { batchId } = await prepareBatch(ctx, {
      organizationId: organization.id,
      versionId,
      // A list may well have a column « niveau » that says something else.
      rows: content.levels.length > 0 ? rows : rows.map(({ level: _level, ...row }) => row),
      ...(level && { level }),
      ...(validUntil && { validUntil }),
    })
    return redirect(`/organizations/${organization.slug}/issue/${batchId}`)
  })
}

/** One level for everybody; a list may say it line by line instead. */
function readLevel(form: FormData, { levels }: Pick<AchievementContent, 'levels'>): string | undefined {
  const level = form.get('level')
  if (typeof level === 'string' && level !== '') return level
  if (levels.length > 0 && form.get('to') !== 'list') throw refuse('level_required')
  return undefined
}

async function presentBadges(ctx: Ctx, organizationId: string) {
  const published = await listPublished(ctx, organizationId)
  return published.map(({ achievementId, content, imageId, adopted }) => ({
    achievementId,
    name: inLanguage(content.name, ctx.locale),
    description: inLanguage(content.description, ctx.locale),
    imageId,
    authorName: adopted?.authorName ?? null,
    levels: content.levels.map(({ name }) => inLanguage(name, ctx.locale)),
  }))
}

async function readBadge(ctx: Ctx, organizationId: string, achievementId: string) {
  const version = await findGivenVersion(ctx, { organizationId, achievementId })
  if (!version) throw data(null, { status: 404 })
  return {
    achievementId,
    versionId: version.versionId,
    name: inLanguage(version.content.name, ctx.locale),
    description: inLanguage(version.content.description, ctx.locale),
    imageId: version.imageId,
    imageAlt: inLanguage(version.content.imageAlt, ctx.locale),
    levels: presentLevels(version.content.levels, ctx.locale),
  }
}

type Badge = Awaited<ReturnType<typeof readBadge>>

async function readPeople(ctx: Ctx, organizationId: string, badge: Badge, search: URLSearchParams) {
  const cohorts = await listCohorts(ctx, organizationId)
  const asked = search.get('to')
  const way: Way = WAYS.find((name) => name === asked) ?? (cohorts.length > 0 ? 'cohort' : 'person')
  const cohort = way === 'cohort' ? cohorts.find(({ id }) => id === search.get('cohort')) : undefined
  const members = cohort ? await listMembers(ctx, organizationId, badge, cohort.id) : []
  const batchId = search.get('batch')
  const list = way === 'list' && batchId ? await rewriteList(ctx, organizationId, batchId) : ''
  const prefilled = { name: search.get('name') ?? '', email: search.get('email') ?? '', list }
  return { way, cohorts, cohort: cohort ?? null, members, areAllTicked: search.get('ticked') !== 'none', prefilled }
}

/** The members of a class, with who holds the badge already, or which of its levels. */
async function listMembers(ctx: Ctx, organizationId: string, { versionId, levels }: Badge, cohortId: string) {
  const members = await listCohortMembers(ctx, cohortId)
  const identified = await identifyRecipients(
    ctx,
    organizationId,
    members.map(({ personId }) => ({ personId, name: '' })),
  )
  const held = await findHeld(ctx, { organizationId, versionId }, identified)
  return members.map(({ personId, givenName, familyName, emails }, i) => ({
    personId,
    name: `${givenName} ${familyName}`.trim(),
    hasEmail: emails.length > 0,
    isHolder: levels.length === 0 && held.find(identified[i]!) !== undefined,
    heldLevels: levels.filter(({ id }) => held.find({ ...identified[i]!, levelId: id }) !== undefined).map(({ name }) => name),
  }))
}

const today = (ctx: Ctx): string => toDay(ctx.now())
