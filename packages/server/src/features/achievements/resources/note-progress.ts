import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type Answer, correctAnswer, type Finding } from '../browser/correct-answer.ts'
import { makeVariant } from '../browser/exercise.ts'
import { getResource } from './get-resource.ts'

type Which = { achievementId: string; resourceId: string }
type Step = 'seen' | 'tried' | 'done'

/** Seen, tried, done: each once, with its date, for the person only. Visitors leave no trace. */
export async function noteProgress(ctx: Ctx, { step, ...which }: Which & { step: Step }): Promise<void> {
  const { resourceId } = await getResource(ctx, which)
  await write(ctx, resourceId, step)
}

/** Corrects an answer to one variant, and remembers that it was tried; done, once one was right. */
export async function tryExercise(ctx: Ctx, { seed, answer, ...which }: Which & { seed: number; answer: Answer }): Promise<Finding> {
  const { exercise, resourceId } = await getResource(ctx, which)
  if (!exercise) throw refuse('not_found')
  const finding = correctAnswer(makeVariant(exercise, seed), answer)
  await write(ctx, resourceId, finding.isRight ? 'done' : 'tried')
  return finding
}

async function write(ctx: Ctx, resourceId: string, step: Step): Promise<void> {
  if (ctx.actor.kind !== 'person') return
  const now = ctx.now()
  await sql`
    insert into resource_progress (person_id, resource_id, seen_at, tried_at, done_at)
    values (${ctx.actor.personId}, ${resourceId}, ${now}, ${step === 'seen' ? null : now}, ${step === 'done' ? now : null})
    on conflict (person_id, resource_id) do update set
      tried_at = coalesce(resource_progress.tried_at, excluded.tried_at),
      done_at = coalesce(resource_progress.done_at, excluded.done_at)`.execute(ctx.db)
}
