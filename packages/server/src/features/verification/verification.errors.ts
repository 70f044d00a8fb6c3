import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  nothing_given: 422,
  not_a_badge: 422,
  nothing_there: 422,
  address_refused: 422,
  too_large: 413,
  too_many_requests: 429,
})

/** What a submission turned out to be, when it is not a badge. Each has its sentence: `found.<kind>`. */
export const FOUND = ['empty', 'picture', 'photo', 'pdf', 'office', 'page', 'text', 'json', 'badge_class', 'issuer', 'claim', 'file'] as const
export type Found = (typeof FOUND)[number]

export const notABadge = (found: Found) => refuse('not_a_badge', { found })
