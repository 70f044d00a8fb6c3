import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A badge brought from elsewhere no longer holds, holds again, or its issuer has been gone for a while. */
export const importChanged = defineFact('import.changed', z.object({ importedId: z.guid() }))
