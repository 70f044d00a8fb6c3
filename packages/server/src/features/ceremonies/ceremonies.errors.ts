import { refusals } from '#kit/errors.ts'

export const refuse = refusals({ no_cards: 422, too_many_cards: 413 })
