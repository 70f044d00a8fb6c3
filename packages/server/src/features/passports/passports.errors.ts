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
  /** To show, follow, announce, congratulate: from 15 on. */
  circle_from_fifteen: 422,
  /** It knows already. */
  structure_gave_it: 409,
  /** Not accepted, taken back by its issuer, or it does not verify. */
  badge_not_showable: 409,
  /** Only what is open to all is told of. */
  announce_needs_sharing: 409,
  /** They want no congratulations, or none of this person. */
  not_congratulable: 409,
  /** It showed something once. */
  share_over: 410,
  /** A page or a CV is no picture for a mail or another site. */
  share_shows_badges_only: 422,
})
