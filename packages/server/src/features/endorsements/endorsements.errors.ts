import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Revoked, declined by its holder, or one that does not verify: there is nothing to support. */
  badge_not_endorsable: 422,
  /** Not somebody whom the holder may ask. */
  not_askable: 422,
  /** An address that is not written to: its reader said so, or it is a child's. Which of both is nobody's business. */
  address_not_askable: 422,
  /** One's own. */
  own_word: 422,
  /** A child asks the grown-ups of their school. */
  asks_own_school: 422,
  already_asked: 409,
  request_closed: 409,
  reminded_already: 409,
  too_early_to_remind: 409,
  already_answered: 409,
  /** The words would name a child. */
  names_a_child: 422,
  may_not_sign_for: 403,
  endorsement_withdrawn: 410,
})
