// What the platform keeps that is about one person, table by table, and what of it they are handed (GDPR articles 15 and 20). Whoever else stands in such a
// row — who judged, who signed for the family — stays out: their data are theirs. archive.test.ts holds that no table is forgotten.

type Subject = {
  table: string
  /** The column that says whose it is. */
  by: string
  columns: readonly string[]
}

export const SUBJECTS: Record<string, Subject> = {
  sessions: { table: 'session', by: 'person_id', columns: ['method', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'] },
  links: { table: 'one_time_link', by: 'person_id', columns: ['purpose', 'address', 'created_at', 'expires_at', 'used_at'] },
  memberships: { table: 'membership', by: 'person_id', columns: ['organization_id', 'roles', 'title', 'is_pupil', 'created_at', 'left_at'] },
  classes: { table: 'cohort_member', by: 'person_id', columns: ['cohort_id', 'joined_at', 'left_at'] },
  accessCards: { table: 'access_card', by: 'person_id', columns: ['organization_id', 'created_at', 'first_used_at', 'replaced_at'] },
  cardsUsed: { table: 'claim', by: 'used_by', columns: ['credential_id', 'channel', 'created_at', 'used_at'] },
  whatIWroteOfOthers: { table: 'nomination_voice', by: 'author_id', columns: ['nomination_id', 'deed', 'occasion', 'state', 'created_at'] },
  filesIGave: { table: 'attachment', by: 'uploaded_by', columns: ['file_name', 'media_type', 'alt', 'created_at'] },
  juries: { table: 'jury_member', by: 'person_id', columns: ['jury_id', 'name', 'function', 'is_president', 'created_at', 'present_at'] },
  steering: { table: 'steering_member', by: 'person_id', columns: ['organization_id', 'name', 'function', 'part', 'created_at'] },
  childrenOfMine: { table: 'guardianship', by: 'guardian_id', columns: ['organization_id', 'relation', 'declared_at', 'ended_at'] },
  guardians: { table: 'guardianship', by: 'child_id', columns: ['organization_id', 'relation', 'declared_at', 'ended_at', 'shown_at'] },
  guardianSlips: { table: 'guardian_slip', by: 'child_id', columns: ['organization_id', 'copy', 'created_at', 'expires_at', 'used_at', 'void_at'] },
  consents: { table: 'consent_decision', by: 'child_id', columns: ['organization_id', 'scope', 'decision', 'signed_on', 'recorded_at'] },
  takeover: { table: 'takeover', by: 'child_id', columns: ['taken_at'] },
  departures: {
    table: 'departure',
    by: 'person_id',
    columns: ['organization_id', 'kind', 'destination_id', 'created_at', 'expires_at', 'requested_at', 'agreed_at', 'declined_at', 'decline_reason', 'withdrawn_at', 'moved_at'],
  },
  exercises: { table: 'resource_progress', by: 'person_id', columns: ['resource_id', 'seen_at', 'tried_at', 'done_at'] },
  attempts: {
    table: 'attempt',
    by: 'person_id',
    columns: ['id', 'programme_id', 'achievement_id', 'self_assessment', 'verdict', 'advice', 'ready_at', 'judged_at', 'withdrawn_at', 'credential_id'],
  },
  programmeExceptions: { table: 'programme_exception', by: 'person_id', columns: ['period_id', 'required', 'reason', 'created_at', 'ends_on'] },
  programmeReminders: { table: 'programme_nudge', by: 'person_id', columns: ['period_id', 'nudged_at'] },
  programmesITeach: { table: 'programme_teacher', by: 'person_id', columns: ['programme_id'] },
  bookletSentences: { table: 'booklet_sentence', by: 'person_id', columns: ['programme_id', 'achievement_id', 'period_id', 'text', 'updated_at'] },
  bookletBonuses: { table: 'booklet_bonus', by: 'person_id', columns: ['period_id', 'text', 'edited_at'] },
  bookletShares: { table: 'booklet_share', by: 'person_id', columns: ['programme_id', 'organization_id', 'opened_at', 'closed_at'] },
  helpOffers: { table: 'help_offer', by: 'person_id', columns: ['programme_id', 'achievement_id', 'offered_at', 'stopped_at'] },
  helpGiven: { table: 'help_given', by: 'helper_id', columns: ['programme_id', 'achievement_id', 'noted_at', 'confirmed_at', 'declined_at'] },
  helpReceived: { table: 'help_given', by: 'helped_id', columns: ['programme_id', 'achievement_id', 'noted_at', 'confirmed_at', 'declined_at'] },
  endorsementsIAskedFor: {
    table: 'endorsement_request',
    by: 'holder_id',
    columns: ['badge_id', 'asked_name', 'message', 'shows_evidence', 'created_at', 'expires_at', 'reminded_at', 'withdrawn_at', 'declined_at'],
  },
  endorsementsAskedOfMe: { table: 'endorsement_request', by: 'asked_id', columns: ['asked_name', 'asked_address', 'created_at', 'expires_at', 'withdrawn_at', 'declined_at'] },
  endorsementsIWrote: {
    table: 'endorsement',
    by: 'endorser_id',
    columns: ['endorser_name', 'endorser_function', 'endorser_address', 'relation', 'comment', 'organization_id', 'signed_at', 'withdrawn_at', 'withdrawal_reason'],
  },
  badgesShownToStructures: { table: 'badge_shown', by: 'person_id', columns: ['badge_id', 'organization_id', 'shown_at'] },
  structuresIFollow: { table: 'follow', by: 'person_id', columns: ['organization_id', 'since'] },
  badgesIAnnounced: { table: 'badge_announced', by: 'person_id', columns: ['credential_id', 'announced_at'] },
  congratulationsIWrote: { table: 'congratulation', by: 'from_person_id', columns: ['badge_id', 'phrase', 'words', 'created_at'] },
  congratulationsToMe: { table: 'congratulation', by: 'to_person_id', columns: ['badge_id', 'phrase', 'words', 'created_at', 'removed_at'] },
  noCongratulations: { table: 'congratulation_refusal', by: 'person_id', columns: ['since'] },
  congratulationsIBlocked: { table: 'congratulation_block', by: 'person_id', columns: ['since'] },
  notices: { table: 'notice', by: 'person_id', columns: ['kind', 'words', 'created_at', 'seen_at'] },
  signingKey: { table: 'personal_key', by: 'person_id', columns: ['did', 'created_at'] },
}

/** Written out in a form of their own: files, pages, beside the badge that they are about, or not before an embargo is over. */
export const ELSEWHERE: readonly string[] = [
  'person_email.person_id',
  'credential.person_id',
  'imported_badge.person_id',
  'badge_note.person_id',
  'folio.person_id',
  'cv.person_id',
  'share.person_id',
  'endorsement.holder_id',
  'nomination.person_id',
  'ceremony_recipient.person_id',
]

/** About a person, and not handed out: a hash that nobody can read back, a line of a list whose badge is here, somebody else's choice. */
export const LEFT_OUT: readonly string[] = ['pupil_number.person_id', 'issue_batch_row.person_id', 'departure.duplicate_id', 'congratulation_block.blocked_id']

/** Who did something in the name of a structure: these are records of the structure. */
export const isActOfOffice = (column: string): boolean => /\.(?:\w+_by|actor_id)$/.test(column)
