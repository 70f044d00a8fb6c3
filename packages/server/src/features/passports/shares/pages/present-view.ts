import { asSystem, type Ctx } from '#ctx'
import { findLevel, inLanguage } from '#features/achievements/index.ts'
import { listEndorsements } from '#features/endorsements/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import type { CollectedBadge } from '../../collection/list-collection.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'
import { presentHeldSaid, presentImportedSaid } from '../../collection/pages/present-said.ts'
import { presentCv } from '../../cv/present-cv.ts'
import { presentFolio } from '../../folios/pages/present-folio.ts'
import { listShown } from '../list-shown.ts'
import type { ShareScope } from '../share.schema.ts'
import { type Found, foundBefore, isHolderConfirmed, verifyAllShown, verifyShown } from '../verify-shown.ts'

/** Where things are for whoever looks: behind the address for a visitor, behind their own pages for its person who previews. */
export type Addresses = {
  badgeAt(badgeId: string): string | null
  pictureAt(badgeId: string): string
  fileAt(badgeId: string): string | null
  verifyAt(badgeId: string): string | null
  /** Of the signed document. */
  endorsementAt(endorsementId: string): string | null
  /** Of a page that was composed. */
  folioFileAt(fileId: string): string
}

export function addressesOf(ctx: Ctx, token: string): Addresses {
  const base = `/s/${encodeURIComponent(token)}`
  return {
    badgeAt: (badgeId) => `${base}/badges/${badgeId}`,
    pictureAt: (badgeId) => `${base}/pictures/${badgeId}.png`,
    fileAt: (badgeId) => `${base}/badges/${badgeId}.json`,
    folioFileAt: (fileId) => `${base}/files/${fileId}`,
    endorsementAt: (endorsementId) => `${base}/endorsements/${endorsementId}.json`,
    verifyAt: (badgeId) => `/verify?url=${encodeURIComponent(`${ctx.config.url}${base}/badges/${badgeId}.json`)}`,
  }
}

export const previewAddresses = (folioId: string): Addresses => ({
  badgeAt: () => null,
  pictureAt: (badgeId) => `/me/imports/${badgeId}/picture.png`,
  fileAt: () => null,
  verifyAt: () => null,
  endorsementAt: () => null,
  folioFileAt: (fileId) => `/me/folios/${folioId}/files/${fileId}`,
})

type Showing = ShareScope & { personId: string; personName: string }

/** What an address shows, the same for a visitor and for its person who looks before opening it. */
export async function presentView(ctx: Ctx, share: Showing, addresses: Addresses) {
  const shown = await listShown(ctx, share)
  const system = asSystem(ctx)
  const badgeAt = ({ badgeId }: { badgeId: string }) => addresses.badgeAt(badgeId)
  // A page and a CV say what is known; each badge is verified where it is opened.
  const verified = share.scope === 'badges' ? await verifyAllShown(ctx, shown) : shown.map((badge) => ({ ...badge, found: foundBefore(ctx, badge) }))
  const badges = verified.filter(({ found }) => found.state !== 'revoked')
  const [only] = badges
  return {
    personName: share.personName,
    badges: badges.map((badge) => presentShown(badge, badge.found, ctx, addresses)),
    folio: share.scope === 'folio' ? ((await presentFolio(system, share.folioId, { ...addresses, badgeAt, fileAt: addresses.folioFileAt })) ?? null) : null,
    cv: share.scope === 'cv' ? ((await presentCv(system, share.cvId, addresses)) ?? null) : null,
    one: share.scope === 'badges' && only && shown.length === 1 ? await presentDetail(ctx, only, addresses) : null,
  }
}

const presentSaid = (ctx: Ctx, { held, imported }: CollectedBadge) => (held ? presentHeldSaid(asSystem(ctx), held) : presentImportedSaid(ctx, imported!))

/** One of the badges of an address, verified now. Another badge of the same person is as unknown as any. */
export async function presentOne(ctx: Ctx, share: Showing, badgeId: string, addresses: Addresses) {
  const badge = (await listShown(ctx, share)).find((shown) => shown.badgeId === badgeId)
  const detail = badge && (await presentDetail(ctx, badge, addresses))
  if (!detail || detail.state === 'revoked') throw refuse('not_found')
  return detail
}

function presentShown(badge: CollectedBadge, found: Found, ctx: Ctx, addresses: Addresses) {
  const { tags: _, isShared: __, ...presented } = presentCollected(badge, ctx.locale, addresses.pictureAt)
  return {
    ...presented,
    state: found.state,
    isNow: found.isNow,
    isConfirmed: isHolderConfirmed(badge),
    verifiedOn: formatDay(found.verifiedAt, ctx.locale),
    href: addresses.badgeAt(badge.badgeId),
  }
}

async function presentDetail(ctx: Ctx, badge: CollectedBadge, addresses: Addresses) {
  const [found, said, endorsements] = await Promise.all([verifyShown(ctx, badge), presentSaid(ctx, badge), listEndorsements(ctx, [badge.badgeId], { onlyShown: true })])
  const { content, levelId } = badge.held ?? {}
  const level = content && findLevel(content, levelId ?? null)
  return {
    ...presentShown(badge, found, ctx, addresses),
    doubts: found.doubts,
    isMadeOutToAnother: badge.imported?.recipient === 'another',
    levelDescription: level ? inLanguage(level.description, ctx.locale) : (badge.imported?.summary.level?.description ?? null),
    said,
    endorsements: endorsements.map((one) => ({
      endorsementId: one.endorsementId,
      isSigned: one.kind === 'signed',
      file: one.document === null ? null : addresses.endorsementAt(one.endorsementId),
      by: [one.endorserName, one.endorserFunction].filter(Boolean).join(', '),
      relation: one.relation,
      comment: one.comment,
      signedOn: formatDay(one.signedAt, ctx.locale),
    })),
    file: addresses.fileAt(badge.badgeId),
    verify: addresses.verifyAt(badge.badgeId),
  }
}

export type PresentedView = Awaited<ReturnType<typeof presentView>>
export type ShownInView = PresentedView['badges'][number]
export type ShownInDetail = Awaited<ReturnType<typeof presentDetail>>
