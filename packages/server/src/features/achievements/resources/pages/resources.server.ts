import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { fileOf, readForm } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { duplicateExercise } from '../duplicate-exercise.ts'
import { importExercise } from '../import-exercise.ts'
import { listOwnResources } from '../list-own-resources.ts'
import { raiseResource } from '../move-resource.ts'
import { removeResource } from '../remove-resource.ts'
import { enterResources } from './enter-resources.ts'
import { presentResource } from './present-resource.ts'

/** What a structure added to a badge, in its order. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { place, ...entered } = await enterResources(ctx, params, 'view')
    const own = await listOwnResources(ctx, place)
    return {
      title: translate(ctx.locale)('resources:manage.page_title', { name: entered.badge.name }),
      ...entered,
      achievementId: place.achievementId,
      resources: own.map((resource) => presentResource(ctx, resource)),
    }
  })
}

const MAX_FORM_BYTES = 256 * 1024

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { place, here } = await enterResources(ctx, params, 'design')
    return formAction(new FormData(), async () => {
      const form = await readForm(request, MAX_FORM_BYTES)
      if (!form) throw refuse('invalid_input')
      const [intent, resourceId = ''] = String(form.get('intent')).split(':')
      switch (intent) {
        case 'raise':
          await raiseResource(ctx, { ...place, resourceId })
          return redirect(here)
        case 'remove':
          await removeResource(ctx, { ...place, resourceId })
          return redirect(`${here}?done=removed`)
        case 'duplicate': {
          const copied = (title: string) => translate(ctx.locale)('resources:manage.copy_of', { title })
          const copy = await duplicateExercise(ctx, { ...place, resourceId, copied })
          return redirect(`${here}/${copy.resourceId}?done=duplicated`)
        }
        case 'import': {
          const imported = await importExercise(ctx, { ...place, text: (await fileOf(form, 'file')?.text()) ?? '' })
          return redirect(`${here}/${imported.resourceId}?done=imported`)
        }
        default:
          throw refuse('invalid_input')
      }
    })
  })
}
