import { describe, expect, test } from 'vitest'
import { fullInput, makeSigner, makeSignerFromSecret, readJsonVector, readVector } from '../../test/support.ts'
import { buildAchievementCredential } from '../build/build-achievement-credential.ts'
import { cloneJson, type JsonObject } from '../terms/json.ts'
import { canonicalize } from './canonicalize.ts'
import { signCredential } from './sign-credential.ts'
import { verifyProof } from './verify-proof.ts'

const created = new Date('2026-11-23T10:00:05Z')
const signer = makeSigner('did:web:badges.example')
const key = { type: 'Ed25519' as const, publicKey: signer.publicKey }
const credential = buildAchievementCredential(fullInput('did:web:badges.example'))

describe('the worked example of the specification', () => {
  const { secretKeyHex } = readJsonVector('spec/intermediate.json')
  const published = readJsonVector('spec/signed.json')
  const { proof, ...document } = published
  const [controller] = proof.verificationMethod.split('#')
  const author = makeSignerFromSecret(controller, Buffer.from(secretKeyHex, 'hex'))

  test('the proof’s options have the published canonical form', async () => {
    const { proofValue: _, ...options } = proof
    expect((await canonicalize({ '@context': document['@context'], ...options })).trim()).toBe(readVector('spec/proof-canon.txt').trim())
  })

  test('what its key signs here verifies here', async () => {
    const signed = await signCredential(document, { signer: author, created: new Date(proof.created) })
    expect(await verifyProof(document, signed.proof as unknown as JsonObject, { type: 'Ed25519', publicKey: author.publicKey })).toBe(true)
  })
})

test('the credential given is never changed', async () => {
  const before = cloneJson(credential)
  const signed = await signCredential(credential, { signer, created })
  expect(credential).toEqual(before)
  expect(signed.proof).toMatchObject({ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: '2026-11-23T10:00:05Z' })
})

test('a second signature makes a proof set, and both verify', async () => {
  const second = makeSigner('did:web:other.example', 'another-key')
  const once = await signCredential(credential, { signer, created })
  const twice = await signCredential(once, { signer: second, created })
  const [first, last] = twice.proof as unknown as JsonObject[]
  expect(await verifyProof(credential as JsonObject, first as JsonObject, key)).toBe(true)
  expect(await verifyProof(credential as JsonObject, last as JsonObject, { type: 'Ed25519', publicKey: second.publicKey })).toBe(true)
})

test('a key of another type cannot sign', async () => {
  await expect(signCredential(credential, { signer: { ...signer, algorithm: 'RS256' }, created })).rejects.toMatchObject({ code: 'unsupported_algorithm' })
})

test('a document that the signature could not cover is not signed', async () => {
  await expect(signCredential({ ...credential, invented: 'x' }, { signer, created })).rejects.toMatchObject({ code: 'undefined_term' })
})

test('the proof of one document is not that of another, of another key, or of another suite', async () => {
  const signed = await signCredential(credential, { signer, created })
  const proof = signed.proof as unknown as JsonObject
  const other = makeSigner('did:web:other.example', 'another-key').publicKey
  expect(await verifyProof(credential as JsonObject, proof, key)).toBe(true)
  expect(await verifyProof({ ...credential, name: 'Other' } as JsonObject, proof, key)).toBe(false)
  expect(await verifyProof(credential as JsonObject, proof, { type: 'Ed25519', publicKey: other })).toBe(false)
  expect(await verifyProof(credential as JsonObject, { ...proof, cryptosuite: 'none' }, key)).toBe(false)
  expect(await verifyProof(credential as JsonObject, { ...proof, type: 'Unknown' }, key)).toBe(false)
  expect(await verifyProof(credential as JsonObject, { ...proof, created: '2026-11-23T10:00:06Z' }, key)).toBe(false)
  expect(await verifyProof(credential as JsonObject, { ...proof, proofPurpose: 'authentication' }, key)).toBe(false)
})
