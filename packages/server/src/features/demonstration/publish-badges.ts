import type { Ctx } from '#ctx'
import { archiveAchievement, createAchievement, demoDesigns, getAchievement, publishVersion, saveDraft, startNewVersion } from '#features/achievements/index.ts'
import type { BadgeSeed } from './badge.seed.ts'
import { type BadgeKey, badges } from './badges.table-data.ts'
import { frameworks } from './frameworks.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'

const PUBLISHED_DAYS_AGO = 420
const DRAFTED_DAYS_AGO = 6
export const REVISED_DAYS_AGO = 100

const seeds = Object.entries(badges) as [BadgeKey, BadgeSeed][]

/** Every badge, by whoever wrote it. */
export async function publishBadges(ctx: Ctx, network: Network): Promise<void> {
  for (const [place, [key, seed]] of seeds.entries()) {
    // Not all on one day: a list sorted by date then looks like a year of work.
    const daysAgo = seed.state === 'draft' ? DRAFTED_DAYS_AGO : PUBLISHED_DAYS_AGO - place
    const author = personAt(ctx, known(network.personIds, seed.by), schoolDay(ctx.now(), daysAgo))
    const { achievementId } = await createAchievement(author, {
      organizationId: known(network.organizationIds, seed.structure),
      content: toContent(seed),
      image: { design: toDesign(seed), title: seed.imageAlt.fr },
    })
    if (seed.state !== 'draft') network.badges.set(key, { achievementId, ...(await publishVersion(author, achievementId)) })
  }
}

/** Later on one badge asks for more, and another is no longer given. Those who have them keep what they were given. */
export async function reviseBadges(ctx: Ctx, network: Network): Promise<void> {
  for (const [key, seed] of seeds) {
    const author = personAt(ctx, known(network.personIds, seed.by), schoolDay(ctx.now(), REVISED_DAYS_AGO))
    if (seed.state === 'archived') await archiveAchievement(author, known(network.badges, key).achievementId)
    if (seed.secondVersion) await publishSecondVersion(author, network, key)
  }
}

async function publishSecondVersion(ctx: Ctx, network: Network, key: BadgeKey): Promise<void> {
  const seed: BadgeSeed = badges[key]
  const { achievementId } = known(network.badges, key)
  await startNewVersion(ctx, achievementId)
  const { draft } = await getAchievement(ctx, achievementId)
  await saveDraft(ctx, { achievementId, revision: draft!.revision, content: toContent(seed, seed.secondVersion?.point) })
  network.badges.set(key, { achievementId, ...(await publishVersion(ctx, achievementId)) })
}

function toContent({ name, description, criteria, tags, alignments, imageAlt, type = 'Badge' }: BadgeSeed, added?: string) {
  const points = added ? [...criteria.points, added] : criteria.points
  const markdown = [criteria.lead, points.map((point) => `- ${point}`).join('\n'), criteria.end].filter(Boolean).join('\n\n')
  return { name, description, criteria: { fr: markdown }, achievementType: type, tags: [...tags], alignments: alignments.map((key) => frameworks[key]), imageAlt }
}

function toDesign({ design, drawing }: BadgeSeed) {
  if (!drawing) return demoDesigns[design]
  return { ...demoDesigns[design], symbol: { kind: 'icon' as const, name: drawing.icon }, ribbon: drawing.ribbon }
}
