import { z } from 'zod'

export const IssuerView = z
  .object({
    id: z.uuid(),
    did: z.string(),
    name: z.string(),
    url: z.string(),
    keys: z.array(
      z.object({
        verificationMethod: z.string(),
        publicKeyMultibase: z.string(),
        createdAt: z.iso.datetime(),
        retiredAt: z.iso.datetime().nullable(),
        compromisedAt: z.iso.datetime().nullable(),
      }),
    ),
    /** Open Badges 3.0 Profile. */
    profile: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Issuer' })
export type IssuerView = z.output<typeof IssuerView>

export const CompromisedKeyFields = z.object({ keyId: z.uuid(), reason: z.string().trim().min(1, 'reason_required').max(1000, 'too_long') })
