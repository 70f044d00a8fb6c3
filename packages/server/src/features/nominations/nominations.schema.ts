import { z } from 'zod'
import { optional, text } from '#kit/fields.schema.ts'

// Messages are translation keys: `nominations:fields.<key>`.
const MAX_TEXT = 2000

export const MAX_FILES = 3
export const MAX_FILE_BYTES = 8 * 1024 * 1024
/** What browsers let one choose; telephones turn their own format into the first. */
export const ACCEPTED_FILES = 'image/jpeg,image/png,image/webp,application/pdf'

const uploads = z
  .array(z.object({ uploadId: z.guid(), alt: text(300).default('') }))
  .max(MAX_FILES, 'too_many_files')
  .default([])

const Voice = {
  organizationId: z.guid(),
  achievementId: z.guid(),
  /** The level that the author has in mind, of a badge that has some. */
  levelId: optional(text(60)),
  deed: text(MAX_TEXT).min(10, 'deed_required'),
  occasion: text(300).min(3, 'occasion_required'),
  uploads,
  /** A pupil who would like the nominee to know who wrote; an adult has the last word. */
  wishesName: z.boolean().default(false),
}

/** A person of the structure, or somebody without an account, by name and function. */
export const NominateInput = z.union([
  z.object({ ...Voice, personId: z.guid() }),
  z.object({ ...Voice, name: text(120).min(2, 'name_required').regex(/\p{L}/u, 'name_required'), function: text(120).min(2, 'function_required') }),
])
export type NominateInput = z.input<typeof NominateInput>

export const FactInput = z.object({
  nominationId: z.guid(),
  text: text(MAX_TEXT).min(3, 'fact_required'),
  url: optional(text(2000).refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'not_a_web_address')),
  uploads,
})

/** What programs send to propose somebody: photos come through the page. */
const spoken = {
  organizationId: Voice.organizationId,
  achievementId: Voice.achievementId,
  levelId: text(60).optional(),
  deed: Voice.deed,
  occasion: Voice.occasion,
}
export const NominateBody = z.union([
  z.object({ ...spoken, personId: z.guid() }),
  z.object({ ...spoken, name: text(120).min(2, 'name_required'), function: text(120).min(2, 'function_required') }),
])

const reason = text(1000)
const Reason = reason.min(3, 'reason_required')

export const ModerateInput = z.discriminatedUnion('decision', [
  z.object({ voiceId: z.guid(), decision: z.literal('voice-admitted'), reason: reason.default(''), isNamed: z.boolean().default(false) }),
  z.object({ voiceId: z.guid(), decision: z.literal('voice-set-aside'), reason: Reason }),
])

const naming = { nominationId: z.guid(), voiceId: optional(z.guid()) }
export const NamingInput = z.discriminatedUnion('isNamed', [
  z.object({ ...naming, isNamed: z.literal(true), reason: reason.min(3, 'naming_reason_required') }),
  z.object({ ...naming, isNamed: z.literal(false), reason: reason.default('') }),
])

export const DecideInput = z.discriminatedUnion('decision', [
  z.object({
    nominationId: z.guid(),
    decision: z.literal('granted'),
    reason: reason.default(''),
    /** Nobody else learns of it, and nothing is issued, before the ceremony. */
    isEmbargoed: z.boolean().default(false),
    levelId: optional(text(60)),
  }),
  z.object({ nominationId: z.guid(), decision: z.literal('to-complete'), reason: Reason }),
  z.object({ nominationId: z.guid(), decision: z.literal('not-retained'), reason: Reason }),
])

export const DecisionBody = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('granted'), reason: reason.optional(), isEmbargoed: z.boolean().optional(), levelId: text(60).optional() }),
  z.object({ decision: z.literal('to-complete'), reason: Reason }),
  z.object({ decision: z.literal('not-retained'), reason: Reason }),
])

export type NominationState = 'open' | 'to-complete' | 'agreed' | 'granted' | 'not-retained' | 'declined' | 'withdrawn' | 'set-aside'
export type VoiceState = 'waiting' | 'admitted' | 'set-aside' | 'withdrawn'
export type NominationResponse = 'pending' | 'accepted' | 'declined'
export type DecisionKind = 'voice-admitted' | 'voice-set-aside' | 'accepted' | 'declined' | 'completed' | 'agreed' | 'granted' | 'to-complete' | 'not-retained'
