import { expect, test } from 'vitest'
import { readJsonVector } from '../../test/support.ts'
import { toHex } from '../encoding/bytes.ts'
import { decodeMultikey, encodeMultikey } from './multikey.ts'

const { publicKeyHex, publicKeyMultibase } = readJsonVector('spec/intermediate.json')

test('an Ed25519 key is written as the specification’s example has it', () => {
  const publicKey = Uint8Array.from(Buffer.from(publicKeyHex, 'hex'))
  expect(encodeMultikey({ type: 'Ed25519', publicKey })).toBe(publicKeyMultibase)
  expect(toHex(decodeMultikey(publicKeyMultibase).publicKey)).toBe(publicKeyHex)
})

test('the P-256 and P-384 keys of the controller document examples are read', () => {
  expect(decodeMultikey('zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv').type).toBe('P-256')
  expect(decodeMultikey('z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54').type).toBe('P-384')
})

test('anything else is refused', () => {
  const wrong = ['', 'z', 'z6Mk', publicKeyMultibase.slice(0, -1), `${publicKeyMultibase}1`, `m${publicKeyMultibase}`, publicKeyMultibase.slice(1)]
  for (const text of wrong) expect(() => decodeMultikey(text)).toThrow(expect.objectContaining({ code: 'invalid_key' }))
  expect(() => encodeMultikey({ type: 'P-256', publicKey: new Uint8Array(32) })).toThrow(expect.objectContaining({ code: 'invalid_key' }))
})
