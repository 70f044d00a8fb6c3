import type { Ctx } from '#ctx'
import { adoptAchievement, createAchievement, demoDesigns, publishVersion, shareWithNetwork } from '#features/achievements/index.ts'
import { issueCredentials, respondToCredential } from '#features/credentials/index.ts'
import { createClaim } from '#features/passports/index.ts'
import { badges } from './badges.table-data.ts'
import { adoptions, growingBadge, shared, steps } from './levels.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { daysAfter, schoolDay } from './school-day.ts'

const PUBLISHED_DAYS_AGO = 640
const SHARED_DAYS_AGO = 200

type Badge = { achievementId: string; versionId: string }
type Step = (typeof steps)[number]

/** One badge, defined once: two schools adopt it and give its steps, to children of a class and to one who went from one school to the other. */
export async function growBadge(ctx: Ctx, network: Network): Promise<void> {
  for (const key of shared)
    await shareWithNetwork(personAt(ctx, known(network.personIds, badges[key].by), schoolDay(ctx.now(), SHARED_DAYS_AGO)), {
      achievementId: known(network.badges, key).achievementId,
      isShared: true,
    })
  const badge = await publishShared(ctx, network)
  for (const { structure, by, daysAgo, localNote } of adoptions) {
    const designer = personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), daysAgo))
    await adoptAchievement(designer, { organizationId: known(network.organizationIds, structure), achievementId: badge.achievementId, localNote })
  }
  for (const step of steps) await giveStep(ctx, network, badge, step)
}

async function publishShared(ctx: Ctx, network: Network): Promise<Badge> {
  const { structure, by, content } = growingBadge
  const author = personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), PUBLISHED_DAYS_AGO))
  const { achievementId } = await createAchievement(author, {
    organizationId: known(network.organizationIds, structure),
    content: { ...content, tags: [...content.tags], levels: [...content.levels] },
    image: { design: { ...demoDesigns['eco-citizen'], shape: 'circle', ribbon: 'Gardien·ne' }, title: content.imageAlt.fr },
  })
  const { versionId } = await publishVersion(author, achievementId)
  await shareWithNetwork(author, { achievementId, isShared: true })
  return { achievementId, versionId }
}

async function giveStep(ctx: Ctx, network: Network, { versionId }: Badge, { structure, by, daysAgo, levelId, recipients }: Step): Promise<void> {
  const day = schoolDay(ctx.now(), daysAgo)
  const issued = await issueCredentials(personAt(ctx, known(network.personIds, by), day), {
    versionId,
    organizationId: known(network.organizationIds, structure),
    recipients: recipients.map(({ to, narrative }) => ({ ...(typeof to === 'string' ? { email: to } : { personId: findPupil(network, to) }), narrative, levelId })),
  })
  for (const [place, recipient] of recipients.entries()) {
    const personId = typeof recipient.to === 'string' ? known(network.personIds, recipient.to) : findPupil(network, recipient.to)
    const holder = personAt(ctx, personId, daysAfter(day, 1))
    const { credentialId } = issued[place]!
    if ('isKept' in recipient) await respondToCredential(holder, { credentialId, response: 'accepted' })
    else await createClaim(holder, { credentialId, channel: 'card' })
  }
}

const findPupil = (network: Network, [className, place]: readonly [string, number]): string => known(new Map(known(network.pupilIds, className).entries()), place)
