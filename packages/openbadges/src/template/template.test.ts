import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { pinnedContexts } from '../contexts/index.ts'
import {
  buildAchievementCredential,
  compileTemplate,
  fillTemplate,
  renderSigned,
  renderTemplate,
  signCompact,
  signCredential,
  signFromTemplate,
  statusEntry,
  verifyCredential,
} from '../index.ts'

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

describe('a template', () => {
  test('signs what signCredential signs, byte for byte', async () => {
    const template = await compileTemplate(example, holes)
    const signed = JSON.parse(await signFromTemplate(template, values, { signer, created, sha256 }))
    const { proof, ...document } = signed
    expect(document).toEqual(JSON.parse(renderTemplate(template, values)))
    expect((await signCredential(document, { signer, created })).proof).toEqual(proof)
    expect(Object.keys(signed)).toEqual([...Object.keys(example), 'proof'])
  })

  test('signs into a compact form that is plain JSON, shared but for the values, and rendered again to the letter', async () => {
    const template = await compileTemplate(example, holes)
    const compact = await signCompact(template, values, { signer, created, sha256 })
    const kept = JSON.parse(JSON.stringify(compact))
    expect(renderSigned(kept)).toBe(await signFromTemplate(template, values, { signer, created }))
    const later = await signCompact(template, { ...values, id: 'urn:uuid:2' }, { signer, created: new Date('2026-11-24T10:00:05Z'), sha256 })
    expect(later.frame).toEqual(compact.frame)
    expect(JSON.stringify(compact.values).length).toBeLessThan(JSON.stringify(example).length / 4)
    expect(() => renderSigned({ frame: compact.frame, values: compact.values.slice(1) })).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
    const otherKey = makeSigner(did, 'another')
    expect(JSON.parse(renderSigned(await signCompact(template, values, { signer: otherKey, created }))).proof.verificationMethod).toBe(otherKey.verificationMethod)
  })

  test('keeps as a whole what it cannot take apart', async () => {
    const template = await compileTemplate(example, holes)
    const compact = await signCompact(template, { ...values, holder: 'https://badges.example/a\u00a0b' }, { signer, created }).catch(() => undefined)
    const unusual = await signCompact(template, { ...values, holder: 'geo:46.6,0.3' }, { signer, created })
    expect(compact).toBeUndefined()
    expect(unusual).toMatchObject({ frame: { holes: [] }, values: [] })
    expect(JSON.parse(renderSigned(unusual)).credentialSubject.id).toBe('geo:46.6,0.3')
  })

  test('signs what verifies', async () => {
    const template = await compileTemplate(buildAchievementCredential(fullInput(did)), { id: '/id' })
    const text = await signFromTemplate(template, { id: 'urn:uuid:2' }, { signer, created })
    const load = makeWeb(publish(did, { type: 'Ed25519', publicKey: signer.publicKey }))
    expect(await verifyCredential(text, { load, now: created })).toMatchObject({ outcome: 'verified', credential: { id: 'urn:uuid:2' } })
  })

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
