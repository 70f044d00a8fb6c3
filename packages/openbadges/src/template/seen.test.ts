import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { buildAchievementCredential, cloneJson, type JsonObject, type JsonValue, signCredential, verifyCredential, verifyProof } from '../index.ts'
import { readForm } from './seen.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const key = { type: 'Ed25519' as const, publicKey: signer.publicKey }
const created = new Date('2026-11-23T10:00:05Z')
const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'buffer')
const load = makeWeb(publish(did, key))

/** The badge of one of many, who are told of in their own words. */
async function makeSigned(achievement: string, turn: number, narrative = `Fait “${turn}”\n\\ 😀`) {
  const input = fullInput(did)
  const credential = buildAchievementCredential({
    ...input,
    id: `urn:uuid:${turn}`,
    achievement: { ...input.achievement, id: achievement },
    recipient: { id: `did:example:${turn}` },
    subject: { ...input.subject, narrative },
  })
  return (await signCredential(credential, { signer, created })) as unknown as JsonObject & { proof: JsonObject }
}

const verifies = async ({ proof, ...document }: JsonObject & { proof: JsonObject }) => {
  try {
    return await verifyProof(document, proof, key, { sha256 })
  } catch {
    return false
  }
}

/** Verifies a few, after which the shape of the achievement is known. */
async function learn(achievement: string) {
  for (const turn of [1, 2, 3]) expect(await verifies(await makeSigned(achievement, turn))).toBe(true)
}

const isSeen = async ({ proof: _, ...document }: JsonObject) => (await readForm(document, sha256)).digest !== undefined

test('a badge of an achievement that was verified before is hashed by its template, and has the same hash', async () => {
  const achievement = 'https://badges.example/achievements/seen'
  expect(await isSeen(await makeSigned(achievement, 4))).toBe(false)
  await learn(achievement)
  const signed = await makeSigned(achievement, 4)
  expect(await isSeen(signed)).toBe(true)
  expect(await verifies(signed)).toBe(true)
  expect(await verifyCredential(signed, { load, now: created, sha256 })).toMatchObject({ outcome: 'verified' })
})

test('only good signatures are learnt from', async () => {
  const achievement = 'https://badges.example/achievements/forged'
  for (const turn of [1, 2, 3, 4]) {
    const { proof, ...document } = await makeSigned(achievement, turn)
    expect(await verifies({ ...document, name: 'Forged', proof })).toBe(false)
  }
  expect(await isSeen(await makeSigned(achievement, 5))).toBe(false)
})

function* changesOf(value: JsonValue, change: (other: JsonValue) => JsonObject): Generator<JsonObject> {
  if (typeof value === 'string') for (const other of [`${value}x`, '', 'urn:uuid:other', '\u0000']) yield change(other)
  else if (typeof value !== 'object' || value === null) yield change('x')
  else
    for (const [name, part] of Object.entries(value)) {
      const withPart = (other: JsonValue) => {
        const copy = cloneJson(value) as JsonObject
        copy[name] = other
        return change(copy)
      }
      yield* changesOf(part as JsonValue, withPart)
      yield withPart(null)
    }
}

test('every change of a badge whose shape is known is noticed', async () => {
  const achievement = 'https://badges.example/achievements/changed'
  await learn(achievement)
  const { proof, ...document } = await makeSigned(achievement, 9)
  let count = 0
  for (const changed of changesOf(document, (other) => other as JsonObject)) {
    if (JSON.stringify(changed) === JSON.stringify(document)) continue
    count++
    expect([JSON.stringify(changed), await verifies({ ...changed, proof })]).toEqual([JSON.stringify(changed), false])
  }
  expect(count).toBeGreaterThan(150)
})

test('values that the template cannot prove safe take the general way', async () => {
  const achievement = 'https://badges.example/achievements/unusual'
  await learn(achievement)
  const { proof: _, ...plain } = await makeSigned(achievement, 5)
  const unusual = await signCredential({ ...plain, id: 'geo:46.6,0.3' }, { signer, created })
  expect(await isSeen(unusual as unknown as JsonObject)).toBe(false)
  expect(await verifies(unusual as never)).toBe(true)
})

test('a shape that comes later is learnt beside the first', async () => {
  const achievement = 'https://badges.example/achievements/later'
  await learn(achievement)
  const withEnd = async (turn: number) => {
    const { proof: _, ...plain } = await makeSigned(achievement, turn)
    return (await signCredential({ ...plain, awardedDate: `2026-11-0${turn}T00:00:00Z` }, { signer, created })) as unknown as JsonObject & { proof: JsonObject }
  }
  for (const turn of [1, 2, 3, 4, 5, 6]) expect(await verifies(await withEnd(turn))).toBe(true)
  expect(await isSeen(await withEnd(7))).toBe(true)
  expect(await isSeen(await makeSigned(achievement, 8))).toBe(true)
})
