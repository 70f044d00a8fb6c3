import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

export const organizationCreated = defineFact('organization.created', z.object({ organizationId: z.uuid() }))

/** `sealedToken`: base64 of `secrets.seal(token, 'link:' + invitationId)`; the link is `/invitations/<token>`. */
export const invitationSent = defineFact(
  'invitation.sent',
  z.object({ invitationId: z.uuid(), address: z.string(), locale: z.enum(['fr', 'en']), organizationName: z.string(), sealedToken: z.string() }),
)
