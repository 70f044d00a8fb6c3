import type { Ctx } from '#ctx'
import { text, texts } from '#kit/read-form.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import type { Verdict } from '../practice.schema.ts'
import type { Programme } from '../programmes/enter-programme.ts'

/** A verdict as a form has it, whether it comes from the page or from what waited on a phone. */
export const receiveVerdict = (ctx: Ctx, { id }: Programme, form: FormData) =>
  judgeAttempt(ctx, {
    programmeId: id,
    personId: text(form, 'personId'),
    achievementId: text(form, 'achievementId'),
    attemptId: text(form, 'attemptId'),
    // What is not a verdict is refused by the schema, which names the field.
    verdict: text(form, 'verdict') as Verdict,
    remarkIds: texts(form, 'remarkIds').flatMap((ids) => ids.split(',').filter(Boolean)),
    advice: text(form, 'advice'),
    levelId: text(form, 'levelId'),
    key: text(form, 'key'),
    judgedAt: text(form, 'judgedAt') || undefined,
  })
