import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text, texts } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { addBadges, type Draft, draftOf, inputOf, press, readDraft } from '../../browser/cv-draft.ts'
import { type CollectedBadge, findCollected, listCollection } from '../../collection/list-collection.ts'
import { getCv } from '../read-cvs.ts'
import { saveCv } from '../save-cv.ts'
import { showable } from '../showable.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const cv = await getCv(ctx, params.cvId!)
    const badges = (await listCollection({ ...ctx, locale: cv.locale }, ctx.actor.personId)).filter(({ response }) => response !== 'declined')
    return {
      title: translate(ctx.locale)('cv:edit.title', { title: cv.title }),
      cvId: cv.cvId,
      draft: draftOf(cv),
      readAt: cv.changedAt.toISOString(),
      waiting: badges.filter(({ response }) => response === 'pending').length,
      badges: badges
        .filter(({ response, badgeId }) => response === 'accepted' || cv.badgeIds.includes(badgeId))
        .map((badge) => ({
          badgeId: badge.badgeId,
          name: badge.name,
          issuerName: badge.issuerName,
          sentence: badge.sentence,
          skills: badge.skills.filter(({ kind }) => kind === 'alignment').map(({ name }) => name),
          isShowable: showable(badge),
          imageId: badge.picture && 'imageId' in badge.picture ? badge.picture.imageId : null,
          picture: badge.picture && 'importedId' in badge.picture ? `/me/imports/${badge.badgeId}/picture.png` : null,
        })),
    }
  })

/** Without a script a button for rows comes here as well: the form is drawn again with all that was typed, and nothing is saved yet. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const cvId = params.cvId!
  const intent = text(form, 'intent')
  const draft = await withTicked(form, (badgeIds) => findCollected(ctx, ctx.actor.personId, badgeIds))
  if (intent === 'add-badges') return { draft }
  if (/^(?:add|remove|up|down):/.test(intent)) return { draft: press(draft, intent) }
  const result = await orProblemPage(request, () =>
    formAction(form, async () => {
      const readAt = new Date(text(form, 'readAt'))
      await saveCv(ctx, { cvId, ...inputOf(draft), readAt: intent === 'overwrite' || Number.isNaN(readAt.getTime()) ? undefined : readAt })
      return redirect(`/me/cv/${cvId}?done=saved`)
    }),
  )
  return 'problem' in result ? { problem: result.problem, values: {}, draft } : result
}

/** Badges that are ticked and not added yet count, whatever button was pressed. */
async function withTicked(form: FormData, find: (badgeIds: string[]) => Promise<CollectedBadge[]>): Promise<Draft> {
  const draft = readDraft(form)
  const ticked = texts(form, 'ticked')
  return ticked.length === 0 ? draft : addBadges(draft, await find(ticked))
}
