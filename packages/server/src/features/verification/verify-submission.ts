import { type VerificationReport, verifyCredential } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { type Limit, spend } from '#kit/rate-limit.ts'
import { tidyText } from './browser/read-text.ts'
import { createDocumentLoader, type DocumentLoader } from './document-loader.ts'
import { findOrigin, type Origin } from './find-origin.ts'
import { followAddress } from './follow-address.ts'
import { readAddress } from './read-address.ts'
import { expectBadge, notABadge, refuse } from './verification.errors.ts'
import { MAX_BYTES } from './verification.schema.ts'
import { verifyEd25519 } from './verify-ed25519.ts'

/** A file, or a text: JSON, a JWT, an SVG, or the address of a badge. */
export type Submission = {
  document: Uint8Array | string
  /** Whom it should be about: an e-mail address or an id. */
  recipient?: string | undefined
  /** The address on the network of who asks. */
  clientAddress: string
}

export type Verification = VerificationReport & {
  /** Where the badge was found, when an address was given. */
  address: string | null
  verifiedAt: Date
  /** What this platform knows of it, when it was issued here. */
  origin: Origin | null
}

/** `file`: what was verified, byte for byte: what was given, or what the address answered. Null when it answered nothing. */
export type VerifiedDocument = Verification & { file: { bytes: Uint8Array; mediaType: string | null } | null }

/**
 * Verifies whatever somebody submits, of any platform and any version. Stores nothing of it. A bad badge is a report;
 * what is not a badge is refused.
 */
export async function verifySubmission(ctx: Ctx, { document, recipient, clientAddress }: Submission): Promise<VerifiedDocument> {
  await spend(ctx.db, ctx.now(), thirtyAMinute(ctx, clientAddress))
  return verifyDocument(ctx, { document, recipient })
}

/** The same for what the platform itself asks, as often as it needs to. */
export async function verifyDocument(ctx: Ctx, { document, recipient }: Omit<Submission, 'clientAddress'>): Promise<VerifiedDocument> {
  if (document.length > MAX_BYTES) throw refuse('too_large')
  const given = typeof document === 'string' ? tidyText(document) : document
  if (given.length === 0) throw typeof document === 'string' ? refuse('nothing_given') : notABadge('empty')
  const loader = createDocumentLoader(ctx)
  const written = typeof given === 'string' ? readAddress(ctx, given) : undefined
  const address = written ?? expectBadge(given)
  const found = address && (await followAddress(ctx, loader, address))
  const known = recipient?.trim()
  const report = await verifyCredential(found ?? given, {
    load: loader.load,
    now: ctx.now(),
    ...(known && { recipient: known }),
    verifiers: { Ed25519: verifyEd25519 },
  })
  const file = found ? await readFound(loader, found) : { bytes: typeof given === 'string' ? Buffer.from(given) : given, mediaType: null }
  return { ...report, address: found ?? null, file, verifiedAt: ctx.now(), origin: await findOrigin(ctx, report) }
}

/** Loaded a moment ago, and not asked for again. */
async function readFound(loader: DocumentLoader, address: string): Promise<VerifiedDocument['file']> {
  const loaded = await loader.load(address).catch(() => undefined)
  return loaded?.status === 200 ? { bytes: loaded.body, mediaType: loaded.contentType ?? null } : null
}

/** Who asks stays out of the key: it is a hash that only this installation can make. */
const thirtyAMinute = (ctx: Ctx, clientAddress: string): Limit => ({
  key: `verify:${ctx.secrets.keyedHash(clientAddress, 'rate limit').toString('base64url').slice(0, 24)}`,
  max: 30,
  windowSeconds: 60,
})
