import { refusals } from '#kit/errors.ts'

export const refuseOrganization = refusals({
  slug_taken: 409,
  unknown_commune: 422,
  /** Several places bear what was typed, or none: the page asks which. */
  commune_unclear: 422,
  last_owner: 409,
  already_member: 409,
  invitation_expired: 410,
  invitation_used: 410,
  invitation_withdrawn: 410,
  /** Somebody has an account under the invited address: they sign in first. */
  invitation_needs_sign_in: 409,
  pupils_are_not_staff: 409,
  /** Somebody entered here who belongs to another structure as well. */
  member_elsewhere: 409,
  cohort_exists: 409,
  cohort_archived: 409,
  names_are_their_own: 409,
  import_already_confirmed: 409,
  import_forgotten: 410,
  import_nothing_to_do: 409,
  file_missing: 400,
  unknown_cohort: 404,
})
