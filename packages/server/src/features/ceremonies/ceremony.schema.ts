import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'

// Messages are translation keys: `ceremonies:fields.<key>`.
export const MAX_CITATION = 160
/** A whole lycée in one afternoon; more is several ceremonies. */
export const MAX_RECIPIENTS = 600

/** A day and an hour as a form sends them; they are of Paris, where the platform's people live. */
export const CeremonyInput = z.object({
  title: text(120).min(3, 'title_required'),
  day: z.iso.date('day_required'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_required'),
  place: text(120).default(''),
})
export type CeremonyInput = z.input<typeof CeremonyInput>

export const DISPLAYS = ['full', 'first-name', 'nothing'] as const
export const PHOTOS = ['unknown', 'yes', 'no'] as const
export const PRESENCES = ['expected', 'present', 'absent', 'handed'] as const
export const OUTCOMES = ['waiting', 'issued', 'already-held', 'failed'] as const
export type Display = (typeof DISPLAYS)[number]
export type Photo = (typeof PHOTOS)[number]
export type Presence = (typeof PRESENCES)[number]
export type Outcome = (typeof OUTCOMES)[number]

export const RecipientInput = z.object({
  recipientId: z.guid(),
  citation: text(MAX_CITATION).default(''),
  handedBy: text(80).default(''),
  pronunciation: text(80).default(''),
  className: text(60).default(''),
  display: z.enum(DISPLAYS),
  photo: z.enum(PHOTOS).default('unknown'),
})
export type RecipientInput = z.input<typeof RecipientInput>

const levelId = z.preprocess((value) => (value === '' ? undefined : value), text(60).optional())
export const AddPeopleInput = z.object({
  ceremonyId: z.guid(),
  achievementId: z.guid(),
  levelId,
  personIds: z.array(z.guid()),
  citation: text(MAX_CITATION).default(''),
})
export const AddGuestInput = z.object({
  ceremonyId: z.guid(),
  achievementId: z.guid(),
  levelId,
  name: text(120).min(2, 'name_required').regex(/\p{L}/u, 'name_required'),
  citation: text(MAX_CITATION).default(''),
})
export const HandedByInput = z.object({ ceremonyId: z.guid(), className: z.string(), handedBy: text(80) })

export type Direction = 'up' | 'down'
