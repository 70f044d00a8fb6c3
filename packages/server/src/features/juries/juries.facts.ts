import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A member, from here or from outside, is asked to read the dossiers and vote. */
export const juryOpened = defineFact('jury.opened', z.object({ juryId: z.guid(), memberId: z.guid() }))
/** The votes are frozen and the minutes signed. */
export const juryClosed = defineFact('jury.closed', z.object({ juryId: z.guid() }))
