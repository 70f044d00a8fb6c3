import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Neither somebody of the structure nor a name. */
  nobody_named: 422,
  /** Not somebody who works here today. */
  person_unknown: 422,
  /** No badge was ticked. */
  nothing_chosen: 422,
})
