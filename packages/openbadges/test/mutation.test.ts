import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../src/bake/crc32.ts'
import { listPngChunks } from '../src/bake/png-chunks.ts'
import {
  bake,
  buildAchievementCredential,
  cloneJson,
  encodeMultikey,
  type JsonObject,
  type JsonValue,
  publicKeyFromJwk,
  signCredential,
  signCredentialJwt,
  verifyCredential,
} from '../src/index.ts'
import { fullInput, makeSigner } from './support.ts'
import { makeWeb, publish } from './web.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p256 = publicKeyFromJwk(pair.publicKey.export({ format: 'jwk' }) as JsonObject) as { type: 'P-256'; publicKey: Uint8Array }
const p256Signer = {
  verificationMethod: `${did}#${encodeMultikey(p256)}`,
  algorithm: 'P-256' as const,
  sign: (data: Uint8Array) => new Uint8Array(sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })),
}
const load = makeWeb(publish(did, { type: 'Ed25519', publicKey: signer.publicKey }, p256))
const now = new Date('2026-11-24T00:00:00Z')
const credential = buildAchievementCredential(fullInput(did)) as unknown as JsonObject
const outcomeOf = async (document: string | Uint8Array | object) => (await verifyCredential(document, { load, now })).outcome

/** The same badge on VC Data Model 1.1. */
function toVersion1({ '@context': contexts, validFrom, validUntil, ...rest }: JsonObject): JsonObject {
  const [, ...others] = contexts as string[]
  const context = ['https://www.w3.org/2018/credentials/v1', ...others, 'https://w3id.org/security/data-integrity/v2']
  return { '@context': context, ...rest, issuanceDate: validFrom as string, expirationDate: validUntil as string }
}

type Path = (string | number)[]

function* pathsOf(value: JsonValue, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index])
  else if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) yield* pathsOf(part, [...path, key])
}

const at = (value: JsonValue, path: Path) => path.reduce<JsonValue>((node, key) => (node as JsonObject)[key as string] as JsonValue, value)

/** The document with the value at a path replaced, renamed, removed, or joined by another. */
function* mutationsOf(signed: JsonObject, path: Path): Generator<[string, JsonObject]> {
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

const signedBy = async (document: JsonObject, options: object) => (await signCredential(document, { signer, created: now, ...options })) as unknown as JsonObject

test.each<[string, () => Promise<JsonObject>]>([
  ['eddsa-rdfc-2022', () => signedBy(credential, {})],
  ['eddsa-jcs-2022', () => signedBy(credential, { cryptosuite: 'eddsa-jcs-2022' })],
  ['ecdsa-rdfc-2019 with P-256', () => signedBy(credential, { cryptosuite: 'ecdsa-rdfc-2019', signer: p256Signer })],
  ['eddsa-rdfc-2022 on VC Data Model 1.1', () => signedBy(toVersion1(credential), {})],
])(
  'every change at every path of a credential signed by %s is noticed',
  async (_, make) => {
    const signed = await make()
    expect(await outcomeOf(signed)).toBe('verified')
    let count = 0
    for (const path of pathsOf(signed)) {
      for (const [what, document] of mutationsOf(signed, path)) {
        count++
        expect([path.join('.'), what, await outcomeOf(document)]).toEqual([path.join('.'), what, 'not-verified'])
      }
    }
    expect(count).toBeGreaterThan(300)
  },
  60_000,
)

describe('of a VC-JWT', async () => {
  const jwt = await signCredentialJwt(credential, { signer })
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as JsonObject

  test('every changed letter of the header and the signature, and every seventh of the claims, is noticed', async () => {
    expect(await outcomeOf(jwt)).toBe('verified')
    const end = header.length + 1 + payload.length
    for (let at = 0; at < jwt.length; at += at > header.length && at < end ? 7 : 1) {
      const letter = jwt[at] === 'A' ? 'B' : 'A'
      expect([at, await outcomeOf(jwt.slice(0, at) + letter + jwt.slice(at + 1))]).toEqual([at, 'not-verified'])
    }
  })

  test('every change at every path of the header and the claims is noticed', async () => {
    for (const [part, write] of [
      [decode(header), (changed: JsonObject) => `${encode(changed)}.${payload}.${signature}`],
      [decode(payload), (changed: JsonObject) => `${header}.${encode(changed)}.${signature}`],
    ] as const) {
      for (const path of pathsOf(part)) {
        for (const [what, changed] of mutationsOf(part, path)) expect([path.join('.'), what, await outcomeOf(write(changed))]).toEqual([path.join('.'), what, 'not-verified'])
      }
    }
  })

  test('a part that is missing, doubled or of another JWT is noticed', async () => {
    const [otherHeader, otherPayload, otherSignature] = (await signCredentialJwt({ ...credential, name: 'Other' }, { signer })).split('.')
    const parts = [
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `.${payload}.${signature}`,
      `${header}..${signature}`,
      `${jwt}.${signature}`,
      `${header}.${otherPayload}.${signature}`,
      `${header}.${payload}.${otherSignature}`,
    ]
    for (const forged of parts) expect([forged.length, await outcomeOf(forged)]).toEqual([forged.length, 'not-verified'])
    expect(otherHeader).toBe(header)
  })
})

describe('of a baked PNG', async () => {
  const blank = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'))
  const png = bake(blank, JSON.stringify(await signedBy(credential, {})))
  const chunk = listPngChunks(png)[1] as { start: number; dataStart: number; dataEnd: number; end: number }
  const changed = (at: number, bit: number) => {
    const copy = Uint8Array.from(png)
    copy[at] = (copy[at] as number) ^ bit
    return copy
  }

  test('every changed byte of the chunk that holds the credential is noticed', async () => {
    expect(await outcomeOf(png)).toBe('verified')
    for (let at = chunk.start; at < chunk.end; at++) {
      for (const bit of [1, 32]) expect([at, bit, await outcomeOf(changed(at, bit))]).toEqual([at, bit, 'not-verified'])
    }
  })

  test('a changed byte of the credential is noticed by its signature where the checksum was made to fit', async () => {
    const text = chunk.dataStart + 'openbadgecredential'.length + 5
    for (let at = text; at < chunk.dataEnd; at += 11) {
      const copy = changed(at, 1)
      new DataView(copy.buffer).setUint32(chunk.dataEnd, crc32(copy, chunk.start + 4, chunk.dataEnd))
      expect([at, await outcomeOf(copy)]).toEqual([at, 'not-verified'])
    }
  })

  test('the chunk removed, moved out, cut or renamed is noticed', async () => {
    const without = Buffer.concat([png.subarray(0, chunk.start), png.subarray(chunk.end)])
    const cut = Buffer.concat([png.subarray(0, chunk.dataEnd - 1), png.subarray(chunk.dataEnd)])
    const after = Buffer.concat([without, png.subarray(chunk.start, chunk.end)])
    for (const image of [without, cut, after, png.subarray(0, chunk.end)]) expect(await outcomeOf(new Uint8Array(image))).toBe('not-verified')
  })
})
