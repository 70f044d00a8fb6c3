import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase58, encodeBase58 } from './base58.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { toHex } from './bytes.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

test('base58 writes what the published vectors say', () => {
  expect(encodeBase58(Uint8Array.from(Buffer.from('Hello World!')))).toBe('2NEpo7TZRRrLZSi2U')
  expect(encodeBase58(hex('0000287fb4cd'))).toBe('11233QC4')
  expect(encodeBase58(hex(''))).toBe('')
  expect(encodeBase58(hex('0000'))).toBe('11')
})

test('base58 and base64url give the bytes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 130 }), (bytes) => {
      expect(toHex(decodeBase58(encodeBase58(bytes)))).toBe(toHex(bytes))
      expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(toHex(decodeBase64url(encodeBase64url(bytes)))).toBe(toHex(bytes))
    }),
  )
})

test('a text that is not the canonical one is refused', () => {
  for (const text of ['0', 'O', 'l', 'é', ' 1']) expect(() => decodeBase58(text)).toThrow(expect.objectContaining({ code: 'invalid_encoding' }))
  for (const text of ['a', 'ab=', 'a+', 'a/', 'aaaé', 'ab', ' aaa']) expect(() => decodeBase64url(text)).toThrow(expect.objectContaining({ code: 'invalid_encoding' }))
})
