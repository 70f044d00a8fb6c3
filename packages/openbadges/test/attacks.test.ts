import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { listPngChunks } from '../src/bake/png-chunks.ts'
import { decodeBase58, encodeBase58 } from '../src/encoding/base58.ts'
import {
  bake,
  buildAchievementCredential,
  buildEndorsementCredential,
  createStatusList,
  encodeMultikey,
  encodeStatusList,
  type JsonObject,
  type JsonValue,
  publicKeyFromJwk,
  setStatus,
  signCredential,
  signCredentialJwt,
  statusEntry,
  unbake,
  verifyCredential,
} from '../src/index.ts'
import { fullInput, makeSigner, signJcs } from './support.ts'
import { makeWeb, publish } from './web.ts'

const did = 'did:web:badges.example'
const now = new Date('2026-11-24T00:00:00Z')
const signer = makeSigner(did)
const evil = makeSigner('did:web:evil.example', 'evil')
const evilKey = { ...evil, verificationMethod: `did:key:${evil.multikey}#${evil.multikey}` }
const web = { ...publish(did, { type: 'Ed25519', publicKey: signer.publicKey }), ...publish('did:web:evil.example', { type: 'Ed25519', publicKey: evil.publicKey }) }
const input = fullInput(did)
const credential = buildAchievementCredential(input) as unknown as JsonObject
const signed = (await signCredential(credential, { signer, created: now })) as unknown as JsonObject

/** The codes of what is wrong, in the order of the checks. Nothing of what is refused is ever verified. */
async function codesOf(document: string | Uint8Array | object, documents: Record<string, unknown> = web, options: object = {}): Promise<string[]> {
  const { checks, outcome } = await verifyCredential(document, { load: makeWeb(documents), now, ...options })
  const codes = checks.filter((check) => check.outcome === 'failed').map(({ check, code }) => `${check}: ${code}`)
  expect(outcome).toBe(codes.length > 0 ? 'not-verified' : 'verified')
  return codes
}

test('without any attack it verifies', async () => {
  expect(await codesOf(signed)).toEqual([])
})

describe('in a JWT', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = rsa.publicKey.export({ format: 'jwk' }) as JsonObject
  const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const documents = { ...web, ...publish(did, { type: 'RS256', publicKeyJwk: jwk as never, id: 'rsa' }) }
  const claims = { ...credential, iss: did, jti: credential.id, sub: 'did:example:holder' } as JsonObject
  const make = (header: object, payload: object = claims, key = rsa.privateKey) => {
    const text = [{ alg: 'RS256', kid: `${did}#rsa`, ...header }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
  }
  const jwkOfTheirs = theirs.publicKey.export({ format: 'jwk' })

  test('that is honest, nothing is wrong', async () => {
    expect(await codesOf(make({ typ: 'JWT' }), documents)).toEqual([])
  })

  test.each<[string, string, string[]]>([
    ['a key set of theirs (jku)', make({ kid: undefined, jku: 'https://evil.example/jwks' }, claims, theirs.privateKey), ['proof: key_not_found']],
    ['a certificate of theirs (x5u)', make({ kid: undefined, x5u: 'https://evil.example/cert' }, claims, theirs.privateKey), ['proof: key_not_found']],
    ['certificates of theirs inside (x5c)', make({ kid: undefined, x5c: ['MII='] }, claims, theirs.privateKey), ['proof: key_not_found']],
    ['jku beside an honest kid', make({ jku: 'https://evil.example/jwks' }, claims, theirs.privateKey), ['proof: proof_invalid']],
    ['jwk beside an honest kid', make({ jwk: jwkOfTheirs }, claims, theirs.privateKey), ['proof: proof_invalid']],
    ['a jwk that holds a private key', make({ kid: undefined, jwk: theirs.privateKey.export({ format: 'jwk' }) }, claims, theirs.privateKey), ['proof: invalid_key']],
    ['a symmetric jwk', make({ kid: undefined, jwk: { kty: 'oct', k: 'AAAA' } }), ['proof: invalid_key']],
    ['a kid that leaves its document', make({ kid: `${did}/../evil#rsa` }), ['proof: unsupported_verification_method']],
    ['a kid that is a file', make({ kid: 'file:///etc/passwd' }), ['proof: key_not_found']],
    ['a kid that is no text', make({ kid: { toString: 1 } }), ['proof: key_not_found']],
    ['the type of an access token', make({ typ: 'at+jwt' }), ['proof: malformed_jwt']],
    ['the type of a key binding', make({ typ: 'kb+jwt' }), ['proof: malformed_jwt']],
    ['a type that is no text', make({ typ: ['JWT'] }), ['proof: malformed_jwt']],
    ['an extension that must be understood', make({ crit: ['exp'] }), ['proof: jwt_algorithm']],
    ['a name in capitals', make({ alg: 'rs256' }), ['proof: jwt_algorithm']],
    ['the name of an object’s own method', make({ alg: 'toString' }), ['proof: jwt_algorithm']],
    ['PS256 with a key for RS256', make({ alg: 'PS256' }), ['proof: jwt_algorithm']],
    ['iss of somebody else', make({}, { ...claims, iss: 'did:web:evil.example' }), ['proof: jwt_claims']],
    ['another iss in the credential', make({}, { ...claims, issuer: 'did:web:evil.example' }), ['proof: jwt_claims']],
  ])('%s', async (_, jwt, codes) => {
    expect(await codesOf(jwt, documents)).toEqual(codes)
  })

  test('a credential inside another claim is not the one that is read', async () => {
    expect(await codesOf(make({}, { ...claims, vc: { ...credential, name: 'Other', issuer: 'did:web:evil.example' } }), documents)).toContain('proof: jwt_claims')
  })
})

describe('in the document', () => {
  test.each<[string, JsonObject, string]>([
    ['an undefined term', { ...signed, invented: 'x' }, 'conformance: undefined_term'],
    ['an undefined type', { ...signed, type: [...(signed.type as string[]), 'Invented'] }, 'conformance: undefined_term'],
    ['an undefined term deep inside', { ...signed, issuer: { ...(signed.issuer as JsonObject), invented: { name: 'x' } } }, 'conformance: undefined_term'],
    ['an inline context', { ...signed, '@context': [...(signed['@context'] as string[]), { name: 'https://schema.org/description' }] }, 'conformance: invalid_terms'],
    ['an inline context deep inside', { ...signed, issuer: { ...(signed.issuer as JsonObject), '@context': { name: 'https://schema.org/url' } } }, 'conformance: inline_context'],
    ['a context of theirs', { ...signed, '@context': [...(signed['@context'] as string[]), 'https://evil.example/context'] }, 'conformance: unknown_context'],
    ['contexts in another order', { ...signed, '@context': [...(signed['@context'] as string[])].reverse() }, 'conformance: wrong_context'],
    [
      'the contexts of another data model',
      { ...signed, '@context': ['https://www.w3.org/2018/credentials/v1', ...(signed['@context'] as string[]).slice(1)] },
      'conformance: invalid_terms',
    ],
    ['an aliased keyword', { ...signed, '@type': ['Invented'] }, 'conformance: undefined_term'],
    ['a graph beside', { ...signed, '@graph': [credential] }, 'proof: proof_invalid'],
  ])('%s', async (_, document, code) => {
    expect(await codesOf(document)).toContain(code)
  })

  test('a name used twice', async () => {
    const text = JSON.stringify(signed)
    for (const spoiled of [`${text.slice(0, -1)},"name":"Other"}`, text.replace('"name":', '"name":"Other","name":'), `${text.slice(0, -1)},"\\u006eame":"Other"}`]) {
      expect(await codesOf(spoiled)).toEqual(['conformance: unsafe_json'])
    }
  })
})

describe('by its signature', () => {
  const proof = signed.proof as JsonObject
  const bytes = decodeBase58((proof.proofValue as string).slice(1))
  const withValue = (value: Uint8Array | string) => ({ ...signed, proof: { ...proof, proofValue: typeof value === 'string' ? value : `z${encodeBase58(value)}` } })

  test('that is of another document, of another key, cut, longer, empty or zero', async () => {
    const other = (await signCredential({ ...credential, name: 'Other' }, { signer, created: now })).proof as unknown as JsonObject
    const byEvil = (await signCredential(credential, { signer: { ...evil, verificationMethod: signer.verificationMethod }, created: now })).proof as unknown as JsonObject
    const forged = [
      other.proofValue as string,
      byEvil.proofValue as string,
      bytes.slice(0, 63),
      Uint8Array.of(...bytes, 0),
      new Uint8Array(64),
      new Uint8Array(0),
      'z',
      `u${Buffer.from(bytes).toString('base64url')}`,
    ]
    for (const value of forged) expect([value, await codesOf(withValue(value))]).toEqual([value, ['proof: proof_invalid']])
    for (const value of ['z0OIl', 'mAAAA']) expect(await codesOf(withValue(value))).toEqual(['proof: proof_invalid'])
  })

  test('of Ed25519 whose scalar is not reduced', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    let scalar = order + BigInt(`0x${Buffer.from(bytes.slice(32)).reverse().toString('hex')}`)
    const raised = Uint8Array.from(bytes)
    for (let at = 32; at < 64; at++, scalar >>= 8n) raised[at] = Number(scalar & 255n)
    expect(await codesOf(withValue(raised))).toEqual(['proof: proof_invalid'])
  })

  test('of Ed25519 by a key of small order, with any verifier', async () => {
    const points = ['0100000000000000000000000000000000000000000000000000000000000000', '00'.repeat(32), `${'00'.repeat(31)}80`, `ec${'ff'.repeat(30)}7f`, `ed${'ff'.repeat(30)}ff`]
    for (const point of points) {
      const multikey = encodeMultikey({ type: 'Ed25519', publicKey: new Uint8Array(Buffer.from(point, 'hex')) })
      const id = `did:key:${multikey}`
      const document = {
        ...credential,
        issuer: { id, type: ['Profile'] },
        proof: { ...proof, verificationMethod: `${id}#${multikey}`, proofValue: `z${encodeBase58(Uint8Array.of(1, ...new Uint8Array(63)))}` },
      }
      expect(await codesOf(document, web, { verifiers: { Ed25519: () => true } })).toEqual(['proof: invalid_key'])
      expect(() => publicKeyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(point, 'hex').toString('base64url') })).toThrow(expect.objectContaining({ code: 'invalid_key' }))
    }
  })

  test('of ECDSA that is zero, out of range or no point; the other half of a good one changes nothing', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const key = publicKeyFromJwk(pair.publicKey.export({ format: 'jwk' }) as JsonObject) as { type: 'P-256'; publicKey: Uint8Array }
    const p256 = {
      verificationMethod: `${did}#${encodeMultikey(key)}`,
      algorithm: 'P-256' as const,
      sign: (data: Uint8Array) => new Uint8Array(sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })),
    }
    const documents = publish(did, key)
    const good = (await signCredential(credential, { signer: p256, created: now, cryptosuite: 'ecdsa-rdfc-2019' })) as unknown as JsonObject
    const own = good.proof as JsonObject
    const value = decodeBase58((own.proofValue as string).slice(1))
    const check = (forged: Uint8Array) => codesOf({ ...good, proof: { ...own, proofValue: `z${encodeBase58(forged)}` } }, documents)
    expect(await check(value)).toEqual([])
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const toBytes = (number: bigint) => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
    const [r, s] = [value.slice(0, 32), BigInt(`0x${Buffer.from(value.slice(32)).toString('hex')}`)]
    // The same statement by the same key: nothing is gained by it, since nothing here is known by its signature.
    expect(await check(Uint8Array.of(...r, ...toBytes(order - s)))).toEqual([])
    const zero = new Uint8Array(32)
    for (const forged of [
      Uint8Array.of(...zero, ...zero),
      Uint8Array.of(...r, ...zero),
      Uint8Array.of(...zero, ...value.slice(32)),
      Uint8Array.of(...r, ...toBytes(order)),
      Uint8Array.of(...toBytes(order), ...toBytes(s)),
      value.slice(0, 63),
    ]) {
      expect(await check(forged)).toEqual(['proof: proof_invalid'])
    }
    const der = new Uint8Array(sign('sha256', Buffer.from('x'), pair.privateKey))
    expect(await check(der)).toEqual(['proof: proof_invalid'])
  })

  test('by an unknown cryptosuite beside none that is good', async () => {
    const unknown = { ...proof, cryptosuite: 'eddsa-rdfc-2099' }
    const bad = { ...proof, proofValue: `z${encodeBase58(new Uint8Array(64))}` }
    expect(await codesOf({ ...signed, proof: [unknown, bad] })).toContain('proof: proof_invalid')
    expect(await codesOf({ ...signed, proof: [{ ...proof, type: 'SomeProof' }, bad] })).toContain('proof: proof_invalid')
  })
})

describe('in the name of the issuer', () => {
  const byEvil = (members: JsonObject) => ({ ...credential, proof: signJcs(credential, evil, members) })

  test.each<[string, JsonObject, string]>([
    ['by a did:key of theirs', { verificationMethod: evilKey.verificationMethod }, 'issuer: issuer_not_confirmed'],
    ['by a did:web of another host', {}, 'issuer: issuer_not_confirmed'],
    ['by a key that only the address names', { verificationMethod: `${did}#${evil.multikey}` }, 'proof: key_not_found'],
    [
      'by a did:jwk of theirs',
      {
        verificationMethod: `did:jwk:${Buffer.from(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(evil.publicKey).toString('base64url') })).toString('base64url')}#0`,
      },
      'issuer: issuer_not_confirmed',
    ],
    ['by a did:key under another fragment', { verificationMethod: `did:key:${evil.multikey}#${signer.multikey}` }, 'proof: invalid_key'],
    ['by a DID of an unknown method', { verificationMethod: 'did:evil:1#key' }, 'proof: unsupported_verification_method'],
  ])('%s', async (_, members, code) => {
    expect(await codesOf(byEvil(members))).toEqual([code])
  })

  test('by a document that says it is the issuer’s', async () => {
    const [url, document] = Object.entries(publish('did:web:evil.example', { type: 'Ed25519', publicKey: evil.publicKey }))[0] as [string, JsonObject]
    const posing = { ...document, id: did }
    expect(await codesOf(byEvil({}), { ...web, [url]: posing })).toEqual(['proof: key_not_found'])
    const controlled = { ...document, verificationMethod: (document.verificationMethod as JsonObject[]).map((method) => ({ ...method, controller: did })) }
    expect(await codesOf(byEvil({}), { ...web, [url]: controlled })).toEqual(['proof: key_not_authorized'])
  })

  test('by a key of the issuer’s that is for something else', async () => {
    const [url, document] = Object.entries(publish(did, { type: 'Ed25519', publicKey: signer.publicKey }))[0] as [string, JsonObject]
    expect(await codesOf(signed, { [url]: { ...document, assertionMethod: [], authentication: document.assertionMethod as JsonValue } })).toEqual(['proof: key_not_authorized'])
  })

  test('by an endorsement that somebody else wrote', async () => {
    const endorsement = buildEndorsementCredential({ id: 'urn:uuid:e', issuer: { id: did }, endorsed: did, name: 'E', validFrom: now })
    const forged = await signCredential(endorsement, { signer: evilKey, created: now })
    const shown = await signCredential(buildAchievementCredential({ ...input, endorsement: [forged] }), { signer, created: now })
    expect(await codesOf(shown)).toEqual(['endorsements: endorsement_not_verified'])
  })
})

describe('by its status or its dates', () => {
  const listUrl = 'https://badges.example/status/1'
  const issue = (changes: object) => signCredential(buildAchievementCredential({ ...input, ...changes }), { signer, created: now })
  const makeList = async (changes: JsonObject, by = signer, issuer = did) => {
    const list = createStatusList()
    setStatus(list, 5, true)
    const subject = { id: `${listUrl}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: await encodeStatusList(list), ...changes }
    const document = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: listUrl,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer,
      validFrom: '2026-11-23T10:00:00Z',
      credentialSubject: subject,
    }
    return signCredential(document, { signer: by, created: now })
  }
  const withEntry = (index: number, purpose: 'revocation' | 'suspension' = 'revocation') =>
    issue({ credentialStatus: statusEntry({ statusListCredential: listUrl, index, purpose }) })

  test('revoked, suspended, expired, not yet valid', async () => {
    const list = await makeList({ statusPurpose: ['revocation', 'suspension'] })
    expect(await codesOf(await withEntry(4), { ...web, [listUrl]: list })).toEqual([])
    expect(await codesOf(await withEntry(5), { ...web, [listUrl]: list })).toEqual(['status: revoked'])
    expect(await codesOf(await withEntry(5, 'suspension'), { ...web, [listUrl]: list })).toEqual(['status: suspended'])
    expect(await codesOf(await issue({ validUntil: '2026-11-23T10:00:00Z', validFrom: '2026-11-22T10:00:00Z' }))).toEqual(['validity: expired'])
    expect(await codesOf(await issue({ validFrom: '2026-11-24T00:00:01Z' }))).toEqual(['validity: not_yet_valid'])
    expect(await codesOf(await issue({ validFrom: '2026-11-23T23:30:00-01:00' }))).toEqual(['validity: not_yet_valid'])
  })

  test('clear by a list of somebody else’s that calls itself the issuer’s', async () => {
    for (const list of [await makeList({}, evil), await makeList({}, evilKey), await makeList({}, { ...evil, verificationMethod: signer.verificationMethod })]) {
      expect(await codesOf(await withEntry(4), { ...web, [listUrl]: list })).toEqual(['status: status_list_not_verified'])
    }
  })

  test('an index outside the list, a list that is a bomb, a list that is none', async () => {
    const bomb = `u${Buffer.from(gzipSync(new Uint8Array(64 * 1024 * 1024))).toString('base64url')}`
    const lists: JsonObject[] = [{ encodedList: bomb }, { encodedList: 'uAAAA' }, { encodedList: 'u' }, { encodedList: `u${'A'.repeat(3_000_000)}` }, { statusPurpose: 'refresh' }]
    for (const changes of lists) expect(await codesOf(await withEntry(4), { ...web, [listUrl]: await makeList(changes) })).toEqual(['status: status_list_not_verified'])
    expect(await codesOf(await withEntry(131_072), { ...web, [listUrl]: await makeList({}) })).toEqual(['status: status_list_not_verified'])
  })
})

describe('in an image', () => {
  const blank = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'))
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const text = JSON.stringify(signed)
  const png = bake(blank, text)
  const baked = new TextDecoder().decode(bake(new TextEncoder().encode(svg), text))
  const codeOf = (image: Uint8Array | string) => {
    try {
      unbake(typeof image === 'string' ? new TextEncoder().encode(image) : image)
    } catch (error) {
      const { code, offset } = error as { code: string; offset?: number }
      return { code, offset }
    }
    return undefined
  }

  test('two credentials, of one version or of two', async () => {
    const chunks = listPngChunks(png)
    const [header, own] = chunks as [(typeof chunks)[number], (typeof chunks)[number]]
    const twice = Buffer.concat([png.subarray(0, own.end), png.subarray(own.start)])
    const old = listPngChunks(bake(blank, '{"badge":"https://a.example","id":"https://a.example/1"}'))[1]
    const both = Buffer.concat([
      png.subarray(0, header.end),
      bake(blank, '{"badge":"https://a.example","id":"https://a.example/1"}').subarray(old?.start, old?.end),
      png.subarray(header.end),
    ])
    const element = baked.slice(baked.indexOf('<openbadges:'), baked.indexOf('</svg>'))
    const older = `<o:assertion xmlns:o="http://openbadges.org" verify="https://a.example/1"/>`
    const images = [
      new Uint8Array(twice),
      new Uint8Array(both),
      baked.replace('</svg>', `${element}</svg>`),
      baked.replace('</svg>', `<g>${older}</g></svg>`),
      baked.replace('</openbadges:credential>', `${older}</openbadges:credential>`),
    ]
    for (const image of images) expect(await codesOf(image)).toEqual(['conformance: multiple_credentials'])
  })

  test('a PNG that ends at or inside any chunk says where', async () => {
    for (const chunk of listPngChunks(png)) {
      for (const length of [chunk.start, chunk.start + 1, chunk.start + 4, chunk.dataStart, chunk.dataStart + 1, chunk.dataEnd, chunk.end - 1]) {
        expect([length, codeOf(png.subarray(0, length))]).toEqual([length, { code: 'malformed_png', offset: chunk.start }])
      }
    }
    expect(await codesOf(png.subarray(0, 100))).toEqual(['conformance: unreadable'])
  })

  test('a PNG whose chunks claim more than there is, or whose names are none', () => {
    for (const chunk of listPngChunks(png)) {
      const oversize = Uint8Array.from(png)
      oversize.set([0x7f, 0xff, 0xff, 0xff], chunk.start)
      expect(codeOf(oversize)).toEqual({ code: 'malformed_png', offset: chunk.start })
      const nameless = Uint8Array.from(png)
      nameless[chunk.start + 5] = 0
      expect(codeOf(nameless)).toEqual({ code: 'malformed_png', offset: chunk.start + 4 })
    }
  })

  test('more than an image may be is not read', async () => {
    expect(await codesOf(Buffer.concat([png, new Uint8Array(17 * 1024 * 1024)]))).toEqual(['conformance: unreadable'])
  })

  test.each([
    ['a DOCTYPE with entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`, 0],
    ['a DOCTYPE with an external subset and entities', `<!DOCTYPE svg SYSTEM "file:///etc/passwd" [ <!ENTITY % x SYSTEM "https://evil.example"> ]>${svg}`, 0],
    ['an undeclared entity', '<svg>&evil;</svg>', 5],
    ['an entity in an attribute', '<svg a="&evil;"/>', 4],
    ['a reference to nothing', '<svg>&#0;</svg>', 5],
    ['an instruction to expand', '<!ENTITY a "b"><svg/>', 0],
  ])('an SVG with %s is refused, and says where', async (_, image, offset) => {
    expect(codeOf(image.startsWith('<!ENTITY') ? `<?xml version="1.0"?>${image}` : image)).toEqual({ code: 'malformed_svg', offset: image.startsWith('<!ENTITY') ? 21 : offset })
    expect(await codesOf(image)).toEqual(['conformance: unreadable'])
  })
})

describe('a hosted badge', () => {
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://evil.example/a',
    recipient: { type: 'email', hashed: false, identity: 'ada@example.org' },
    badge: 'https://badges.example/b',
    verification: { type: 'hosted' },
    issuedOn: '2020-01-01T00:00:00Z',
  }
  const badge = { type: 'BadgeClass', id: 'https://badges.example/b', name: 'B', description: 'b', criteria: { narrative: 'c' }, issuer: 'https://badges.example/i' }
  const issuer = { type: 'Issuer', id: 'https://badges.example/i', name: 'I', url: 'https://badges.example' }
  const hosting = (changes: JsonObject = {}) => ({ 'https://evil.example/a': { ...assertion, ...changes }, [badge.id]: badge, [issuer.id]: issuer })

  test('at another origin than its issuer’s', async () => {
    expect(await codesOf(assertion, hosting())).toEqual(['issuer: origin_not_allowed'])
    for (const host of ['badges.example.evil.example', 'badges.example:8443', 'badges.example@evil.example']) {
      const id = `https://${host}/a`
      expect(await codesOf({ ...assertion, id }, { ...hosting(), [id]: { ...assertion, id } })).toEqual(['issuer: origin_not_allowed'])
    }
  })

  test('that allows itself', async () => {
    const verification = { type: 'hosted', allowedOrigins: ['evil.example'], startsWith: 'https://evil.example' }
    expect(await codesOf({ ...assertion, verification }, hosting({ verification }))).toEqual(['issuer: origin_not_allowed'])
  })

  test('that is signed by a key that it brings itself', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const publicKey = { id: 'https://evil.example/k', type: 'CryptographicKey', publicKeyPem: pair.publicKey.export({ format: 'pem', type: 'spki' }) }
    const signAs = (changes: object) => {
      const text = [{ alg: 'RS256' }, { ...assertion, verification: { type: 'SignedBadge', creator: publicKey.id }, ...changes }]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      return `${text}.${sign('sha256', Buffer.from(text), pair.privateKey).toString('base64url')}`
    }
    const documents = { ...hosting(), [publicKey.id]: publicKey, [`${issuer.id}#i`]: issuer }
    expect(await codesOf(signAs({}), documents)).toEqual(['proof: issuer_not_confirmed'])
    const inside = { ...badge, id: 'urn:uuid:b', issuer: { ...issuer, publicKey } }
    for (const trick of [{}, { id: 'urn:uuid:i' }, { id: `${issuer.id}#i` }, { origin: 'https://badges.example' }]) {
      expect(await codesOf(signAs({ badge: { ...inside, issuer: { ...inside.issuer, ...trick } } }), documents)).toContain('proof: issuer_not_confirmed')
    }
  })
})

test('a recipient is not proved by a hash that anybody can make', async () => {
  const md5 = `md5$${createHash('md5').update('ada@example.orgKosher').digest('hex')}`
  const identifier = [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', salt: 'Kosher', identityHash: md5 }]
  const shown = await signCredential(buildAchievementCredential({ ...input, recipient: { identifier } }), { signer, created: now })
  expect(await codesOf(shown, web, { recipient: 'ada@example.org' })).toEqual(['recipient: recipient_mismatch'])
})

test('a JWT of theirs around a credential of the issuer’s proves nothing', async () => {
  expect(await codesOf(await signCredentialJwt(signed, { signer: evil }))).toEqual(['issuer: issuer_not_confirmed'])
  expect(await codesOf(await signCredentialJwt({ ...signed, name: 'Other' }, { signer: evil }))).toEqual(['issuer: issuer_not_confirmed'])
})
