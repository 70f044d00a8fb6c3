import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** Somebody is asked for an endorsement, or reminded once. */
export const endorsementRequested = defineFact('endorsement.requested', z.object({ requestId: z.guid(), isReminder: z.boolean() }))
/** What was asked for was answered: signed, or a word that was left. */
export const endorsementSigned = defineFact('endorsement.signed', z.object({ endorsementId: z.guid() }))
export const endorsementWithdrawn = defineFact('endorsement.withdrawn', z.object({ endorsementId: z.guid() }))
