import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { type HeldCredential, respondToCredential } from '#features/credentials/index.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { browseCollection, FILTERS, listChoices, type Wanted } from '../collection/browse-collection.ts'
import { isWaiting, keepOnePerBadge } from '../collection/keep-one-per-badge.ts'
import { type CollectedBadge, listCollection } from '../collection/list-collection.ts'
import { arrangeView, isView } from '../collection/pages/arrange-views.ts'
import { presentCard } from '../collection/pages/present-card.ts'
import { findSteps, presentLine } from '../steps.ts'
import { presentHeld } from './present-held.ts'

/** Below that, everything is seen at a glance: nothing to search, nothing to sort. */
const SMALL = 8

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const asked = new URL(request.url).searchParams
  const wanted = readWanted(asked)
  const all = await listCollection(ctx, ctx.actor.personId)
  const held = all.flatMap((badge) => (badge.held ? [badge.held] : []))
  const answered = held.filter((credential) => !isWaiting(credential))
  const kept = keepOnePerBadge(all)
  const isFiltered = Object.values(wanted).some(Boolean)
  const found = isFiltered ? browseCollection(kept, wanted) : kept
  const view = asked.get('view')
  const isSmall = kept.length <= SMALL
  const lineOf = (credential: HeldCredential) => {
    const steps = findSteps(answered, credential.achievementId)
    return steps && presentLine(steps, ctx.locale)
  }
  const present = (badge: CollectedBadge) => presentCard(isSmall ? badge : { ...badge, sentence: '' }, ctx.locale, badge.held && lineOf(badge.held))
  return {
    title: translate(ctx.locale)('passports:mine.title'),
    waiting: held.filter(isWaiting).map((credential) => presentHeld(credential, ctx.locale)),
    declined: held.filter(({ response }) => response === 'declined').map((credential) => presentHeld(credential, ctx.locale)),
    wanted,
    view: isView(view) ? view : ('gallery' as const),
    isSmall,
    isFiltered,
    total: kept.length,
    found: found.length,
    choices: isSmall ? null : listChoices(kept),
    groups: arrangeView(isView(view) ? view : 'gallery', found, { locale: ctx.locale, present }),
  }
}

const readWanted = (asked: URLSearchParams): Wanted => {
  const read = (name: string) => (asked.get(name) ?? '').trim().slice(0, 300)
  return { q: read('q'), ...(Object.fromEntries(FILTERS.map((filter) => [filter, read(filter)])) as Omit<Wanted, 'q'>) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      const response = form.get('response') === 'declined' ? 'declined' : 'accepted'
      await respondToCredential(ctx, { credentialId: String(form.get('credentialId')), response })
      return redirect(`/me/badges?done=${response}`)
    }),
  )
}
