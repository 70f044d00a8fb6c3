import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** The person holds this badge, and it is valid. */
  already_held: 409,
  /** One voice each in a dossier. */
  already_voiced: 409,
  /** Not somebody of this structure. */
  nominee_unknown: 422,
  /** Not a badge that this structure gives today. */
  badge_unknown: 422,
  /** The badge has levels: which one was reached? */
  level_required: 422,
  /** Not a level of this badge. */
  level_unknown: 422,
  level_not_expected: 422,
  nomination_closed: 409,
  /** It lies before a jury. */
  on_agenda: 409,
  voice_already_moderated: 409,
  /** No voice was let through yet. */
  voice_needed: 409,
  /** Grown-ups receive nothing unasked. */
  acceptance_needed: 409,
  /** Nobody decides on themselves. */
  own_nomination: 409,
  /** Somebody without an account cannot complete a dossier here. */
  nobody_to_complete: 409,
  nothing_to_complete: 409,
  /** Nothing was decided that could be given now. */
  nothing_agreed: 409,
  too_many_facts: 409,
  /** Only two open dossiers of people without an account, for one badge, become one. */
  not_twins: 409,
  too_many_uploads: 429,
  /** A draft that was used, forgotten, or is somebody else's. */
  upload_gone: 409,
})
