import { describe, expect, test } from 'vitest'
import { bake, buildAchievementCredential, unbake, verifyCredential } from '../src/index.ts'
import { fullInput } from './support.ts'

const credential = buildAchievementCredential(fullInput('did:web:badges.example'))
const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-11-24T00:00:00Z',
  verificationMethod: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  proofPurpose: 'assertionMethod',
  proofValue: 'z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr',
}
const options = { load: () => Promise.reject(new Error('offline')), now: new Date('2026-11-24T00:00:00Z') }
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const text = (changes: object) => JSON.stringify({ ...credential, proof, ...changes })
const cycle: Record<string, unknown> = {}
cycle.again = cycle

describe('what is made to take the machine is refused soon', () => {
  test.each<[string, () => string | object]>([
    ['20,000 nodes that are all alike', () => text({ evidence: many(20_000, () => ({ type: ['Evidence'], name: 'A' })) })],
    ['20,000 nodes that all differ', () => text({ evidence: many(20_000, (index) => ({ type: ['Evidence'], name: `A${index}` })) })],
    ['20,000 contexts', () => text({ '@context': [...credential['@context'], ...many(20_000, () => credential['@context'][1])] })],
    ['10,000 proofs', () => text({ proof: many(10_000, () => proof) })],
    ['50,000 types', () => text({ type: [...many(50_000, (index) => `T${index}`), 'VerifiableCredential', 'AchievementCredential'] })],
    ['10,000 endorsements', () => text({ endorsement: many(10_000, () => ({ id: 'urn:x' })) })],
    ['a million escapes', () => text({ description: '\n"\\'.repeat(400_000) })],
    ['an image of 5 MB inside', () => text({ image: { id: `data:image/png;base64,${'A'.repeat(5_000_000)}`, type: 'Image' } })],
    ['objects in objects', () => '{"a":'.repeat(100_000)],
    ['objects in objects that end', () => `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['arrays in arrays', () => '['.repeat(500_000)],
    ['itself inside itself', () => cycle],
    ['an SVG of comments', () => `<svg>${'<!---->'.repeat(500_000)}</svg>`],
    ['an SVG of entities', () => `<svg>${'&amp;'.repeat(500_000)}</svg>`],
    ['an SVG of attributes', () => `<svg ${many(50_000, (index) => `a${index}="1"`).join(' ')}/>`],
    ['an SVG in an SVG in an SVG', () => `${'<svg>'.repeat(100_000)}`],
  ])('%s', async (_, make) => {
    const document = make()
    const start = performance.now()
    expect((await verifyCredential(document, options)).outcome).toBe('not-verified')
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})

test('a name used twice, at any depth and however it is escaped, is refused', async () => {
  for (const spoiled of ['{"id":"urn:a","id":"urn:b"}', '{"a":{"b":1,"\\u0062":2}}', '{"a":[{"x":"}","x":1}]}', '{"__proto__":{}}', '{"a\\\\":1,"a\\\\":2}']) {
    const { checks } = await verifyCredential(spoiled, options)
    expect([spoiled, checks[0]?.code]).toEqual([spoiled, 'unsafe_json'])
  }
  for (const fine of ['{"a":"x\\\\","b":"\\"a\\":1,","c":[{"a":1},{"a":2}]}', '{"":1," ":2}']) {
    expect((await verifyCredential(fine, options)).checks[0]?.code).toBe('not_open_badge')
  }
})

test('a picture of many chunks is read in time', () => {
  const png = bake(new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')), '{"type":"x"}')
  const chunk = png.subarray(33, 33 + 12)
  expect(unbake(png)?.credential).toBe('{"type":"x"}')
  const empty = Buffer.concat([png.subarray(0, 33), ...many(200_000, () => Buffer.from([0, 0, 0, 0, 0x74, 0x45, 0x58, 0x74, 0, 0, 0, 0])), chunk])
  expect(() => unbake(empty)).toThrow(expect.objectContaining({ code: 'malformed_png' }))
})
