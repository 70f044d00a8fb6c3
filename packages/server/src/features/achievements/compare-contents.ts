// What changes from one version to the next, for those who decide whether to publish it or to take it over.
import type { AchievementContent, DraftContent } from './achievement.schema.ts'

type Content = AchievementContent | DraftContent
const FIELDS = ['name', 'description', 'criteria', 'alignments'] as const
export type ChangedField = (typeof FIELDS)[number]
export type Comparison = { fields: ChangedField[]; levels: { added: string[]; removed: string[]; reworded: string[] } }

/** Levels are named in French, by the later version where both have them. */
export function compareContents(before: Content, after: Content): Comparison {
  const find = (content: Content, id: string) => content.levels.find((level) => level.id === id)
  const name = ({ name }: Content['levels'][number]) => name.fr
  return {
    fields: FIELDS.filter((field) => !isSame(before[field], after[field])),
    levels: {
      added: after.levels.filter(({ id }) => !find(before, id)).map(name),
      removed: before.levels.filter(({ id }) => !find(after, id)).map(name),
      reworded: after.levels.filter((level) => find(before, level.id) && !isSame(find(before, level.id), level)).map(name),
    },
  }
}

/** JSON of the database keeps no order of keys. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
