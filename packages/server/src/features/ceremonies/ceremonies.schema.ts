import { z } from 'zod'

/** A whole year group; more is several prints. */
export const MAX_CARDS = 400

/** Whose cards: those of one issuing, of a class, of one person, a few badges, or all who wait for theirs. */
export const CardChoice = z.object({
  batch: z.guid().optional().catch(undefined),
  cohort: z.guid().optional().catch(undefined),
  person: z.guid().optional().catch(undefined),
  credentials: z
    .string()
    .transform((text) => text.split(',').filter((id) => z.guid().safeParse(id).success))
    .optional(),
})
export type CardChoice = z.output<typeof CardChoice>

/** What can be printed, all of it on A4. The measures of each are in `sheets/layouts.table-data.ts`. */
export const SHEETS = ['cards', 'cards-a6', 'labels-70x37', 'labels-64x33', 'round-32', 'round-45', 'round-58', 'certificate-a4', 'certificate-a5', 'wall-list'] as const
export const Sheet = z.enum(SHEETS).catch('cards')
export type Sheet = z.output<typeof Sheet>

/** Those that open the badge: each print of them makes a new code, and voids the former. */
const KEYS: readonly Sheet[] = ['cards', 'cards-a6', 'labels-70x37', 'labels-64x33']
export const isKey = (sheet: Sheet): boolean => KEYS.includes(sheet)

const ids = z.array(z.unknown()).transform((ids) => ids.filter((id): id is string => z.guid().safeParse(id).success))

/** What the form of the access cards sends. */
export const AccessPrintForm = z.object({
  /** The class they are given in. */
  cohort: z.guid().optional().catch(undefined),
  layout: z.enum(['cards', 'a6']).catch('cards'),
  person: ids,
  /** One pupil who begins again. */
  forgotten: z.guid().optional().catch(undefined),
})

/** What the form of the print page sends. */
export const PrintForm = z.object({
  /** The page it comes from, as its search. */
  choice: z.string().catch(''),
  sheet: Sheet,
  slips: z.string().optional(),
  /** Prints nothing: the page again, with everybody ticked. */
  tick: z.string().optional(),
  credential: ids,
  /** One card that was lost. */
  lost: z.guid().optional().catch(undefined),
  /** Somebody who lost their cards. */
  person: z.guid().optional().catch(undefined),
})
export type PrintForm = z.output<typeof PrintForm>

/** What the form of a ceremony's paper sends; `*` is everybody. */
export const PaperForm = z.object({ sheet: Sheet, slips: z.string().optional(), className: z.string().catch('*') })
