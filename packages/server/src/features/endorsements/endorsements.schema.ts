import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'

// Messages are translation keys: `endorsements:fields.<key>`.
export const MAX_COMMENT = 1000
export const MAX_MESSAGE = 1000

const asking = {
  badgeId: z.guid(),
  message: text(MAX_MESSAGE).default(''),
  /** Whether they see what was joined to the badge. */
  showsEvidence: z.boolean().default(false),
}

/** Somebody of a structure that both belong to, or somebody by mail, in the language that they read. */
export const AskInput = z.union([
  z.object({ ...asking, personId: z.guid() }),
  z.object({
    ...asking,
    name: text(120).min(2, 'name_required').regex(/\p{L}/u, 'name_required'),
    address: z.string().trim().toLowerCase().max(254, 'too_long').pipe(z.email('address_invalid')),
    locale: z.enum(['fr', 'en']).default('fr'),
  }),
])

/** How it is said: a word without signing, in one's own name, or in the name of the structure with this id. */
export const Voice = z.union([z.literal('word'), z.literal('self'), z.guid()], 'voice_required')

export const AnswerInput = z.object({
  voice: Voice,
  comment: text(MAX_COMMENT).min(10, 'comment_required'),
  /** How they know. */
  relation: text(300).min(3, 'relation_required'),
  /** Of somebody without an account: as they want to be named. */
  name: text(120).default(''),
  function: text(120).default(''),
})
export type AnswerInput = z.output<typeof AnswerInput>

export const WithdrawalInput = z.object({ reason: text(500).min(3, 'reason_required') })

export type RequestState = 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired'
