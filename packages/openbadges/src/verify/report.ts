import type { JsonObject } from '../terms/json.ts'

/** The steps of the verification, in the order of the specification. */
export type CheckName = 'conformance' | 'proof' | 'issuer' | 'refresh' | 'status' | 'validity' | 'recipient' | 'endorsements' | 'credentials'

/** `undetermined`: it could not be known, for instance since the network failed. That is not `failed`. */
export type CheckOutcome = 'passed' | 'failed' | 'skipped' | 'undetermined'

/** Why a check has its outcome. Stable: test and translate the code, never the detail. */
export type CheckCode =
  // what was given
  | 'unreadable'
  | 'unsafe_json'
  | 'multiple_credentials'
  | 'nothing_baked'
  // conformance
  | 'not_open_badge'
  | 'wrong_context'
  | 'unknown_context'
  | 'inline_context'
  | 'undefined_term'
  | 'canonicalization_failed'
  | 'invalid_terms'
  | 'subject_not_identified'
  | 'unsupported_schema'
  | 'schema_not_met'
  | 'invalid_extension'
  | 'unsupported_extension'
  // the network
  | 'unavailable'
  | 'not_found'
  | 'gone'
  | 'too_many_documents'
  // proof
  | 'no_proof'
  | 'malformed_proof'
  | 'unsupported_proof'
  | 'proof_invalid'
  | 'proof_purpose'
  | 'proof_expired'
  | 'proof_domain'
  | 'proof_challenge'
  | 'malformed_jwt'
  | 'jwt_algorithm'
  | 'jwt_claims'
  | 'key_not_found'
  | 'key_not_authorized'
  | 'key_revoked'
  | 'invalid_key'
  | 'unsupported_verification_method'
  // issuer
  | 'issuer_not_confirmed'
  | 'origin_not_allowed'
  // refresh
  | 'refreshed'
  | 'not_refreshed'
  // status
  | 'revoked'
  | 'suspended'
  | 'status_list_not_verified'
  | 'unsupported_status'
  // validity
  | 'not_yet_valid'
  | 'expired'
  | 'invalid_date'
  // recipient
  | 'recipient_mismatch'
  // endorsements, and the credentials inside a CLR
  | 'endorsement_not_verified'
  | 'credential_not_verified'
  | 'nested_too_deeply'
  // Open Badges 2.0 and before
  | 'hosted_differs'

/** One step: its outcome, why, and the facts for a person who looks closer. */
export type Check = { check: CheckName; outcome: CheckOutcome; code?: CheckCode; detail?: string }

/** What is tolerated, but worth saying. */
export type Warning = { code: WarningCode; detail?: string }
/** Why a warning is given. Stable, as the codes of checks are. */
export type WarningCode =
  | 'legacy_data_model'
  | 'legacy_context'
  | 'jwt_without_sub'
  | 'status_list_too_short'
  | 'status_index_not_text'
  | 'status_list_by_another_issuer'
  | 'status_list_elsewhere'
  | 'issuer_without_address'
  | 'redirected'
  | 'named_elsewhere'
  | 'proof_domain_not_checked'
  | 'proof_made_later'

/**
 * - `0.5` … `2.0`: Open Badges before verifiable credentials
 * - `3.0`: AchievementCredential or EndorsementCredential, on VC Data Model 1.1 or 2.0
 * - `clr2.0`: ClrCredential
 * - `unknown`: none of them
 */
export type OpenBadgesVersion = '0.5' | '1.0' | '1.1' | '2.0' | '3.0' | 'clr2.0' | 'unknown'

/** What `verifyCredential` found out. */
export type VerificationReport = {
  /** `not-verified` when a check failed, else `undetermined` when one could not be made, else `verified`. */
  outcome: 'verified' | 'not-verified' | 'undetermined'
  version: OpenBadgesVersion
  /** In the order of the specification. */
  checks: Check[]
  warnings: Warning[]
  /** The credential that was verified: the refreshed one if it was refreshed. `undefined` when there is none. */
  credential: JsonObject | undefined
}

/** What a step finds out: a value, or why there is none. */
export type Finding<T> = { ok: true; value: T } | { ok: false; outcome: 'failed' | 'undetermined'; code: CheckCode; detail?: string }

export const found = <T>(value: T): Finding<T> => ({ ok: true, value })
export const refused = (code: CheckCode, detail?: string): { ok: false; outcome: 'failed'; code: CheckCode; detail?: string } => ({
  ok: false,
  outcome: 'failed',
  code,
  ...(detail === undefined ? {} : { detail }),
})

/** A check from an outcome, without empty members. */
export function toCheck(check: CheckName, outcome: CheckOutcome, code?: CheckCode, detail?: string): Check {
  return { check, outcome, ...(code === undefined ? {} : { code }), ...(detail === undefined ? {} : { detail }) }
}

/** A check from a finding: `passed` when something was found. */
export function checkOf(check: CheckName, finding: Finding<unknown>): Check {
  if (finding.ok) return toCheck(check, 'passed')
  return toCheck(check, finding.outcome, finding.code, finding.detail)
}

export function outcomeOf(checks: readonly Check[]): VerificationReport['outcome'] {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'not-verified'
  return checks.some(({ outcome }) => outcome === 'undetermined') ? 'undetermined' : 'verified'
}
