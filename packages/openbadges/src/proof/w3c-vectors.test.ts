import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import { readJsonVector, readVector } from '../../test/support.ts'
import { decodeBase58 } from '../encoding/base58.ts'
import { concatBytes, toHex, toUtf8 } from '../encoding/bytes.ts'
import type { JsonObject } from '../terms/json.ts'
import { canonicalizeJson } from './canonicalize-json.ts'
import { getCryptosuite, hashForProof } from './cryptosuite.ts'
import { decodeMultikey } from './multikey.ts'
import { verifyProof } from './verify-proof.ts'
import { verifySignature } from './verify-signature.ts'

const folder = (name: string) => `published/w3c/${name}`
const keyOf = (proof: JsonObject) => decodeMultikey(String(proof.verificationMethod).split('#')[1] ?? '')

describe.each([
  ['eddsa-jcs-2022', 'eddsa/eddsa-jcs-2022', 'JCS'],
  ['ecdsa-jcs-2019', 'ecdsa/ecdsa-jcs-2019-p256', 'JCSECDSAP256'],
  ['ecdsa-jcs-2019', 'ecdsa/ecdsa-jcs-2019-p384', 'JCSECDSAP384'],
])('the published vector of %s (%s)', (suite, path, suffix) => {
  const { proof, ...document } = readJsonVector(`${folder(path)}/signed${suffix}.json`)
  const key = keyOf(proof)

  test('has the published canonical forms and hash', async () => {
    const { proofValue: _, ...options } = proof
    expect(canonicalizeJson(document)).toBe(readVector(`${folder(path)}/canonDoc${suffix}.txt`))
    expect(canonicalizeJson(options)).toBe(readVector(`${folder(path)}/proofCanon${suffix}.txt`))
    expect(toHex(await hashForProof(getCryptosuite(suite), key.type, document, options))).toBe(readVector(`${folder(path)}/combinedHash${suffix}.txt`).trim())
  })

  test('verifies, and does not when anything changes', async () => {
    expect(await verifyProof(document, proof, key)).toBe(true)
    expect(await verifyProof({ ...document, name: 'x' }, proof, key)).toBe(false)
    expect(await verifyProof(document, { ...proof, created: '2023-02-24T23:36:39Z' }, key)).toBe(false)
    expect(await verifyProof({ ...document, '@context': ['https://www.w3.org/ns/credentials/v2'] }, proof, key)).toBe(false)
  })
})

describe.each([
  ['eddsa/eddsa-rdfc-2022', 'DataInt'],
  ['eddsa/Ed25519Signature2020', 'EdSig'],
  ['ecdsa/ecdsa-rdfc-2019-p256', 'ECDSAP256'],
  ['ecdsa/ecdsa-rdfc-2019-p384', 'ECDSAP384'],
])('the published vector %s, whose context is not pinned here', (path, suffix) => {
  const { proof } = readJsonVector(`${folder(path)}/signed${suffix}.json`)
  const key = keyOf(proof)

  test('has the published signature over the hashes of the published canonical forms', async () => {
    const hash = key.type === 'P-384' ? sha384 : sha256
    const [document, options] = ['canonDoc', 'proofCanon'].map((name) => hash(toUtf8(readVector(`${folder(path)}/${name}${suffix}.txt`))))
    const data = concatBytes(options as Uint8Array, document as Uint8Array)
    expect(toHex(data)).toBe(readVector(`${folder(path)}/combinedHash${suffix}.txt`).trim())
    expect(await verifySignature(key, data, decodeBase58(proof.proofValue.slice(1)))).toBe(true)
  })

  test('is refused as a document, for its context', async () => {
    const { proof: _, ...document } = readJsonVector(`${folder(path)}/signed${suffix}.json`)
    await expect(verifyProof(document, proof, key)).rejects.toMatchObject({ code: 'unknown_context' })
  })
})
