import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  mail_not_failed: 409,
})
