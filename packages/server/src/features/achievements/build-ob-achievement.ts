import type { AchievementInput, Profile } from '@boat/openbadges'
import type { Config } from '#config'
import type { Ctx } from '#ctx'
import type { AchievementVersion } from './get-version.ts'

export const achievementUrl = (config: Config, achievementId: string): string => `${config.url}/achievements/${achievementId}`
export const versionUrl = (config: Config, { achievementId, number }: Pick<AchievementVersion, 'achievementId' | 'number'>): string =>
  `${achievementUrl(config, achievementId)}/versions/${number}`

/** One version as an Open Badges 3.0 Achievement. The standard's texts have one language: French, which is never missing. */
export function buildObAchievement(ctx: Ctx, version: AchievementVersion, issuerProfile: Profile) {
  const { content } = version
  const id = versionUrl(ctx.config, version)
  return {
    id,
    type: ['Achievement'],
    name: content.name.fr,
    description: content.description.fr,
    criteria: { id: `${id}#criteria`, narrative: content.criteria.fr },
    image: { id: `${ctx.config.url}/images/${version.imageId}`, type: 'Image', caption: content.imageAlt.fr },
    achievementType: content.achievementType,
    creator: issuerProfile,
    inLanguage: 'fr',
    version: String(version.number),
    ...(content.tags.length && { tag: content.tags }),
    ...(content.alignments.length && { alignment: content.alignments.map((alignment) => ({ type: ['Alignment'], ...withoutEmpty(alignment) })) }),
  } satisfies AchievementInput
}

const withoutEmpty = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== '' && part !== undefined)) as T
