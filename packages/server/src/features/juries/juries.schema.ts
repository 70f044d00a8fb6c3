import { z } from 'zod'
import { optional, text } from '#kit/fields.schema.ts'

// Messages are translation keys: `juries:fields.<key>`.

export const MAX_QUORUM = 60

export const JuryInput = z.object({
  organizationId: z.guid(),
  title: text(120).min(3, 'title_required'),
  date: z.iso.date('date_required'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_required'),
  place: text(200).default(''),
  quorum: z.coerce.number({ error: 'quorum_required' }).int('quorum_required').min(1, 'quorum_required').max(MAX_QUORUM, 'quorum_required'),
  isEmbargoed: z.boolean().default(true),
})
export const JuryChanges = JuryInput.omit({ organizationId: true }).extend({ juryId: z.guid() })

export const GuestInput = z.object({
  juryId: z.guid(),
  name: text(120).min(2, 'name_required').regex(/\p{L}/u, 'name_required'),
  function: text(120).min(2, 'function_required'),
  address: optional(z.string().trim().toLowerCase().max(254, 'too_long').pipe(z.email('email_invalid'))),
})

export const VOTES = ['yes', 'to-complete', 'no', 'abstain'] as const
export type Vote = (typeof VOTES)[number]
export const VoteInput = z.object({ dossierId: z.guid(), vote: z.enum(VOTES, 'vote_required'), comment: text(1000).default('') })

export const RecusalInput = z.object({ dossierId: z.guid(), word: text(500).min(3, 'word_required') })
export type RecusalKind = 'nominee' | 'voice' | 'declared'

export const DECISIONS = ['granted', 'to-complete', 'not-retained', 'adjourned'] as const
export type JuryDecision = (typeof DECISIONS)[number]
export const DecisionInput = z
  .object({
    dossierId: z.guid(),
    decision: z.enum(DECISIONS, 'decision_required'),
    reason: text(1000).default(''),
    levelId: optional(text(60)),
    /** What was on the screen when it was decided. */
    revision: z.coerce.number().int().min(0),
    /** The same decision sent twice is one. */
    key: optional(z.guid()),
  })
  .refine(({ decision, reason }) => decision === 'granted' || decision === 'adjourned' || reason.length >= 3, { path: ['reason'], error: 'reason_required' })

export type JuryState = 'preparing' | 'voting' | 'in-session' | 'closed'
