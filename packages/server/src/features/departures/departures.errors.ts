import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  departure_unknown: 400,
  departure_withdrawn: 410,
  departure_expired: 410,
  departure_declined: 410,
  /** The passport has moved already. */
  departure_done: 409,
  /** Another establishment has asked. */
  departure_asked: 409,
  /** The code of one's own structure. */
  departure_own: 409,
  /** A code to take home is none to hand on. */
  departure_home: 409,
  /** Nobody was ticked. */
  nobody_chosen: 422,
  /** Everybody ticked is being asked for: their codes stay. */
  nothing_to_print: 409,
  too_many_codes: 422,
  destination_unknown: 422,
  /** Nobody said who this is here. */
  who_missing: 422,
  /** Not a pupil of this establishment, or no longer. */
  duplicate_unknown: 422,
  cohort_unknown: 422,
  nothing_asked: 409,
  /** Below fifteen the family agrees before a passport goes home. */
  consent_needed: 409,
  /** An address of one's own comes before leaving. */
  address_needed: 409,
  /** An account with an address, or with a say over others, is not opened by a slip of paper. */
  departure_has_account: 409,
})
