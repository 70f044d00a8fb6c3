import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Two periods share a day, or end before they start. */
  periods_overlap: 422,
  /** A badge that needs itself, by way of others. */
  prerequisites_circular: 422,
  badge_unknown: 422,
  cohort_unknown: 422,
  /** Only those who may issue badges teach in a programme. */
  teacher_unknown: 422,
  teacher_needed: 409,
  programme_archived: 409,
  /** None of its badges is given by the structure any more. */
  nothing_to_copy: 409,
  badges_to_adopt: 409,
  badges_not_shared: 409,
  exception_asks_more: 422,
  exception_ends_early: 422,
  /** Not in a class or group of the programme. */
  not_taking_part: 422,
  /** « D’abord … » */
  prerequisite_first: 409,
  already_passed: 409,
  /** Another teacher said so meanwhile. */
  judged_meanwhile: 409,
  nothing_to_withdraw: 409,
  level_needed: 422,
  remark_unknown: 422,
  resource_unknown: 422,
  /** Begun meanwhile, encouraged this week already, or too early. */
  nobody_to_nudge: 409,
  /** Below fifteen the family says whether a booklet is shown elsewhere. */
  family_decides: 409,
  no_booklets: 422,
  period_unknown: 422,
  too_many_booklets: 413,
  /** Only who holds a badge helps others with it. */
  badge_needed_to_help: 409,
  /** A teacher stopped the offer. */
  offer_paused: 409,
  /** Not, or no longer, somebody of the same class who offers help. */
  not_offering: 409,
  /** The other one said no, or it was settled already. */
  help_answered: 409,
  /** A badge without levels that the structure gives. */
  helper_badge_unknown: 422,
  helper_badge_unset: 409,
  helps_missing: 409,
})
