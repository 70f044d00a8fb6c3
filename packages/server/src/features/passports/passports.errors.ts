import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  claim_unknown: 400,
  /** Printed for a ceremony: the badge exists once it is published. */
  claim_not_yet: 409,
  claim_expired: 410,
  claim_replaced: 410,
  claim_used: 409,
  claim_for_another: 409,
  claim_needs_account: 409,
  already_has_account: 409,
  no_card_for_them: 422,
  /** An address that did not answer: there is nothing to keep. */
  nothing_answered: 422,
  /** It says that it is a badge, and cannot be read. */
  unreadable_badge: 422,
  nothing_given: 422,
  too_many_files: 422,
  /** A child shows what they hold by hand: no address shows it. */
  shares_from_fifteen: 422,
  share_ends_before_it_begins: 422,
})
