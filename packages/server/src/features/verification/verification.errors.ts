import { refusals } from '#kit/errors.ts'
import { type Found, recognizeDocument } from './browser/recognize-document.ts'

export const refuse = refusals({
  nothing_given: 422,
  not_a_badge: 422,
  nothing_there: 422,
  address_refused: 422,
  too_large: 413,
  too_many_requests: 429,
})

export const notABadge = (found: Found) => refuse('not_a_badge', { found })

/**
 * What is not a badge goes no further; of a badge that is only an address, the address.
 *
 * @throws Refusal `not_a_badge`, with what it is instead
 */
export function expectBadge(document: Uint8Array | string): string | undefined {
  const recognized = recognizeDocument(document)
  if (recognized.found) throw notABadge(recognized.found)
  return recognized.address
}
