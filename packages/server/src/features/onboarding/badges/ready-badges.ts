import { readyBadgeSeeds } from './ready-badges.table-data.ts'

export type ReadyBadgeKey = keyof typeof readyBadgeSeeds

const markdown = ({ lead, points }: { lead: string; points: readonly string[] }): string => `${lead}\n\n${points.map((point) => `- ${point}`).join('\n')}`

const isKey = (key: string): key is ReadyBadgeKey => Object.hasOwn(readyBadgeSeeds, key)

export { isKey as isReadyBadge }

/** As a structure takes them over: words in both languages, criteria as a list that somebody can check, a drawing. */
export const readyBadges = Object.fromEntries(
  Object.entries(readyBadgeSeeds).map(([key, { name, description, criteria, tags, alignments, imageAlt, design }]) => [
    key,
    {
      content: {
        name,
        description,
        criteria: { fr: markdown(criteria.fr), en: markdown(criteria.en) },
        achievementType: 'Badge' as const,
        tags: [...tags],
        alignments: alignments.map((alignment) => ({ ...alignment })),
        imageAlt,
      },
      design,
    },
  ]),
) as unknown as Record<ReadyBadgeKey, ReadyBadge>

type Seed = (typeof readyBadgeSeeds)[ReadyBadgeKey]
type Text = { fr: string; en: string }
type ReadyBadge = {
  content: { name: Text; description: Text; criteria: Text; achievementType: 'Badge'; tags: string[]; alignments: { targetName: string; targetUrl: string }[]; imageAlt: Text }
  design: Seed['design']
}
