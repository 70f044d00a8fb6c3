import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A nominee may see that they are proposed. */
export const nominationShown = defineFact('nomination.shown', z.object({ nominationId: z.guid() }))
/** What a pupil wrote waits to be read by an adult. */
export const voiceWaiting = defineFact('nomination.voice-waiting', z.object({ voiceId: z.guid() }))
/** It was read: let through, or set aside. */
export const voiceRead = defineFact('nomination.voice-read', z.object({ voiceId: z.guid() }))
/** A dossier was sent back to be completed, or not retained; one that is granted is told as credential.issued. */
export const nominationAnswered = defineFact('nomination.answered', z.object({ decisionId: z.guid() }))
