import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A nominee may see that they are proposed. */
export const nominationShown = defineFact('nomination.shown', z.object({ nominationId: z.guid() }))
/** A dossier was sent back to be completed, or not retained; one that is granted is told as credential.issued. */
export const nominationAnswered = defineFact('nomination.answered', z.object({ decisionId: z.guid() }))
