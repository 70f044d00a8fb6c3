import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Another window saved it after this one was opened: nothing is overwritten unasked. */
  cv_changed_meanwhile: 409,
  too_many_cvs: 422,
  resume_not_given: 422,
  resume_not_json: 422,
  /** A field of the file is not what JSON Resume says, or too long for a CV: its place and why. */
  resume_field: 422,
  /** Nothing that could stand in a record: no badge of Open Badges 3.0 that holds. */
  record_empty: 422,
})
