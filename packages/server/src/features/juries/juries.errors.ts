import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  jury_closed: 409,
  /** The séance is not that far, or is past that. */
  jury_not_open: 409,
  jury_already_open: 409,
  /** Nobody sits, or nobody presides. */
  president_needed: 409,
  dossier_needed: 409,
  /** Fewer people sit than the quorum asks for. */
  members_needed: 409,
  already_member: 409,
  member_unknown: 422,
  /** What somebody wrote or voted is not taken out with them. */
  member_has_voted: 409,
  /** Not an open dossier of this structure, or on the table of another séance. */
  dossier_unavailable: 409,
  dossier_closed: 409,
  /** Whoever proposed, is proposed or stepped aside neither votes nor decides. */
  recused: 409,
  already_decided: 409,
  /** Another decided while this was being written. */
  decided_meanwhile: 409,
  quorum_missing: 409,
  /** Grown-ups receive nothing unasked. */
  not_accepted_yet: 409,
  /** Somebody without an account cannot complete a dossier. */
  nobody_to_complete: 409,
  level_needed: 422,
})
