import { expect, test } from 'vitest'
import { buildAchievementCredential, cloneJson, type JsonObject, type JsonValue, signCredential, verifyCredential } from '../src/index.ts'
import { fullInput, makeSigner } from './support.ts'
import { makeWeb, publish } from './web.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const load = makeWeb(publish(did, { type: 'Ed25519', publicKey: signer.publicKey }))
const now = new Date('2026-11-24T00:00:00Z')
const signed = (await signCredential(buildAchievementCredential(fullInput(did)), { signer, created: now })) as unknown as JsonObject

type Path = (string | number)[]

function* pathsOf(value: JsonValue, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index])
  else if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) yield* pathsOf(part, [...path, key])
}

const at = (value: JsonValue, path: Path) => path.reduce<JsonValue>((node, key) => (node as JsonObject)[key as string] as JsonValue, value)

/** The document with the value at a path replaced, renamed, removed, or joined by another. */
function* mutationsOf(path: Path): Generator<[string, JsonObject]> {
  const mutate = (change: (parent: JsonObject, key: string) => void) => {
    const copy = cloneJson(signed)
    change(at(copy, path.slice(0, -1)) as JsonObject, path.at(-1) as string)
    return copy
  }
  const value = at(signed, path)
  const others: JsonValue[] =
    typeof value === 'string' ? [`${value}x`, value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase(), ''] : typeof value === 'boolean' ? [!value] : ['x']
  for (const other of others) {
    if (other !== value) yield [`= ${JSON.stringify(other)}`, mutate((parent, key) => Object.assign(parent, { [key]: other }))]
  }
  if (Array.isArray(at(signed, path.slice(0, -1)))) {
    yield ['removed', mutate((parent, key) => (parent as unknown as JsonValue[]).splice(Number(key), 1))]
    return
  }
  yield ['removed', mutate((parent, key) => delete parent[key])]
  yield [
    'renamed',
    mutate((parent, key) => {
      parent[`${key}x`] = parent[key] as JsonValue
      delete parent[key]
    }),
  ]
  if (typeof value === 'object' && !Array.isArray(value)) {
    yield ['with a name more', mutate((parent, key) => Object.assign(parent[key] as JsonObject, { name: 'Injected' }))]
    yield ['with an inline context', mutate((parent, key) => Object.assign(parent[key] as JsonObject, { '@context': { name: 'https://schema.org/description' } }))]
    yield ['with an undefined term', mutate((parent, key) => Object.assign(parent[key] as JsonObject, { invented: 'x' }))]
  }
}

test('every change at every path of a signed credential is noticed', async () => {
  expect(await verifyCredential(signed, { load, now })).toMatchObject({ outcome: 'verified' })
  let count = 0
  for (const path of pathsOf(signed)) {
    for (const [what, document] of mutationsOf(path)) {
      count++
      const { outcome } = await verifyCredential(document, { load, now })
      expect([path.join('.'), what, outcome]).toEqual([path.join('.'), what, 'not-verified'])
    }
  }
  expect(count).toBeGreaterThan(300)
}, 60_000)
