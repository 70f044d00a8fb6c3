import { z } from 'zod'

/** A badge is a picture and a page of text: what is larger is something else. */
export const MAX_BYTES = 2 * 1024 * 1024

const recipient = z.string().trim().max(320).optional().meta({ description: 'Whom the badge should be about: an e-mail address or an id. Not kept.' })

export const VerificationInput = z.union([
  z.object({ url: z.string().trim().min(1).max(8192), recipient }).meta({ description: 'The address of a badge, or of its page' }),
  z.object({ text: z.string().min(1).max(MAX_BYTES), recipient }).meta({ description: 'The badge itself: JSON, JWT, SVG' }),
])

export const VerificationFile = z.object({ file: z.any().meta({ type: 'string', format: 'binary', description: 'PNG, SVG, JSON or JWT, 2 MB at most' }), recipient })

/** The form of the page. */
export const VerificationFields = z.object({ text: z.string(), recipient: z.union([z.literal(''), z.email('email').trim()]) })

const Outcome = z.enum(['passed', 'failed', 'skipped', 'undetermined'])

export const VerificationView = z
  .object({
    outcome: z.enum(['verified', 'not-verified', 'undetermined']).meta({ description: 'not-verified when a check failed, else undetermined when one could not be made' }),
    version: z.enum(['0.5', '1.0', '1.1', '2.0', '3.0', 'clr2.0', 'unknown']),
    checks: z
      .array(z.object({ check: z.string(), outcome: Outcome, code: z.string().optional(), detail: z.string().optional() }))
      .meta({ description: 'In the order of the specification' }),
    warnings: z.array(z.object({ code: z.string(), detail: z.string().optional() })),
    address: z.string().nullable().meta({ description: 'Where the badge was found, when an address was given' }),
    verifiedAt: z.iso.datetime(),
    issuedHere: z
      .object({
        issuer: z.object({ name: z.string(), url: z.string() }),
        revokedAt: z.iso.datetime().nullable(),
        revocationReason: z.string().nullable(),
        isDeclined: z.boolean(),
      })
      .nullable()
      .meta({ description: 'What this platform knows of it, when it issued it and the document is genuine' }),
    credential: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Verification' })
