import type { Check } from '@boat/openbadges'
import { asSystem, type Ctx } from '#ctx'
import { verifyDocument } from '#features/verification/index.ts'
import type { CollectedBadge } from '../collection/list-collection.ts'
import { type ImportState, stateOf } from '../imports/read-imports.ts'
import { readShownFile } from './read-shown-file.ts'

/** How a badge stands. `isNow`: it was asked for this view; otherwise `verifiedAt` says when the platform last knew. */
export type Found = { state: ImportState; verifiedAt: Date; isNow: boolean; doubts: string[] }

const FRESH_MS = 5 * 60_000
const MOST_KEPT = 500
const PATIENCE_MS = 4000
const MOST_AT_ONCE = 12

/** In memory only: that something was verified for a visitor is written nowhere, or its holder could tell that somebody looked. */
const kept = new Map<string, Found>()

/**
 * Verifies a badge for whoever looks at it. Many looks within minutes ask its issuer once; an issuer that does not answer leaves what was found
 * before, with its date.
 */
export async function verifyShown(ctx: Ctx, badge: CollectedBadge): Promise<Found> {
  const known = kept.get(badge.badgeId)
  if (known && badge.kind === 'imported' && ctx.now().getTime() - known.verifiedAt.getTime() < FRESH_MS) return known
  const found = await Promise.race([verifyNow(ctx, badge), impatience()])
  return found ?? foundBefore(ctx, badge)
}

/** Of a whole list: those that were issued here are asked of our own register; of the others only some can be asked for one view. */
export async function verifyAllShown(ctx: Ctx, badges: readonly CollectedBadge[]): Promise<(CollectedBadge & { found: Found })[]> {
  const brought = badges.filter(({ kind }) => kind === 'imported')
  const asked = new Set(brought.length <= MOST_AT_ONCE ? brought : [])
  return Promise.all(badges.map(async (badge) => ({ ...badge, found: asked.has(badge) ? await verifyShown(ctx, badge) : foundBefore(ctx, badge) })))
}

async function verifyNow(ctx: Ctx, badge: CollectedBadge): Promise<Found | undefined> {
  const { bytes } = await readShownFile(ctx, badge)
  const report = await verifyDocument(asSystem(ctx), { document: new Uint8Array(bytes) }).catch(() => undefined)
  if (!report || report.outcome === 'undetermined') return undefined
  const found = { state: stateOf(report.outcome, report.checks), verifiedAt: ctx.now(), isNow: true, doubts: doubtsIn(report.checks) }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(badge.badgeId, found)
  return found
}

/** What the platform knows without asking anybody. */
export const foundBefore = (ctx: Ctx, { state, imported }: CollectedBadge): Found =>
  imported ? { state, verifiedAt: imported.verifiedAt, isNow: false, doubts: doubtsIn(imported.checks) } : { state, verifiedAt: ctx.now(), isNow: true, doubts: [] }

/** A badge of elsewhere may be made out to nobody, or to an address that is not known to be its holder’s: whoever looks is told. */
export const isHolderConfirmed = ({ kind, imported }: CollectedBadge): boolean => kind === 'received' || imported?.recipient === 'confirmed'

/** What did not pass, in the order of the specification. */
const doubtsIn = (checks: readonly Check[]): string[] => checks.flatMap(({ outcome, code }) => (code && (outcome === 'failed' || outcome === 'undetermined') ? [code] : []))

const impatience = () => new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined).unref())
