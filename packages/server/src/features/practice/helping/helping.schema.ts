import { z } from 'zod'

// Messages are translation keys: `practice:fields.<key>`.
export const HelpWhich = z.object({ programmeId: z.guid(), achievementId: z.guid() })
export const OfferOf = HelpWhich.extend({ personId: z.guid() })

/** `role`: what whoever notes it was. */
export const HelpNote = HelpWhich.extend({ personId: z.guid('mate_required'), role: z.enum(['helper', 'helped']) })
export const HelpAnswer = z.object({ helpId: z.guid(), answer: z.enum(['confirmed', 'declined']) })

export const MAX_NEEDED = 20
export const HelperBadgeInput = z.object({
  programmeId: z.guid(),
  /** None: the programme gives no such badge. */
  achievementId: z.preprocess((value) => (value === '' ? undefined : value), z.guid().optional()),
  needed: z.coerce.number({ error: 'needed_invalid' }).int('needed_invalid').min(1, 'needed_invalid').max(MAX_NEEDED, 'needed_invalid').default(5),
})
