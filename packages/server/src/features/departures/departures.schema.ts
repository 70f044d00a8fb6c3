import { z } from 'zod'
import { optional } from '#kit/fields.schema.ts'

export const MAX_CODES = 60

/** `transfer`: for the next establishment. `home`: to be opened with an address of one's own. */
export const DepartureKind = z.enum(['transfer', 'home'])
export type DepartureKind = z.output<typeof DepartureKind>

export const PrepareInput = z.object({
  cohortId: z.guid(),
  kind: DepartureKind,
  personIds: z.array(z.guid()).max(400),
  /** Nothing: wherever the family goes. */
  destinationId: optional(z.guid()),
})

/** `new`: nobody knows them here yet; else the pupil of this establishment who they are. */
export const RequestInput = z.object({ organizationId: z.guid(), code: z.string().max(200), who: z.union([z.literal('new'), z.guid()]), cohortId: optional(z.guid()) })

export const DeclineInput = z.object({ departureId: z.guid(), reason: z.string().trim().min(3, 'reason_required').max(500, 'too_long') })

/** What the new establishment does with one line of codes. */
export type LineOutcome = 'moved' | 'requested'
export type DepartureState = 'open' | 'requested' | 'moved' | 'declined' | 'withdrawn' | 'expired'

/** The form of a class that leaves, for the page and for the file of slips. */
export const DepartureForm = z.object({ kind: DepartureKind, destination: optional(z.guid()), person: z.array(z.guid()).max(400) })
export const OpenAtHomeForm = z.object({ password: z.string().max(1000), address: z.string().trim().min(1, 'address_required') })
