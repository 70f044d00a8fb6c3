import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCredential } from '../../test/any-credential.ts'
import { listFiles, published } from '../../test/published-web.ts'
import { fullInput } from '../../test/support.ts'
import { buildAchievementCredential } from '../build/build-achievement-credential.ts'
import { cloneJson, type JsonObject, type JsonValue } from '../terms/json.ts'
import { assertPinnedContexts } from './assert-pinned-contexts.ts'
import { canonicalize, canonicalizeByJsonLd, defaultSha256, plainQuads } from './canonicalize.ts'
import { canonicalizeOptions } from './canonicalize-options.ts'

/** The long way is jsonld.js in safe mode and rdf-canonize, untouched. */
async function expectSame(document: JsonObject, what: unknown) {
  const long = await canonicalizeByJsonLd(document).catch(() => 'refused')
  const short = await canonicalize(document).catch(() => 'refused')
  expect([what, short]).toEqual([what, long])
  return long
}

const isPinned = (document: JsonObject) => {
  try {
    assertPinnedContexts(document)
    return true
  } catch {
    return false
  }
}

describe('the short way gives the bytes of jsonld.js and rdf-canonize', () => {
  test('on every published fixture, with and without its proofs', async () => {
    let plain = 0
    for (const folder of ['ob3-1edtech-validator', 'dcc-fixtures', 'clr2-1edtech-validator']) {
      for (const file of listFiles(folder)) {
        let document: JsonObject
        try {
          document = JSON.parse(readFileSync(`${published}${folder}/${file}`, 'utf8'))
        } catch {
          continue
        }
        if (!isPinned(document)) continue
        const { proof: _, ...unsigned } = document
        for (const one of [document, unsigned]) {
          await expectSame(one, file)
          if (await plainQuads(one)) plain++
        }
      }
    }
    expect(plain).toBeGreaterThan(200)
  }, 60_000)

  test('on credentials that are invented', async () => {
    await fc.assert(
      fc.asyncProperty(anyCredential, async (credential) => {
        await expectSame(credential, '')
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    )
  }, 120_000)

  test('on every way to spoil one: what one refuses, the other refuses', async () => {
    const credential = cloneJson(buildAchievementCredential(fullInput('did:web:badges.example'))) as JsonObject
    const values: JsonValue[] = [
      null,
      '',
      'x',
      7,
      1.5,
      true,
      [],
      {},
      [[]],
      [null],
      '@id',
      '_:b0',
      'a b',
      { '@value': 'x' },
      { '@id': 'x' },
      { id: 'urn:x' },
      { type: 'Image' },
      { '@list': ['x'] },
      { invented: 1 },
    ]
    let refused = 0
    const visit = async (node: JsonValue, path: string): Promise<void> => {
      if (typeof node !== 'object' || node === null) return
      for (const key of Object.keys(node)) {
        if (key === '@context') continue
        const parent = node as JsonObject
        const before = parent[key] as JsonValue
        for (const value of values) {
          parent[key] = value
          if ((await expectSame(credential, `${path}.${key} = ${JSON.stringify(value)}`)) === 'refused') refused++
        }
        parent[key] = before
        await visit(before, `${path}.${key}`)
      }
    }
    await visit(credential, '')
    expect(refused).toBeGreaterThan(100)
  }, 120_000)
})

test('equal hashes take the whole algorithm', async () => {
  const twin = { type: ['Evidence'], name: 'Twin' }
  const credential = { ...(buildAchievementCredential(fullInput('did:web:badges.example')) as unknown as JsonObject), evidence: [twin, { ...twin }] }
  expect(await expectSame(credential, 'twins')).toContain('_:c14n')
})

test('another SHA-256 gives the same bytes', async () => {
  const credential = buildAchievementCredential(fullInput('did:web:badges.example'))
  expect(await canonicalize(credential, (data) => hash('sha256', data, 'buffer'))).toBe(await canonicalize(credential))
})

test('a text that is not well-formed is refused, since two of them would have one hash', async () => {
  const credential = { ...buildAchievementCredential(fullInput('did:web:badges.example')), name: 'a\ud800' }
  await expect(canonicalize(credential)).rejects.toMatchObject({ code: 'canonicalization_failed' })
})

test('a value that stands twice is one quad, however it comes to stand there', async () => {
  const base = buildAchievementCredential(fullInput('did:web:badges.example')) as unknown as JsonObject
  const subject = base.credentialSubject as JsonObject
  const achievement = subject.achievement as JsonObject
  const within = (changes: JsonObject) => ({ ...base, credentialSubject: { ...subject, achievement: { ...achievement, ...changes } } })
  for (const document of [
    within({ tag: ['a', 'a', 'b'] }),
    within({ creator: base.issuer as JsonValue }),
    within({ creator: { id: (base.issuer as JsonObject).id as string } }),
    within({ creditsAvailable: [1, 1] }),
    within({ creditsAvailable: [1, '1'] }),
    within({ creditsAvailable: ['1', 1] }),
    within({ creditsAvailable: [true, 'true'] }),
    within({ Criteria: 'x' }),
    within({ Criteria: achievement.criteria as JsonValue }),
    within({ related: [{ id: 'urn:a' }, { id: 'urn:a' }] }),
    { ...base, type: ['VerifiableCredential', 'AchievementCredential', 'OpenBadgeCredential', 'VerifiableCredential'] },
    { ...base, evidence: [...(base.evidence as JsonObject[]), ...(base.evidence as JsonObject[])] },
  ]) {
    await expectSame(document, JSON.stringify(document))
  }
})

test('the options of a proof have the same form from their template', async () => {
  const options = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-11-23T10:00:05Z',
    verificationMethod: 'did:web:badges.example#z6Mk',
    proofPurpose: 'assertionMethod',
  }
  for (const changes of [
    {},
    { created: 'x"\n' },
    { verificationMethod: 'https://badges.example/é#1' },
    { created: '2027-01-01T00:00:00Z', expires: '2028-01-01T00:00:00Z' },
    { proofPurpose: 'authentication' },
  ]) {
    const changed = { ...options, ...changes }
    expect(await canonicalizeOptions(changed, defaultSha256)).toBe(await canonicalizeByJsonLd(changed))
  }
  for (const changes of [{ verificationMethod: 'relative' }, { invented: 'x' }, { created: 'a\ud800' }]) {
    await expect(canonicalizeOptions({ ...options, ...changes }, defaultSha256)).rejects.toMatchObject({ name: 'OpenBadgesError' })
  }
})
