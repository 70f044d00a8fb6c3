import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  no_cards: 422,
  too_many_cards: 413,
  /** What was published is not rearranged. */
  ceremony_published: 409,
  nobody_chosen: 422,
  too_many_recipients: 413,
  /** Not a badge that this structure gives today. */
  badge_unknown: 422,
  /** Not somebody of this structure. */
  person_unknown: 422,
  /** The dossier is not one that was agreed and waits for its ceremony. */
  dossier_unknown: 422,
  /** A badge with levels is given at one of them, a badge without at none. */
  level_required: 422,
  level_unknown: 422,
  level_not_expected: 422,
  nobody_to_publish: 422,
  publishing_not_confirmed: 422,
  nothing_to_retry: 409,
  /** A list on a wall would tell everybody before the day. */
  sheet_after_publishing: 409,
  /** No card of somebody in this ceremony. */
  card_unknown: 422,
  recipient_gone: 410,
})
