import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

const Told = z.object({ credentialId: z.guid() })

export const credentialIssued = defineFact('credential.issued', Told)
export const credentialRevoked = defineFact('credential.revoked', Told)
