import { refusals } from '#kit/errors.ts'

export const LIMITS = { bytes: 2_097_152, rows: 5000, columns: 200, cell: 200, narrative: 2000, url: 2048 } as const

/** The file as a whole cannot be read. What is wrong with one row is a problem of that row. */
export const refuseRoster = refusals({
  roster_empty: 400,
  roster_too_large: 413,
  roster_too_many_rows: 413,
  roster_too_many_columns: 413,
  /** An .xlsx, .xls or .ods file: to be saved as CSV first. */
  roster_is_a_spreadsheet: 415,
  roster_not_text: 415,
  /** No column was recognised as a name (or, in a list of recipients, as an address). */
  roster_no_name_column: 422,
})

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'
export type Separator = ';' | ',' | '\t'

export type RosterField = 'familyName' | 'givenName' | 'fullName' | 'className' | 'email' | 'ine' | 'birthDate' | 'title'
export type RecipientField = RosterField | 'evidence' | 'narrative' | 'validUntil' | 'level'

export type Column<Field = RosterField> = {
  index: number
  /** As written, or empty when the file has no header. */
  header: string
  /** `null` when the column is not used. */
  field: Field | null
  /** Read only where the first column of the same field is empty, as the birth name beside the name in use. */
  isFallback?: true
  /** Guessed from what the cells hold, for want of a header. */
  isGuessed?: true
}

export type ProblemCode =
  | 'birth_date_guessed'
  | 'birth_date_invalid'
  | 'cell_too_long'
  | 'duplicate_email'
  | 'duplicate_ine'
  | 'duplicate_name'
  | 'email_invalid'
  | 'email_missing'
  | 'email_shared'
  | 'evidence_invalid'
  | 'extra_cells'
  | 'family_name_missing'
  | 'formula_like'
  | 'garbled_text'
  | 'given_name_missing'
  | 'hidden_characters'
  | 'ine_unusual'
  | 'line_too_long'
  | 'missing_cells'
  | 'name_split_guessed'
  | 'name_unusual'
  | 'other_separator'
  | 'quote_unclosed'
  | 'recipient_missing'
  | 'separator_unclear'
  | 'valid_until_invalid'

export type Problem = {
  line: number
  /** The text of the header; empty when the problem is the whole row's or the file has no such column. */
  column: string
  code: ProblemCode
  severity: 'error' | 'warning'
  value?: string
}

export type Notice = { code: 'header_missing' } | { code: 'lines_before_header'; lines: number[] } | { code: 'mixed_separators'; lines: number[] }

export type Row<Values> = { line: number; values: Values; problems: Problem[]; duplicateOf?: number }

export type Preview<Values, Field = RosterField> = {
  /** `null` for pasted text, which was never bytes. */
  encoding: Encoding | null
  separator: Separator | null
  headerLine: number | null
  columns: Column<Field>[]
  notices: Notice[]
  rows: Row<Values>[]
  summary: { total: number; ready: number; refused: number; duplicates: number }
}

export type RosterValues = {
  familyName: string
  givenName: string
  className?: string
  email?: string
  ine?: string
  /** YYYY-MM-DD */
  birthDate?: string
  title?: string
}
export type RosterPreview = Preview<RosterValues>

export type RecipientValues = Partial<RosterValues> & {
  /** As it is shown: what was written, in the case of names. */
  name?: string
  evidence?: string
  narrative?: string
  /** Of the badge, as it was written. */
  level?: string
  /** YYYY-MM-DD */
  validUntil?: string
}
export type RecipientPreview = Preview<RecipientValues, RecipientField>
