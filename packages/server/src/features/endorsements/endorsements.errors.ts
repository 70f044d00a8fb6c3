import { refusals } from '#kit/errors.ts'

export const refuse = refusals({})
