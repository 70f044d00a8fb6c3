import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  reason_required: 400,
  key_already_compromised: 409,
  key_already_rotated: 409,
})
