import { z } from 'zod'

/** A whole year group; more is several prints. */
export const MAX_CARDS = 400

/** Whose cards: those of one issuing, of a class, a few badges, or all who wait for theirs. */
export const CardChoice = z.object({
  batch: z.guid().optional().catch(undefined),
  cohort: z.guid().optional().catch(undefined),
  credentials: z
    .string()
    .transform((text) => text.split(',').filter((id) => z.guid().safeParse(id).success))
    .optional(),
})
export type CardChoice = z.output<typeof CardChoice>
