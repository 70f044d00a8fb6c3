import { expect, test } from 'vitest'
import { negotiateFace } from './negotiate-face.ts'

const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8'
const IMG = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'

test.each([
  [CHROME, 'html', 'text/html'],
  [undefined, 'html', 'text/html'],
  ['', 'html', 'text/html'],
  ['*/*', 'html', 'text/html'],
  ['application/vc+ld+json', 'json', 'application/vc+ld+json'],
  ['application/vc', 'json', 'application/vc'],
  ['application/ld+json', 'json', 'application/ld+json'],
  ['application/json', 'json', 'application/json'],
  ['application/json, text/html', 'json', 'application/json'],
  ['application/json;q=0.5, text/html', 'html', 'text/html'],
  ['text/html;q=0, */*', 'html', 'text/html'],
  ['application/*', 'html', 'application/xhtml+xml'],
  ['application/vc+jwt', 'jwt', 'application/vc+jwt'],
  ['application/jwt', 'jwt', 'application/jwt'],
  ['image/png', 'png', 'image/png'],
  ['image/svg+xml', 'svg', 'image/svg+xml'],
  [IMG, 'svg', 'image/svg+xml'],
  ['image/*', 'png', 'image/png'],
  ['APPLICATION/JSON', 'json', 'application/json'],
  ['application/ld+json; profile="https://w3id.org/openbadges/v2"', 'ob2', 'application/ld+json'],
])('Accept: %s gives %s as %s', (accept, face, mediaType) => expect(negotiateFace({ accept })).toEqual({ face, mediaType }))

test.each([
  [{ ending: 'json' }, 'json'],
  [{ ending: 'jwt' }, 'jwt'],
  [{ ending: 'png' }, 'png'],
  [{ ending: 'svg' }, 'svg'],
  [{ format: 'ob2' }, 'ob2'],
  [{ format: 'html', accept: 'application/json' }, 'html'],
  [{ ending: 'png', accept: 'text/html' }, 'png'],
])('%o names the face, whatever is accepted', (asked, face) => expect(negotiateFace(asked)?.face).toBe(face))

test('what we do not have is not offered', () => {
  expect(negotiateFace({ accept: 'application/pdf' })).toBeUndefined()
  expect(negotiateFace({ format: 'toString' })).toBeUndefined()
})
