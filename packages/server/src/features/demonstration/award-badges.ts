import type { Ctx } from '#ctx'
import { issueCredentials, respondToCredential, revokeCredential, shareCredential } from '#features/credentials/index.ts'
import { createClaim } from '#features/passports/index.ts'
import type { AwardSeed, RecipientSeed } from './awards.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { daysAfter, schoolDay } from './school-day.ts'

const HANDED_OVER_AFTER_DAYS = 1

/** Badges given on their day by whoever gave them, then what their holders did with them. */
export async function awardBadges(ctx: Ctx, network: Network, awards: readonly AwardSeed[]): Promise<void> {
  for (const award of awards) await awardBadge(ctx, network, award)
}

async function awardBadge(ctx: Ctx, network: Network, { badge, by, daysAgo, validForDays, recipients }: AwardSeed): Promise<void> {
  const day = schoolDay(ctx.now(), daysAgo)
  const { versionId } = known(network.badges, badge)
  const issued = await issueCredentials(personAt(ctx, known(network.personIds, by), day), {
    versionId,
    recipients: recipients.map(({ to, narrative, evidenceUrl }) => ({
      // Grown-ups of other structures are known by their address, as in real life.
      ...(typeof to === 'string' ? { email: to } : { personId: findPupil(network, to) }),
      narrative,
      ...(evidenceUrl && { evidenceUrl }),
      ...(validForDays && { validUntil: daysAfter(day, validForDays) }),
    })),
  })
  for (const [place, recipient] of recipients.entries()) await follow(ctx, network, { credentialId: issued[place]!.credentialId, recipient, by, day })
}

type Given = { credentialId: string; recipient: RecipientSeed; by: string; day: Date }

async function follow(ctx: Ctx, network: Network, { credentialId, recipient, by, day }: Given): Promise<void> {
  const { to, response, isShared, revoked } = recipient
  const holder = personAt(ctx, typeof to === 'string' ? known(network.personIds, to) : findPupil(network, to), daysAfter(day, HANDED_OVER_AFTER_DAYS))
  // Those who answered came by mail or with their card; the others have a card in a drawer.
  if (!response && typeof to !== 'string') await createClaim(holder, { credentialId, channel: 'card' })
  if (response) await respondToCredential(holder, { credentialId, response })
  if (isShared) await shareCredential(holder, { credentialId, isShared })
  if (revoked) await revokeCredential(personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), revoked.daysAgo)), { credentialId, reason: revoked.reason })
}

const findPupil = (network: Network, [className, place]: readonly [string, number]): string => known(new Map(known(network.pupilIds, className).entries()), place)
