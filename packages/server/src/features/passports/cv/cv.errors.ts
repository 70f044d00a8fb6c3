import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Another window saved it after this one was opened: nothing is overwritten unasked. */
  cv_changed_meanwhile: 409,
  too_many_cvs: 422,
})
