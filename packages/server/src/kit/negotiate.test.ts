import { expect, test } from 'vitest'
import { preferredType } from './negotiate.ts'

const offers = ['text/html', 'application/ld+json', 'application/json'] as const
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

test.each([
  [undefined, 'text/html'],
  ['', 'text/html'],
  [BROWSER, 'text/html'],
  ['*/*', 'text/html'],
  ['application/json', 'application/json'],
  ['application/*', 'application/ld+json'],
  ['application/json;q=0.5, application/ld+json', 'application/ld+json'],
  ['application/ld+json;profile="x", */*;q=0.1', 'application/ld+json'],
  ['text/html;q=0, application/json', 'application/json'],
  ['image/webp', 'text/html'],
])('%s is answered with %s', (accept, answer) => {
  expect(preferredType(accept, offers)).toBe(answer)
})
