import { type Ctx, type Locale, requirePerson } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import type { PresentedEndorsement } from '#web/components/endorsement-card.tsx'
import type { BadgeEndorsements } from '#web/components/endorsements-section.tsx'
import { type Endorsement, listEndorsements } from './list-endorsements.ts'
import { readBadge } from './read-badge.ts'
import { listAskedByMe } from './requests/list-requests.ts'

export const presentEndorsement = (endorsement: Endorsement, locale: Locale): PresentedEndorsement => ({
  id: endorsement.endorsementId,
  kind: endorsement.kind,
  name: endorsement.endorserName,
  function: endorsement.endorserFunction,
  isStructure: endorsement.isStructure,
  relation: endorsement.relation,
  comment: endorsement.comment,
  signedOn: formatDay(endorsement.signedAt, locale),
  isShown: endorsement.shownAt !== null,
  withdrawnOn: endorsement.withdrawnAt && formatDay(endorsement.withdrawnAt, locale),
  withdrawalReason: endorsement.withdrawalReason,
  path: endorsement.address && `/endorsements/${endorsement.endorsementId}`,
})

/** What was said of one badge, and who is still asked: for its holder, on its page. */
export async function presentBadgeEndorsements(ctx: Ctx, badgeId: string): Promise<BadgeEndorsements> {
  const { personId } = requirePerson(ctx)
  const badge = await readBadge(ctx, badgeId)
  const isTheirs = badge?.holderId === personId
  const requests = isTheirs ? await listAskedByMe(ctx, badgeId) : []
  return {
    badgeId,
    canAsk: isTheirs && badge.isEndorsable,
    endorsements: (await listEndorsements(ctx, [badgeId], { onlyShown: false })).map((endorsement) => presentEndorsement(endorsement, ctx.locale)),
    waiting: requests
      .filter(({ state }) => state === 'open')
      .map(({ requestId, askedName, createdAt }) => ({ requestId, name: askedName, askedOn: formatDay(createdAt, ctx.locale) })),
  }
}
