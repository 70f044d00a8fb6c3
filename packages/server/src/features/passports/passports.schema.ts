import { z } from 'zod'
import { Secret } from '#features/accounts/accounts.schema.ts'

const optional = (schema: z.ZodType<string>) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What is typed to open an account from a card or a mailed link. Messages are keys of `passports:fields`. */
export const JoinInput = z.object({
  code: z.string().trim().min(1, 'required').max(100),
  secret: Secret,
  isShared: z.boolean().default(false),
  givenName: z.string().trim().min(1, 'required').max(100).optional(),
  familyName: z.string().trim().max(100).optional(),
  email: optional(z.string().trim().pipe(z.email('email'))),
})
export type JoinInput = z.input<typeof JoinInput>

export const CardSignInInput = JoinInput.pick({ code: true, secret: true, isShared: true })
export type CardSignInInput = z.input<typeof CardSignInInput>
