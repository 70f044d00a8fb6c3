import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import type { Place } from './change-resources.ts'
import { readOwn } from './resource-rows.ts'
import { addResource } from './save-resource.ts'

/** The same exercise once more, to make another of it. `copied` says in its title that it is the second. */
export async function duplicateExercise(ctx: Ctx, input: Place & { resourceId: string; copied: (title: string) => string }): Promise<{ resourceId: string }> {
  const { resourceId, copied, ...place } = input
  const resource = (await readOwn(ctx, place)).find((known) => known.resourceId === resourceId)
  if (!resource?.exercise) throw refuse('not_found')
  const { title, hint, isPublic, exercise } = resource
  return addResource(ctx, { ...place, content: { kind: 'exercise', title: { ...title, fr: copied(title.fr).slice(0, 120) }, hint, isPublic, exercise } })
}
