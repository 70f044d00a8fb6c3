// The levels in the form of a badge: rows by number, whose order is the order of the levels.
import type { Values } from '../achievement-form.schema.ts'
import { type DraftLevel, newLevelId } from '../levels.schema.ts'

export const LEVEL_FIELDS = ['id', 'name.fr', 'name.en', 'description.fr', 'description.en'] as const

/** What a badge may start from. The words are a beginning: whoever designs makes them their own. */
export const LEVEL_PRESETS = {
  metals: [
    { id: 'bronze', name: { fr: 'Bronze', en: 'Bronze' } },
    { id: 'argent', name: { fr: 'Argent', en: 'Silver' } },
    { id: 'or', name: { fr: 'Or', en: 'Gold' } },
  ],
  numbers: [1, 2, 3].map((number) => ({ id: `niveau-${number}`, name: { fr: `Niveau ${number}`, en: `Level ${number}` } })),
} as const satisfies Record<string, Pick<DraftLevel, 'id' | 'name'>[]>
export type LevelPreset = keyof typeof LEVEL_PRESETS

type Written = { id: string; name: { fr: string; en?: string | undefined }; description?: { fr: string; en?: string | undefined } }

export const levelValues = (levels: readonly Written[]): Values =>
  Object.fromEntries(
    levels.flatMap(({ id, name, description = { fr: '' } }, row) => [
      [`level.${row}.id`, id],
      [`level.${row}.name.fr`, name.fr],
      [`level.${row}.name.en`, name.en ?? ''],
      [`level.${row}.description.fr`, description.fr],
      [`level.${row}.description.en`, description.en ?? ''],
    ]),
  )

export function levelRows(values: Values): number[] {
  const rows = Object.keys(values).map((name) => /^level\.(\d{1,3})\./.exec(name)?.[1])
  return [...new Set(rows.filter((row) => row !== undefined).map(Number))].sort((one, other) => one - other)
}

export function readLevels(values: Values): DraftLevel[] {
  const rows = levelRows(values).map((row) => Object.fromEntries(LEVEL_FIELDS.map((field) => [field, values[`level.${row}.${field}`]?.trim() ?? ''])) as Record<string, string>)
  const kept = rows.filter((row) => Object.values(row).some(Boolean))
  const taken = kept.flatMap(({ id }) => (id ? [id] : []))
  return kept.map((row) => {
    const id = row['id'] || newLevelId(row['name.fr'] ?? '', taken)
    taken.push(id)
    return {
      id,
      name: { fr: row['name.fr'] ?? '', en: row['name.en'] || undefined },
      description: { fr: row['description.fr'] ?? '', en: row['description.en'] || undefined },
    }
  })
}

/** The form again after one of its buttons, where no script ran; undefined for a button of another part. */
export function changeLevelRows(intent: string, values: Values): Values | undefined {
  const [verb, which = ''] = intent.split(':')
  const rows = levelRows(values)
  if (verb === 'add-level') return { ...values, [`level.${(rows.at(-1) ?? -1) + 1}.name.fr`]: '' }
  if (verb === 'preset-levels') return Object.hasOwn(LEVEL_PRESETS, which) ? { ...values, ...levelValues(LEVEL_PRESETS[which as LevelPreset]) } : values
  if (verb === 'remove-level')
    return renumber(
      values,
      rows.filter((row) => String(row) !== which),
    )
  if (verb === 'raise-level') return renumber(values, swap(rows, rows.indexOf(Number(which))))
  return undefined
}

/** The row at this place, one place up the list; the first stays. */
export function swap<T>(rows: readonly T[], place: number): T[] {
  if (place < 1) return [...rows]
  return [...rows.slice(0, place - 1), rows[place]!, rows[place - 1]!, ...rows.slice(place + 1)]
}

function renumber(values: Values, rows: readonly number[]): Values {
  const others = Object.entries(values).filter(([name]) => !name.startsWith('level.'))
  const moved = rows.flatMap((row, index) => LEVEL_FIELDS.map((field) => [`level.${index}.${field}`, values[`level.${row}.${field}`] ?? '']))
  return Object.fromEntries([...others, ...moved])
}
