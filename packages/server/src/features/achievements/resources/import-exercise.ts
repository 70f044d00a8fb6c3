import type { Ctx } from '#ctx'
import { refuse } from '../achievements.errors.ts'
import type { Place } from './change-resources.ts'
import { ExchangedExercise } from './exchange.schema.ts'
import { addResource } from './save-resource.ts'

/** Adds an exercise that was exported here or elsewhere. */
export async function importExercise(ctx: Ctx, { text, ...place }: Place & { text: string }): Promise<{ resourceId: string }> {
  const read = ExchangedExercise.safeParse(parseJson(text))
  if (!read.success) throw refuse('exercise_unreadable')
  const { title, hint, exercise } = read.data
  return addResource(ctx, { ...place, content: { kind: 'exercise', title, hint, exercise } })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('exercise_unreadable')
  }
}
