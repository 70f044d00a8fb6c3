// The form of a badge: plain fields by name, the same in the browser (live preview), in the action and when a refused form is shown again.
import { type Alignment, achievementTypes, type DraftContent, type DraftContentInput } from './achievement.schema.ts'
import { levelValues, readLevels } from './browser/level-form.ts'
import { BadgeDesign } from './design/badge-design.schema.ts'
import { type PaletteName, paletteColours, palettes } from './design/palettes.ts'

/** Typed values by field name: what a form sends, without files. */
export type Values = Record<string, string>

export const LOCALIZED_FIELDS = ['name', 'description', 'criteria', 'imageAlt'] as const
export const ALIGNMENT_FIELDS = ['targetName', 'targetUrl', 'targetCode', 'targetFramework', 'targetDescription'] as const satisfies (keyof Alignment)[]

export const FIRST_DESIGN: BadgeDesign = {
  shape: 'circle',
  ...paletteColours('lagoon'),
  frame: 'line',
  pattern: 'plain',
  symbol: { kind: 'icon', name: 'team' },
  ribbon: '',
  level: 'none',
}

export const contentValues = (content: DraftContent): Values => ({
  ...Object.fromEntries(LOCALIZED_FIELDS.flatMap((field) => (['fr', 'en'] as const).map((language) => [`${field}.${language}`, content[field][language] ?? '']))),
  achievementType: content.achievementType,
  tags: content.tags.join(', '),
  ...Object.fromEntries(content.alignments.flatMap((alignment, row) => ALIGNMENT_FIELDS.map((field) => [`alignment.${row}.${field}`, alignment[field] ?? '']))),
  ...levelValues(content.levels),
})

export const designValues = (design: BadgeDesign): Values => ({
  'design.shape': design.shape,
  'design.palette': palettes.find(({ primary, secondary }) => primary === design.primary && secondary === design.secondary)?.name ?? 'lagoon',
  'design.frame': design.frame,
  'design.pattern': design.pattern,
  'design.symbol': design.symbol.kind,
  'design.icon': design.symbol.kind === 'icon' ? design.symbol.name : 'team',
  'design.initials': design.symbol.kind === 'initials' ? design.symbol.text : '',
  'design.ribbon': design.ribbon,
  'design.level': design.level,
})

/** The design that the form describes, or undefined while it describes none (no initials yet, too long a ribbon). */
export function readDesign(values: Values): BadgeDesign | undefined {
  const palette = palettes.find(({ name }) => name === values['design.palette'])?.name ?? ('lagoon' satisfies PaletteName)
  const initials = values['design.initials'] ?? ''
  const parsed = BadgeDesign.safeParse({
    shape: values['design.shape'],
    ...paletteColours(palette),
    frame: values['design.frame'],
    pattern: values['design.pattern'],
    symbol: values['design.symbol'] === 'initials' && initials.trim() ? { kind: 'initials', text: initials } : { kind: 'icon', name: values['design.icon'] },
    ribbon: values['design.ribbon'] ?? '',
    level: values['design.level'],
  })
  return parsed.data
}

/** The rows of alignments that a form holds, by their numbers. */
export function alignmentRows(values: Values): number[] {
  const rows = Object.keys(values).map((name) => /^alignment\.(\d{1,4})\./.exec(name)?.[1])
  return [...new Set(rows.filter((row) => row !== undefined).map(Number))].sort((one, other) => one - other)
}

export function readContent(values: Values): DraftContentInput {
  const localized = (field: string) => ({ fr: values[`${field}.fr`] ?? '', en: values[`${field}.en`]?.trim() || undefined })
  const alignments = alignmentRows(values)
    .map((row) => Object.fromEntries(ALIGNMENT_FIELDS.map((field) => [field, values[`alignment.${row}.${field}`]?.trim() ?? ''])))
    .filter((alignment) => Object.values(alignment).some(Boolean))
  return {
    name: localized('name'),
    description: localized('description'),
    criteria: localized('criteria'),
    imageAlt: localized('imageAlt'),
    achievementType: achievementTypes.find((type) => type === values.achievementType) ?? 'Badge',
    tags: readTags(values.tags ?? ''),
    alignments: alignments as DraftContentInput['alignments'],
    levels: readLevels(values),
  }
}

function readTags(text: string): string[] {
  const seen = new Map<string, string>()
  for (const tag of text.split(/[,;\n]/).map((part) => part.trim())) if (tag && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag)
  return [...seen.values()]
}
