import { z } from 'zod'

const optional = (schema: z.ZodType<string>) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What is typed to open an account from a card or a mailed link. Messages are keys of `passports:fields`. */
export const JoinInput = z.object({
  code: z.string().trim().min(1, 'required').max(100),
  password: z.string().min(1, 'required').max(1000),
  givenName: z.string().trim().min(1, 'required').max(100).optional(),
  familyName: z.string().trim().max(100).optional(),
  email: optional(z.string().trim().pipe(z.email('email'))),
})
export type JoinInput = z.output<typeof JoinInput>

export const CardSignInInput = z.object({ code: z.string().trim().min(1, 'required').max(100), password: z.string().min(1, 'required').max(1000) })
export type CardSignInInput = z.output<typeof CardSignInInput>
