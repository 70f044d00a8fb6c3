import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

const Told = z.object({ nominationId: z.guid() })

export const nominationShown = defineFact('nomination.shown', Told)
