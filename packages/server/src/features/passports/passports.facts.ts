import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A badge brought from elsewhere no longer holds, holds again, or its issuer has been gone for a while. */
export const importChanged = defineFact('import.changed', z.object({ importedId: z.guid() }))

/** Somebody who sees a badge has said a warm word to whoever holds it. */
export const congratulated = defineFact('passport.congratulated', z.object({ congratulationId: z.guid() }))
