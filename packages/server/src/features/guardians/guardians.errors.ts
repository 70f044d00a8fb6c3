import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  slip_unknown: 400,
  slip_void: 410,
  slip_expired: 410,
  /** Too many wrong answers: whoever found it learns nothing more. */
  slip_blocked: 410,
  slip_used: 409,
  /** Somebody must have opened it before one comes back with it. */
  slip_unused: 409,
  /** What only the family knows was not that. */
  fact_wrong: 422,
  /** The paper replaces one of somebody else who is signed in. */
  slip_for_another: 409,
  /** Neither a child nor a pupil consents for a child. */
  guardian_is_pupil: 403,
  too_many_guardians: 409,
  /** A child entered twice, whose family has answered for the second entry. */
  duplicate_has_guardians: 409,
  /** They decide alone now. */
  child_of_age: 409,
  /** Not a pupil of this structure. */
  child_unknown: 404,
  nobody_chosen: 422,
  /** Nobody chosen may get such a paper: they decide alone, or it was answered already. */
  nothing_to_print: 409,
  signed_in_future: 422,
})
