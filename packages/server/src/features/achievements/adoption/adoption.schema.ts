import { z } from 'zod'

// Messages are translation keys: `achievements:fields.<key>`.
const Adopted = { organizationId: z.guid(), achievementId: z.guid() }

export const AdoptedInput = z.object(Adopted)
export const AdoptInput = z.object({ ...Adopted, localNote: z.string().trim().max(600, 'too_long').default('') })
export type AdoptInput = z.input<typeof AdoptInput>
