import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'
import { webAddress } from '../achievement.schema.ts'
import { ExerciseSource } from './exercise.schema.ts'

export const RESOURCE_KINDS = ['exercise', 'video', 'booklet', 'link'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

export const MAX_VIDEO_BYTES = 100 * 1024 * 1024
export const MAX_BOOKLET_BYTES = 10 * 1024 * 1024
/** Of one structure for one badge. */
export const MAX_RESOURCES = 60

// Messages are translation keys: `achievements:fields.<key>`.

const common = {
  title: z.object({ fr: text(120).min(1, 'required'), en: text(120).optional() }),
  /** « à revoir si … » */
  hint: z.object({ fr: text(200), en: text(200).optional() }).default({ fr: '' }),
  isPublic: z.boolean().default(false),
}

export const ResourceContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exercise'), ...common, exercise: ExerciseSource }),
  // Left out, what is there stays; null takes it away.
  z.object({ kind: z.literal('video'), ...common, address: webAddress.optional(), captions: z.string().nullish() }),
  z.object({ kind: z.literal('booklet'), ...common }),
  z.object({ kind: z.literal('link'), ...common, address: webAddress }),
])
export type ResourceContent = z.output<typeof ResourceContent>
export type ResourceInput = z.input<typeof ResourceContent>

/** How far somebody is with it. Nobody counts how often. */
export type Progress = 'seen' | 'tried' | 'done' | null
