import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** The badge was archived: nobody receives it any more. */
  achievement_archived: 409,
  /** A person who is not of this structure, and was not named by an address. */
  recipient_unknown: 422,
  /** The structure neither defined this badge nor adopted it. */
  badge_not_given: 409,
  /** The badge has levels: which one was reached? */
  level_required: 422,
  /** Not a level of this badge. */
  level_unknown: 422,
  /** The badge has no levels. */
  level_not_expected: 422,
  valid_until_past: 422,
  valid_until_invalid: 422,
  batch_empty: 422,
  nobody_named: 422,
  nobody_ticked: 422,
  list_empty: 422,
  batch_too_large: 413,
  nothing_to_retry: 409,
  /** The same Idempotency-Key came with another request. */
  idempotency_key_reused: 422,
  already_revoked: 409,
  revocation_not_confirmed: 422,
  credential_revoked: 409,
  already_claimed: 409,
  sharing_needs_consent: 403,
})
