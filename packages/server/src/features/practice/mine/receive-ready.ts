import type { Ctx } from '#ctx'
import { text } from '#kit/read-form.ts'
import { askReady } from '../attempts/ask-ready.ts'
import type { SelfAssessment } from '../practice.schema.ts'

/** « Je suis prêt·e » as a form has it, whether it comes from the page or from what waited on a phone. */
export const receiveReady = (ctx: Ctx, programmeId: string, form: FormData) =>
  askReady(ctx, {
    programmeId,
    achievementId: text(form, 'achievementId'),
    // What is none of the three is refused by the schema, which names the field.
    selfAssessment: (text(form, 'selfAssessment') || undefined) as SelfAssessment | undefined,
    key: text(form, 'key') || undefined,
  })
