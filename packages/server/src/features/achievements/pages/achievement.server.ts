import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../achievement.schema.ts'
import { listAdoptions } from '../adoption/list-adopters.ts'
import { shareWithNetwork } from '../adoption/share-with-network.ts'
import { archiveAchievement, unarchiveAchievement } from '../archive-achievement.ts'
import { compareContents } from '../compare-contents.ts'
import { discardDraft } from '../discard-draft.ts'
import { findSimilar } from '../find-similar.ts'
import { type AchievementDetails, getAchievement } from '../get-achievement.ts'
import { publishVersion } from '../publish-version.ts'
import { startNewVersion } from '../start-new-version.ts'
import { presentBody } from './present-body.ts'

/** One badge as its structure sees it: what is written, what is missing, what is published. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { organization, can, achievement } = await enterAchievement(ctx, params)
    const { draft, versions } = achievement
    const shown = draft ?? versions[0]!
    const name = inLanguage(shown.content.name, ctx.locale)
    return {
      title: translate(ctx.locale)('achievements:inner.page_title', { name: name || translate(ctx.locale)('achievements:list.unnamed') }),
      locale: ctx.locale,
      organization,
      can,
      achievementId: achievement.achievementId,
      isArchived: achievement.isArchived,
      isShared: achievement.isShared,
      adoptions: (await listAdoptions(ctx, achievement.achievementId)).map((adoption) => ({
        key: `${adoption.organizationId} ${adoption.adoptedAt.toISOString()}`,
        name: adoption.name,
        version: adoption.version,
        since: formatDay(adoption.adoptedAt, ctx.locale),
        until: adoption.endedAt && formatDay(adoption.endedAt, ctx.locale),
      })),
      comparison: draft && versions[0] ? compareContents(versions[0].content, draft.content) : null,
      missing: draft?.missing ?? [],
      isDraft: draft !== null,
      body: presentBody(ctx, shown.content, shown.imageId),
      versions: versions.map(({ versionId, number, publishedAt }) => ({ versionId, number, publishedAt })),
      similar: draft ? await findSimilar(ctx, { name: draft.content.name.fr, exceptId: achievement.achievementId }) : [],
    }
  })
}

/** A badge of this very structure; another's is not found here. */
export async function enterAchievement(ctx: Ctx, params: { slug?: string; achievementId?: string }, action: 'view' | 'design' = 'view') {
  const { organization, can } = await enterOrganization(ctx, params.slug!, action)
  const achievement: AchievementDetails = await getAchievement(ctx, params.achievementId!)
  if (achievement.organizationId !== organization.id) throw refuse('not_found')
  return { organization, can, achievement }
}

const CHANGES = {
  publish: publishVersion,
  'new-version': startNewVersion,
  discard: discardDraft,
  archive: archiveAchievement,
  unarchive: unarchiveAchievement,
  share: (ctx: Ctx, achievementId: string) => shareWithNetwork(ctx, { achievementId, isShared: true }),
  unshare: (ctx: Ctx, achievementId: string) => shareWithNetwork(ctx, { achievementId, isShared: false }),
} as const

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const list = `/organizations/${params.slug}/achievements`
  const here = `${list}/${params.achievementId}`
  return orProblemPage(request, async () => {
    await enterAchievement(ctx, params, 'design')
    const intent = String(form.get('intent')) as keyof typeof CHANGES
    if (!Object.hasOwn(CHANGES, intent)) throw refuse('invalid_input')
    return formAction(form, async () => {
      const outcome = await CHANGES[intent](ctx, params.achievementId!)
      if (intent === 'new-version') return redirect(`${here}/edit?done=new-version`)
      const isGone = outcome !== undefined && 'isGone' in outcome && outcome.isGone
      return redirect(`${isGone ? list : here}?done=${intent}`)
    })
  })
}
