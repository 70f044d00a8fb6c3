// Owns the reading of class lists and of lists of recipients, as schools' software exports them or people paste them.
// Announces no fact: it is pure, and whoever imports the rows decides.
// Implements RFC 4180 loosely, with the encodings and separators that spreadsheets use in French and in English.
export { parseRecipients } from './parse-recipients.ts'
export { parseRoster } from './parse-roster.ts'
export { LIMITS as ROSTER_LIMITS, type RecipientPreview, type RosterField, type RosterPreview } from './roster.types.ts'
