import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'
import { DraftLevel, distinct, Level, MAX_LEVELS } from './levels.schema.ts'

export { inLanguage } from './localized-text.ts'

/** Open Badges 3.0 asks for one of these, or `ext:…`; the interface offers those that make sense in a French network. */
export const achievementTypes = [
  'Badge',
  'Achievement',
  'Competency',
  'CommunityService',
  'CoCurricular',
  'Course',
  'Fieldwork',
  'LearningProgram',
  'Membership',
  'MicroCredential',
  'Award',
  'Certificate',
  'Certification',
  'Assessment',
  'Assignment',
] as const
export type AchievementType = (typeof achievementTypes)[number]

// Messages are translation keys: `achievements:fields.<key>`.
const localized = (max: number) => z.object({ fr: text(max), en: text(max).optional() })
const written = (max: number) => z.object({ fr: text(max).min(1, 'required'), en: text(max).optional() })
/** Only pages that a browser may open: never `javascript:`, never without a host. */
export const webAddress = z
  .string()
  .trim()
  .max(2000, 'too_long')
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'not_a_web_address')

const alignmentDetails = {
  targetCode: text(100).optional(),
  targetFramework: text(200).optional(),
  targetDescription: text(2000).optional(),
}
export const Alignment = z.object({ targetName: text(300).min(1, 'required'), targetUrl: webAddress, ...alignmentDetails })
export type Alignment = z.infer<typeof Alignment>

const MAX = { name: 120, description: 1000, criteria: 10_000, imageAlt: 300 } as const

const common = {
  achievementType: z.enum(achievementTypes).default('Badge'),
  tags: z.array(text(40).min(1, 'required')).max(20, 'too_many').default([]),
}

/** What a published version says: complete, and never changed afterwards. */
export const AchievementContent = z.object({
  name: written(MAX.name),
  description: written(MAX.description),
  /** Markdown. */
  criteria: written(MAX.criteria),
  ...common,
  alignments: z.array(Alignment).max(20, 'too_many').default([]),
  imageAlt: written(MAX.imageAlt),
  /** From the first to the highest; none for a badge that is given once. */
  levels: z.array(Level).max(MAX_LEVELS, 'too_many').refine(distinct, 'not_distinct').default([]),
})

/** The same while it is being written: anything may still be missing. */
export const DraftContent = z.object({
  name: localized(MAX.name).default({ fr: '' }),
  description: localized(MAX.description).default({ fr: '' }),
  criteria: localized(MAX.criteria).default({ fr: '' }),
  ...common,
  alignments: z
    .array(z.object({ targetName: text(300), targetUrl: text(2000), ...alignmentDetails }))
    .max(20, 'too_many')
    .default([]),
  imageAlt: localized(MAX.imageAlt).default({ fr: '' }),
  levels: z.array(DraftLevel).max(MAX_LEVELS, 'too_many').refine(distinct, 'not_distinct').default([]),
})

export type AchievementContent = z.infer<typeof AchievementContent>
export type DraftContent = z.infer<typeof DraftContent>
export type DraftContentInput = z.input<typeof DraftContent>
/** What is missing before a draft can be published, in the order of the form. */
export const publishChecks = ['name', 'description', 'criteria', 'image', 'imageAlt', 'alignments', 'tags', 'levels'] as const
export type PublishCheck = (typeof publishChecks)[number]

export const AchievementView = AchievementContent.extend({
  id: z.uuid(),
  url: z.string(),
  version: z.int(),
  publishedAt: z.iso.datetime(),
  isArchived: z.boolean(),
  image: z.string(),
  issuer: z.object({ id: z.uuid(), url: z.string(), name: z.string() }),
  versions: z.array(z.object({ number: z.int(), publishedAt: z.iso.datetime(), url: z.string() })),
  /** Open Badges 3.0 Achievement. */
  achievement: z.record(z.string(), z.unknown()),
}).meta({ id: 'Achievement' })
export type AchievementView = z.output<typeof AchievementView>
