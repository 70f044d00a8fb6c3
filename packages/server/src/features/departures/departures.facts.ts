import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

const Departure = z.object({ departureId: z.guid() })

/** A new establishment has entered a code and waits for the yes of the former one. */
export const departureRequested = defineFact('departure.requested', Departure)
/** Both sides have said yes: the passport has moved. */
export const departureConfirmed = defineFact('departure.confirmed', Departure)
/** The former establishment said no to whoever asked. */
export const departureDeclined = defineFact('departure.declined', Departure)
