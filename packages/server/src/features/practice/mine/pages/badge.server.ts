import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { inLanguage, levelName, presentLevels, renderMarkdown } from '#features/achievements/index.ts'
import { refuse } from '#kit/errors.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { withdrawReady } from '../../attempts/ask-ready.ts'
import { getMyHelping } from '../../helping/get-my-helping.ts'
import { actOnHelp } from '../../helping/pages/act-on-help.ts'
import { type Advice, getMyBadge, type MyPreparation } from '../get-my-badge.ts'
import { receiveReady } from '../receive-ready.ts'
import { sayMoment, saySince } from './present.ts'

/** What the badge asks, what helps to get ready, and what the teachers said. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const which = { programmeId: params.programmeId!, achievementId: params.achievementId! }
    const mine = await getMyBadge(ctx, which)
    const { badge, programme, waiting, cohorts } = mine
    const { content } = badge
    const say = (text: { fr: string; en?: string | undefined }) => inLanguage(text, ctx.locale)
    const name = say(content.name)
    const helping = await getMyHelping(ctx, which)
    const [latest, ...before] = mine.history.map((advice) => presentAdvice(advice, mine, ctx.locale))
    return {
      title: translate(ctx.locale)('mine:badge.page_title', { name, programme: programme.name }),
      ...which,
      programmeName: programme.name,
      isArchived: programme.archived_at !== null,
      name,
      description: say(content.description),
      criteriaHtml: renderMarkdown(say(content.criteria)),
      levels: presentLevels(content.levels, ctx.locale),
      nextLevel: mine.nextLevels[0] ? say(mine.nextLevels[0].name) : null,
      imageId: badge.imageId,
      imageAlt: say(content.imageAlt),
      state: badge.state,
      cell: mine.states[which.achievementId]!,
      states: mine.states,
      level: levelName(content, badge.levelId, ctx.locale),
      first: badge.missing.map(({ achievementId, content: { name } }) => ({ achievementId, name: say(name) })),
      canAsk: mine.canAsk,
      waiting: waiting && { selfAssessment: waiting.selfAssessment, ...saySince(waiting.since, ctx.now(), ctx.locale) },
      credentialId: mine.credentialId,
      // For a moment of joy when one comes back to the page soon after.
      isFresh: badge.state === 'passed' && badge.at !== null && ctx.now().getTime() - badge.at.getTime() < FRESH_MS,
      latest: latest ?? null,
      before,
      resources: mine.resources.map((resource) => ({
        resourceId: resource.resourceId,
        kind: resource.kind,
        title: say(resource.title),
        hint: say(resource.hint),
        progress: resource.progress,
      })),
      helping: { ...helping, progress: helping.progress && { ...helping.progress, name: say(helping.progress.name) }, cohort: cohorts.length === 1 ? cohorts[0]! : null },
    }
  })
}

const FRESH_MS = 10 * 60_000

function presentAdvice({ attemptId, verdict, at, teacher, advice, levelId, remarks }: Advice, { resources, badge }: MyPreparation, locale: 'fr' | 'en') {
  return {
    attemptId,
    verdict,
    day: sayMoment(at, locale),
    teacher,
    advice,
    level: levelName(badge.content, levelId, locale),
    remarks: remarks.map(({ text, resourceId }) => {
      const resource = resources.find((other) => other.resourceId === resourceId)
      return { text, resource: resource ? { resourceId: resource.resourceId, kind: resource.kind, title: inLanguage(resource.title, locale) } : null }
    }),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const which = { programmeId: params.programmeId!, achievementId: params.achievementId! }
  const here = `/me/practice/${which.programmeId}/${which.achievementId}`
  return orProblemPage(request, () =>
    formAction(form, async () => {
      switch (form.get('intent')) {
        case 'ready':
          await receiveReady(ctx, which.programmeId, form)
          return redirect(here)
        case 'withdraw':
          await withdrawReady(ctx, which)
          return redirect(`${here}?done=withdrawn`)
        default: {
          const done = await actOnHelp(ctx, which, form)
          if (!done) throw refuse('invalid_input')
          return redirect(`${here}?done=${done}#help`)
        }
      }
    }),
  )
}
