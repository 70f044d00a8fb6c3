import { randomInt } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { readForm } from '#kit/read-form.ts'
import { isUuid } from '#kit/uuid.ts'
import { formAction, orProblemPage, pageCtx, signedInCtx } from '#web/page.ts'
import { inLanguage } from '../../localized-text.ts'
import { readAnswer, readSeed } from '../answer-form.schema.ts'
import { getResource } from '../get-resource.ts'
import { listResources } from '../list-resources.ts'
import { noteProgress, tryExercise } from '../note-progress.ts'
import { presentResource } from './present-resource.ts'

/** One resource, for whoever may see it: an exercise in one of its variants, a film, a booklet, a page elsewhere. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  return orProblemPage(request, async () => {
    const which = { achievementId: params.achievementId!, resourceId: params.resourceId! }
    const resource = await getResource(ctx, which)
    await noteProgress(ctx, { ...which, step: 'seen' })
    const all = await listResources(ctx, which.achievementId)
    const next = all[all.findIndex(({ resourceId }) => resourceId === resource.resourceId) + 1]
    const query = new URL(request.url).searchParams
    const asked = query.get('variant')
    const programmeId = query.get('programme') ?? ''
    const badge = await ctx.db
      .selectFrom('achievement')
      .select('id')
      .select((eb) => eb.selectFrom('achievement_version').select('content').whereRef('achievement_id', '=', 'achievement.id').orderBy('number', 'desc').limit(1).as('content'))
      .where('id', '=', which.achievementId)
      .executeTakeFirstOrThrow()
    const name = (badge.content as { name?: { fr: string; en?: string } } | null)?.name
    return {
      ...presentResource(ctx, resource),
      badgeName: name ? inLanguage(name, ctx.locale) : null,
      exercise: resource.exercise,
      seed: asked === null ? randomInt(1, 1_000_000) : readSeed(asked),
      nextSeed: randomInt(1, 1_000_000),
      address: resource.address,
      hasCaptions: resource.hasCaptions,
      file: resource.file && { name: resource.file.fileName, megabytes: Math.max(0.1, Math.round(resource.file.size / 100_000) / 10) },
      isSignedIn: ctx.actor.kind === 'person',
      next: next && presentResource(ctx, next),
      // Who came from their programme goes back there.
      back: isUuid(programmeId) ? `/me/practice/${programmeId}/${which.achievementId}` : `/achievements/${which.achievementId}`,
      from: isUuid(programmeId) ? `&programme=${programmeId}` : '',
    }
  })
}

const MAX_FORM_BYTES = 64 * 1024

export async function action({ context, params, request }: ActionFunctionArgs) {
  const which = { achievementId: params.achievementId!, resourceId: params.resourceId! }
  return orProblemPage(request, async () => {
    const resource = await getResource(pageCtx(context), which)
    const form = await readForm(request, MAX_FORM_BYTES)
    if (!form) throw refuse('invalid_input')
    return formAction(form, async () => {
      if (form.get('intent') === 'done') {
        await noteProgress(signedInCtx(context, request), { ...which, step: 'done' })
        const programmeId = new URL(request.url).searchParams.get('programme') ?? ''
        return redirect(`/achievements/${which.achievementId}/resources/${which.resourceId}?done=done${isUuid(programmeId) ? `&programme=${programmeId}` : ''}`)
      }
      if (!resource.exercise) throw refuse('invalid_input')
      const seed = readSeed(form.get('seed'))
      const finding = await tryExercise(pageCtx(context), { ...which, seed, answer: readAnswer(resource.exercise.kind, form) })
      const values = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]))
      return { corrected: { finding, values } }
    })
  })
}
