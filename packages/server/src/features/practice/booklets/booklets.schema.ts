import { z } from 'zod'

export const MAX_SENTENCE = 300
/** In one file. */
export const MAX_BOOKLETS = 120

// Messages are translation keys: `booklets:fields.<key>`.
const sentence = z.string().trim().max(MAX_SENTENCE, 'too_long')

/** What a pupil says, for each badge and each period: an empty one is taken back. */
export const SentencesInput = z.object({
  programmeId: z.guid(),
  badges: z.record(z.guid(), sentence).default({}),
  periods: z.record(z.guid(), sentence).default({}),
})

export const ShareInput = z.object({ programmeId: z.guid(), organizationId: z.guid(), isOpen: z.boolean() })

/** An empty one is what was prepared again. */
export const BonusInput = z.object({ programmeId: z.guid(), periodId: z.guid(), personId: z.guid(), text: sentence })

/** Whose booklets are printed: nobody named is the whole class asked for. */
export const PrintForm = z.object({ person: z.array(z.guid()).catch([]), cohort: z.string().max(200).optional().catch(undefined) })
