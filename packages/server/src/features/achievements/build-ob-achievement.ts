import type { AchievementInput, Profile } from '@boat/openbadges'
import type { Config } from '#config'
import type { Ctx } from '#ctx'
import type { AchievementVersion } from './get-version.ts'
import type { Level } from './levels.schema.ts'

export const achievementUrl = (config: Config, achievementId: string): string => `${config.url}/achievements/${achievementId}`
export const versionUrl = (config: Config, { achievementId, number }: Pick<AchievementVersion, 'achievementId' | 'number'>): string =>
  `${achievementUrl(config, achievementId)}/versions/${number}`

/**
 * One version as an Open Badges 3.0 Achievement, of the structure that wrote it, whoever gives it. The standard's texts have one
 * language: French, which is never missing.
 */
export function buildObAchievement(ctx: Ctx, version: AchievementVersion, creator: Profile) {
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
    creator,
    inLanguage: 'fr',
    version: String(version.number),
    ...(content.tags.length && { tag: content.tags }),
    ...(content.alignments.length && { alignment: content.alignments.map((alignment) => ({ type: ['Alignment'], ...withoutEmpty(alignment) })) }),
    ...(content.levels.length && { resultDescription: [describeLevels(id, content.levels)] }),
    ...(version.number > 1 && { related: [formerVersion(ctx.config, version)] }),
  } satisfies AchievementInput
}

/** What a credential says of the level that was reached. Both addresses lead to the badge's own page. */
export const buildLevelResult = (config: Config, version: AchievementVersion, levelId: string) => ({
  resultDescription: levelsUrl(versionUrl(config, version)),
  achievedLevel: levelUrl(versionUrl(config, version), levelId),
})

const levelsUrl = (id: string) => `${id}#levels`
const levelUrl = (id: string, levelId: string) => `${id}#level-${levelId}`

const describeLevels = (id: string, levels: readonly Level[]) => ({
  id: levelsUrl(id),
  type: ['ResultDescription'],
  name: 'Niveau',
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: levels.map((level, index) => ({
    id: levelUrl(id, level.id),
    type: ['RubricCriterionLevel'],
    name: level.name.fr,
    description: level.description.fr,
    level: String(index + 1),
  })),
})

/** Versions are linked one to the next: steps that were given under several are seen to be of one badge. */
const formerVersion = (config: Config, { achievementId, number }: AchievementVersion) => ({
  id: versionUrl(config, { achievementId, number: number - 1 }),
  type: ['Related'],
  version: String(number - 1),
})

const withoutEmpty = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== '' && part !== undefined)) as T
