import { type VerificationReport, verifyCredential } from '@boat/openbadges'
import { MAX_BYTES, VerificationFields } from '../verification.schema.ts'
import type { Draw } from './picture.ts'
import { namesPlatform, type PresentedVerification, presentVerification } from './present-verification.ts'
import { createPublicLoader } from './public-loader.ts'
import { tidyText } from './read-text.ts'
import { recognizeDocument } from './recognize-document.ts'
import { summarizeCredential } from './summarize-credential.ts'

export type GivenHere = { document: Uint8Array | string; recipient: string }
type Here = { platformUrl: string; now: Date; fetch: typeof globalThis.fetch; draw: Draw }
type Problem = { code: string; detail?: Record<string, unknown>; fields?: Record<string, string> }

/** `missing`: the sites that would have to be asked before anything can be said; none is known when our own did not answer. */
export type FoundHere = { report: PresentedVerification } | { problem: Problem } | { missing: string[] }

/**
 * Verifies a file or a text where it is, without sending it to anybody. The same procedure as the platform's, except that it asks nobody
 * but this platform, and this platform only for public documents: what would need more is not judged.
 */
export async function verifyHere({ document, recipient }: GivenHere, { platformUrl, now, fetch, draw }: Here): Promise<FoundHere> {
  if (document.length > MAX_BYTES) return { problem: { code: 'too_large' } }
  if (!VerificationFields.shape.recipient.safeParse(recipient).success) return { problem: { code: 'invalid_input', fields: { recipient: 'email' } } }
  const given = typeof document === 'string' ? tidyText(document) : document
  const { found } = recognizeDocument(given)
  if (found) return { problem: { code: 'not_a_badge', detail: { found } } }
  const { load, asked, missing } = createPublicLoader(platformUrl, fetch)
  const report = await verifyCredential(given, { load, now, recipient: recipient.trim() || undefined })
  if (missing.length > 0 && !isSettled(report)) return { missing: hostsOf(missing, platformUrl) }
  if (isLookAlike(report, platformUrl)) return { missing: [] }
  const file = typeof given === 'string' ? undefined : given
  const verification = { ...report, address: null, verifiedAt: now, origin: null }
  return { report: await presentVerification(verification, { platformUrl, file, draw, madeBy: { kind: 'browser', hasAsked: asked.length > 0 } }) }
}

/** Anybody may sign a badge with an address of ours in it: only the platform knows whether it is a copy that somebody else signed. */
function isLookAlike({ outcome, credential }: VerificationReport, platformUrl: string): boolean {
  if (outcome !== 'verified' || !credential || !namesPlatform(credential, platformUrl)) return false
  return summarizeCredential({ credential, version: '3.0' })?.issuer.host !== new URL(platformUrl).host
}

/**
 * Whether no document that was not asked for could make the badge good. A badge whose content or author is refuted stays so;
 * a date or a status might be mended by its issuer's server, and a badge before 3.0 is what is published, not the copy.
 */
function isSettled({ version, checks }: VerificationReport): boolean {
  return !/^[012]\./.test(version) && checks.some(({ check, outcome }) => outcome === 'failed' && ['conformance', 'proof', 'issuer'].includes(check))
}

const hostsOf = (addresses: string[], platformUrl: string): string[] => {
  const hosts = addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address).host)
  return [...new Set(hosts)].filter((host) => host !== new URL(platformUrl).host)
}
