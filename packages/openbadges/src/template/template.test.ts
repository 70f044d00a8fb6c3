import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCredential, anyText, anyUri } from '../../test/any-credential.ts'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { pinnedContexts } from '../contexts/index.ts'
import { buildAchievementCredential, compileTemplate, fillTemplate, renderTemplate, signCredential, signFromTemplate, statusEntry, verifyCredential } from '../index.ts'
import { canonicalizeByJsonLd } from '../proof/canonicalize.ts'
import type { JsonValue } from '../terms/json.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const created = new Date('2026-11-23T10:00:05Z')
const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'buffer')
const credentialStatus = statusEntry({ statusListCredential: 'https://badges.example/status/1', index: 5, purpose: 'revocation' })
const example = buildAchievementCredential({ ...fullInput(did), credentialStatus })
const holes = {
  id: '/id',
  validFrom: '/validFrom',
  holder: '/credentialSubject/id',
  hash: '/credentialSubject/identifier/0/identityHash',
  salt: '/credentialSubject/identifier/0/salt',
  index: '/credentialStatus/statusListIndex',
  narrative: ['/credentialSubject/narrative', '/evidence/0/narrative'],
}
const values = { id: 'urn:uuid:1', validFrom: '2026-11-23T10:00:00Z', holder: 'did:example:1', hash: 'sha256$00', salt: 's', index: '7', narrative: 'Bien “joué”\n\\ 😀' }

/** Every place of a text that may be a hole. */
function* textsOf(value: JsonValue, path = ''): Generator<string> {
  if (typeof value === 'string' && !/\/@?type(?:\/\d+)?$/.test(path)) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (key !== '@context') yield* textsOf(part, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}

describe('a template', () => {
  test('signs what signCredential signs, byte for byte', async () => {
    const template = await compileTemplate(example, holes)
    const signed = JSON.parse(await signFromTemplate(template, values, { signer, created, sha256 }))
    const { proof, ...document } = signed
    expect(document).toEqual(JSON.parse(renderTemplate(template, values)))
    expect((await signCredential(document, { signer, created })).proof).toEqual(proof)
    expect(Object.keys(signed)).toEqual([...Object.keys(example), 'proof'])
  })

  test('signs what verifies', async () => {
    const template = await compileTemplate(buildAchievementCredential(fullInput(did)), { id: '/id' })
    const text = await signFromTemplate(template, { id: 'urn:uuid:2' }, { signer, created })
    const load = makeWeb(publish(did, { type: 'Ed25519', publicKey: signer.publicKey }))
    expect(await verifyCredential(text, { load, now: created })).toMatchObject({ outcome: 'verified', credential: { id: 'urn:uuid:2' } })
  })

  test('gives the canonical form of jsonld.js and rdf-canonize for any shape and any values', async () => {
    let filled = 0
    await fc.assert(
      fc.asyncProperty(anyCredential, fc.array(fc.oneof(anyText, anyUri), { minLength: 8, maxLength: 8 }), fc.nat(), async (credential, texts, seed) => {
        const places = [...textsOf(credential)]
        const chosen = texts.map((_, index) => places[(seed + index * 7) % places.length] as string)
        const some = Object.fromEntries([...new Set(chosen)].map((pointer, index) => [`h${index}`, pointer]))
        const template = await compileTemplate(credential, some).catch((error) => {
          expect(error.code).toMatch(/^(?:template_not_safe|undefined_term|canonicalization_failed)$/)
          return undefined
        })
        if (!template) return
        const given = Object.fromEntries(Object.keys(some).map((name, index) => [name, texts[index] as string]))
        const canonical = fillTemplate(template, given)
        if (canonical === undefined) return
        filled++
        expect(canonical).toBe(await canonicalizeByJsonLd(JSON.parse(renderTemplate(template, given))))
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    )
    expect(filled).toBeGreaterThan(20)
  }, 600_000)

  test('leaves values that it cannot prove safe to the general way, which judges them', async () => {
    const template = await compileTemplate(example, holes)
    for (const id of ['not an iri', 'ob:x', '_:b0', '', 'https://a b', 'urn:x\n']) {
      expect(fillTemplate(template, { ...values, id })).toBeUndefined()
    }
    await expect(signFromTemplate(template, { ...values, id: 'relative' }, { signer, created })).rejects.toMatchObject({ code: 'undefined_term' })
  })

  test('notices values that make two lines or two blank nodes equal', async () => {
    const twins = {
      ...example,
      evidence: [
        { type: ['Evidence'], name: 'A' },
        { type: ['Evidence'], name: 'B' },
      ],
    }
    const template = await compileTemplate(twins, { first: '/evidence/0/name', second: '/evidence/1/name' })
    expect(fillTemplate(template, { first: 'x', second: 'y' })).toBeDefined()
    expect(fillTemplate(template, { first: 'x', second: 'x' })).toBeUndefined()
    const tags = await compileTemplate(example, { tag: '/credentialSubject/achievement/tag/0' })
    expect(fillTemplate(tags, { tag: 'école' })).toBeUndefined()
    const signed = JSON.parse(await signFromTemplate(tags, { tag: 'école' }, { signer, created }))
    const load = makeWeb(publish(did, { type: 'Ed25519', publicKey: signer.publicKey }))
    expect((await verifyCredential(signed, { load, now: created })).checks[1]).toEqual({ check: 'proof', outcome: 'passed' })
  })

  test('refuses holes where a value would change the shape', async () => {
    for (const pointer of ['/type/1', '/credentialSubject/achievement/type/0']) {
      await expect(compileTemplate(example, { hole: pointer })).rejects.toMatchObject({ code: expect.stringMatching(/template_not_safe/) })
    }
    for (const pointer of ['', '/nothing', '/credentialSubject', '/credentialSubject/identifier/0/hashed', '/credentialSubject/identifier/9/salt', '/__proto__/x']) {
      await expect(compileTemplate(example, { hole: pointer })).rejects.toMatchObject({ code: 'invalid_argument' })
    }
    await expect(compileTemplate({ ...example, invented: 'x' }, holes)).rejects.toMatchObject({ code: 'undefined_term' })
  })

  test('wants every value, as well-formed text', async () => {
    const template = await compileTemplate(example, { id: '/id' })
    for (const wrong of [{}, { id: 7 as never }, { id: 'a\ud800' }]) expect(() => renderTemplate(template, wrong)).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
  })
})

test('no pinned context uses as a prefix a scheme that templates take for an IRI', () => {
  for (const { url, document } of pinnedContexts.values()) {
    const terms = JSON.stringify(document).matchAll(/"(did|urn|mailto|https?)":/g)
    expect([url, ...terms]).toEqual([url])
  }
})
