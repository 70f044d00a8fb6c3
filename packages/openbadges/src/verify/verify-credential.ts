import { OpenBadgesError } from '../errors.ts'
import type { Sha256 } from '../proof/canonicalize.ts'
import type { Verifiers } from '../proof/signer.ts'
import { type JsonObject, type JsonValue, typesOf } from '../terms/json.ts'
import { verifyVersion2 } from '../v2/verify-version-2.ts'
import { checkConformance } from './check-conformance.ts'
import { checkCredentials } from './check-credentials.ts'
import { checkEndorsements } from './check-endorsements.ts'
import { checkIssuer } from './check-issuer.ts'
import { checkProof } from './check-proof.ts'
import { checkRecipient } from './check-recipient.ts'
import { checkRefresh } from './check-refresh.ts'
import { checkStatus } from './check-status.ts'
import { checkValidity } from './check-validity.ts'
import { detectVersion } from './detect-version.ts'
import { type Load, loadOnce } from './load-document.ts'
import { type ReadDocument, readDocument } from './read-document.ts'
import { type Check, type CheckCode, outcomeOf, toCheck, type VerificationReport } from './report.ts'
import type { KnownRecipient, Verification } from './verification.ts'

/** What a verification needs from the world, and what it may use. */
export type VerifyOptions = {
  /** How documents are loaded: keys, status lists, hosted assertions. Its limits are the caller's. */
  load: Load
  /** The moment for which the question is asked. */
  now: Date
  /** The person it should be about: an e-mail address, an id. Nothing is checked when it is absent. */
  recipient?: KnownRecipient | undefined
  /** The domain that the proof must be made for (of a JWT: its `aud`). Without it, a proof for a domain is a warning. */
  domain?: string | undefined
  /** The challenge that the proof must answer (of a JWT: its `nonce`). */
  challenge?: string | undefined
  /** Faster signature verification than pure JavaScript, by key type. */
  verifiers?: Verifiers | undefined
  /** A faster SHA-256 than pure JavaScript: `(data) => hash('sha256', data, 'buffer')` of node:crypto. */
  sha256?: Sha256 | undefined
}

/**
 * Verifies a credential as the specification lists it: authentic, timely, and about whom it should be.
 *
 * A bad credential is a report, never an exception. What cannot be known (the network failed, a kind of status that
 * is not known here) is `undetermined`; what is not understood is never passed.
 *
 * Not checked: whether the claims are true, whether the issuer deserves trust, links to evidence.
 *
 * @param document the bytes of a PNG, an SVG or a text; a text (JSON, compact JWS, SVG, the address of a hosted
 *   assertion); or the parsed object. Any version of Open Badges.
 * @throws OpenBadgesError `invalid_argument` without `load` or a valid `now`
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification
 * @example
 * const report = await verifyCredential(png, { load, now: new Date(), recipient: 'ada@example.org' })
 * report.outcome // 'verified' | 'not-verified' | 'undetermined'
 * report.checks  // [{ check: 'conformance', outcome: 'passed' }, …]
 */
export async function verifyCredential(document: string | Uint8Array | object, options: VerifyOptions): Promise<VerificationReport> {
  const { load, now, recipient, domain, challenge, verifiers = {}, sha256 } = options
  if (typeof load !== 'function' || !(now instanceof Date) || Number.isNaN(now.getTime())) {
    throw new OpenBadgesError('invalid_argument', 'load and a valid now are needed')
  }
  return verifyInput(document, { loader: loadOnce(load), now, recipient, domain, challenge, verifiers, sha256, depth: 0 })
}

type Shared = Omit<Verification, 'document' | 'jws' | 'warnings'>

async function verifyInput(input: string | Uint8Array | object, shared: Shared): Promise<VerificationReport> {
  let read: ReadDocument
  try {
    read = readDocument(input)
  } catch (error) {
    return unreadable(error)
  }
  return read.kind === 'address' ? verifyAddress(read.url, shared) : verifyRead(read, shared, undefined)
}

function verifyRead(read: Exclude<ReadDocument, { kind: 'address' }>, shared: Shared, address: string | undefined): Promise<VerificationReport> {
  const version = detectVersion(read.document)
  const verification: Verification = { ...shared, document: read.document, jws: read.jws, warnings: [] }
  const isVersion3 = version === '3.0' || version === 'clr2.0' || version === 'unknown'
  const verifying = isVersion3 ? verifyVersion3(verification, version) : verifyVersion2({ ...verification, address })
  return verifying.catch(unreadable)
}

/** The address of a hosted badge: what is there is verified. Gone means revoked, since Open Badges 1.0. */
async function verifyAddress(url: string, shared: Shared): Promise<VerificationReport> {
  const report = (check: Check): VerificationReport => ({ outcome: outcomeOf([check]), version: 'unknown', checks: [check], warnings: [], credential: undefined })
  const loaded = await shared.loader(url)
  if (!loaded.ok) {
    return report(loaded.code === 'gone' ? toCheck('status', 'failed', 'revoked', loaded.detail) : toCheck('proof', loaded.outcome, loaded.code, loaded.detail))
  }
  try {
    const read = readDocument(loaded.value.body)
    if (read.kind !== 'address') return verifyRead(read, shared, url)
  } catch (error) {
    return unreadable(error)
  }
  return report(toCheck('conformance', 'failed', 'unreadable', `${url} is only another address`))
}

/** The specification's list. */
async function verifyVersion3(verification: Verification, version: '3.0' | 'clr2.0' | 'unknown'): Promise<VerificationReport> {
  const checks: Check[] = [await checkConformance(verification)]
  if (version !== 'unknown' || typesOf(verification.document).includes('VerifiableCredential')) {
    checks.push(await checkProof(verification))
    checks.push(await checkIssuer(verification))
    checks.push(isAuthentic(checks) ? await checkRefresh(verification) : toCheck('refresh', 'skipped'))
    checks.push(await checkStatus(verification))
    checks.push(checkValidity(verification))
    checks.push(checkRecipient(verification))
    checks.push(await checkEndorsements(verification, verifyInside))
    if (version === 'clr2.0') checks.push(await checkCredentials(verification, verifyInside))
  }
  return { outcome: outcomeOf(checks), version, checks, warnings: verification.warnings, credential: verification.document }
}

/** Only a credential that is known to be the issuer's may say where it is refreshed. */
function isAuthentic(checks: Check[]): boolean {
  return checks.every(({ outcome }) => outcome === 'passed')
}

/** A credential in another one, which shares its documents and its limits. */
function verifyInside(document: JsonValue, { loader, now, verifiers, sha256, depth }: Verification): Promise<VerificationReport> {
  const input = typeof document === 'string' ? document : ((document ?? {}) as JsonObject)
  return verifyInput(input, { loader, now, verifiers, sha256, recipient: undefined, domain: undefined, challenge: undefined, depth: depth + 1 })
}

function unreadable(error: unknown): VerificationReport {
  const code: CheckCode = error instanceof OpenBadgesError && (error.code === 'unsafe_json' || error.code === 'multiple_credentials') ? error.code : 'unreadable'
  const checks = [toCheck('conformance', 'failed', code, error instanceof Error ? error.message : undefined)]
  return { outcome: 'not-verified', version: 'unknown', checks, warnings: [], credential: undefined }
}
