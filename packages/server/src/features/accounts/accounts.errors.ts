import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  wrong_sign_in: 422,
  wrong_old_password: 422,
  password_too_short: 422,
  password_too_long: 422,
  password_too_common: 422,
  password_about_you: 422,
  passwords_differ: 422,
  pictures_too_easy: 422,
  link_expired: 410,
  link_of_somebody_else: 403,
  /** A child, or a pupil of unknown age, whose family has not agreed. */
  address_needs_family: 403,
  email_taken: 409,
  email_already_yours: 409,
  email_not_verified: 409,
  email_is_primary: 409,
  too_many_emails: 409,
  not_a_demonstration: 403,
  administrator_exists: 409,
  /** Entered twice, and the second entry is somebody's account. */
  duplicate_has_account: 409,
  /** The only one who administers the network. */
  network_admin_stays: 409,
})
