import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

const Told = z.object({ ceremonyId: z.guid() })

/** All its badges were tried. Each one that was issued is told as credential.issued. */
export const ceremonyPublished = defineFact('ceremony.published', Told)
/** Its day has passed, and nobody published it. */
export const ceremonyForgotten = defineFact('ceremony.forgotten', Told)
