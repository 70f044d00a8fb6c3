import { generateKeyPairSync, sign } from 'node:crypto'
import { compactVerify, exportJWK, importJWK, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { buildAchievementCredential, type JsonObject, publicKeyFromJwk, signCredential, signCredentialJwt, verifyCredential } from '../index.ts'
import type { Algorithm, RsaPublicJwk, Signer } from './signer.ts'

const did = 'did:web:badges.example'
const now = new Date('2026-11-24T00:00:00Z')
const credential = buildAchievementCredential(fullInput(did))

function makeKey(algorithm: Algorithm) {
  const pair =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : algorithm === 'Ed25519'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('ec', { namedCurve: algorithm })
  const hash = algorithm === 'Ed25519' ? null : algorithm === 'P-384' ? 'sha384' : 'sha256'
  const jwk = pair.publicKey.export({ format: 'jwk' }) as JsonObject
  const key = publicKeyFromJwk(jwk)
  const didKey = key.type === 'RS256' ? { type: 'RS256' as const, publicKeyJwk: jwk as RsaPublicJwk, id: 'key-1' } : { ...key, id: 'key-1' }
  const signer: Signer = {
    verificationMethod: `${did}#key-1`,
    algorithm,
    sign: (data) => new Uint8Array(sign(hash, data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })),
  }
  return { ...pair, jwk, signer, web: publish(did, didKey) }
}

const verify = (document: string | object, web: Record<string, unknown>) => verifyCredential(document, { load: makeWeb(web), now })
const codesOf = async (document: string | object, web: Record<string, unknown>) =>
  (await verify(document, web)).checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
const b64 = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

describe.each(['Ed25519', 'P-256', 'P-384', 'RS256'] as const)('a VC-JWT by a key of type %s', (algorithm) => {
  const key = makeKey(algorithm)

  test('verifies here and in jose', async () => {
    const jwt = await signCredentialJwt(credential, { signer: key.signer })
    expect(await verify(jwt, key.web)).toMatchObject({ outcome: 'verified', version: '3.0' })
    const { payload, protectedHeader } = await compactVerify(jwt, await importJWK(key.jwk as never, undefined as never).catch(() => key.publicKey as never))
    expect(protectedHeader).toMatchObject({ typ: 'JWT', kid: `${did}#key-1` })
    const claims = JSON.parse(new TextDecoder().decode(payload))
    expect(claims).toMatchObject({ ...credential, iss: did, jti: credential.id, sub: 'did:example:holder', nbf: 1795428000, exp: 1953194400 })
  })

  test('that jose signs verifies here, on both data models', async () => {
    const alg = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384', RS256: 'RS256' }[algorithm]
    const make = (payload: object) =>
      new SignJWT({ ...(payload as JsonObject), iss: did, jti: credential.id, sub: 'did:example:holder' }).setProtectedHeader({ alg, kid: `${did}#key-1` }).sign(key.privateKey)
    expect(await codesOf(await make(credential), key.web)).toEqual([])
    const { '@context': _, validFrom, validUntil, ...rest } = credential
    const vc = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      ...rest,
      issuanceDate: validFrom,
      expirationDate: validUntil,
    }
    const report = await verify(await make({ vc }), key.web)
    expect([report.outcome, report.warnings.map(({ code }) => code)]).toEqual(['verified', ['legacy_data_model']])
  })
})

describe('attacks on a JWT', () => {
  const key = makeKey('RS256')
  const claims = { ...credential, iss: did, jti: credential.id, sub: 'did:example:holder' }
  const honest = () => signCredentialJwt(credential, { signer: key.signer })

  test('alg none', async () => {
    for (const alg of ['none', 'None', 'NONE']) {
      expect(await codesOf(`${b64({ alg, kid: `${did}#key-1` })}.${b64(claims)}.`, key.web)).toContain('jwt_algorithm')
    }
  })

  test('HS256 with the public key as its secret', async () => {
    const pem = key.publicKey.export({ format: 'pem', type: 'spki' }) as string
    const jwt = await new SignJWT(claims as JsonObject).setProtectedHeader({ alg: 'HS256', kid: `${did}#key-1` }).sign(new TextEncoder().encode(pem))
    expect(await codesOf(jwt, key.web)).toContain('jwt_algorithm')
  })

  test('a key of the attacker in the header', async () => {
    const attacker = makeKey('RS256')
    const jwk = await exportJWK(attacker.publicKey)
    const jwt = await new SignJWT(claims as JsonObject).setProtectedHeader({ alg: 'RS256', jwk }).sign(attacker.privateKey)
    expect(await codesOf(jwt, key.web)).toEqual(['issuer_not_confirmed'])
  })

  test('the issuer’s own key in the header is the issuer’s', async () => {
    const jwt = await new SignJWT(claims as JsonObject).setProtectedHeader({ alg: 'RS256', jwk: key.jwk as never }).sign(key.privateKey)
    expect(await codesOf(jwt, key.web)).toEqual([])
  })

  test('a kid of the attacker’s', async () => {
    const attacker = makeKey('Ed25519')
    const jwt = await signCredentialJwt(credential, { signer: { ...attacker.signer, verificationMethod: 'did:web:evil.example#key-1' } })
    const evil = publish('did:web:evil.example', { ...(publicKeyFromJwk(attacker.jwk) as never as { type: 'Ed25519'; publicKey: Uint8Array }), id: 'key-1' })
    expect(await codesOf(jwt, { ...key.web, ...evil })).toEqual(['issuer_not_confirmed'])
  })

  test('another algorithm than the key’s', async () => {
    const [, payload, signature] = (await honest()).split('.')
    expect(await codesOf(`${b64({ alg: 'ES256', kid: `${did}#key-1` })}.${payload}.${signature}`, key.web)).toContain('jwt_algorithm')
  })

  test('claims that contradict the credential', async () => {
    for (const claim of [{ iss: 'did:web:evil.example' }, { jti: 'urn:uuid:x' }, { sub: 'did:example:other' }, { nbf: 1 }, { exp: 4102444800 }, { iss: undefined }]) {
      const jwt = await new SignJWT({ ...claims, ...claim } as JsonObject).setProtectedHeader({ alg: 'RS256', kid: `${did}#key-1` }).sign(key.privateKey)
      expect(await codesOf(jwt, key.web)).toContain('jwt_claims')
    }
  })

  test('a token made for something else, critical extensions, detached payloads', async () => {
    for (const header of [{ typ: 'at+jwt' }, { crit: ['exp'], exp: 1 }, { b64: false }]) {
      const input = `${b64({ alg: 'RS256', kid: `${did}#key-1`, ...header })}.${b64(claims)}`
      const signature = Buffer.from(await key.signer.sign(new TextEncoder().encode(input))).toString('base64url')
      expect((await verify(`${input}.${signature}`, key.web)).outcome).toBe('not-verified')
    }
  })

  test('names used twice in the payload', async () => {
    const twice = `${JSON.stringify(claims).slice(0, -1)},"name":"Other"}`
    const input = `${b64({ alg: 'RS256', kid: `${did}#key-1` })}.${b64(twice)}`
    const signature = Buffer.from(await key.signer.sign(new TextEncoder().encode(input))).toString('base64url')
    expect((await verify(`${input}.${signature}`, key.web)).outcome).toBe('not-verified')
  })

  test('one changed letter anywhere', async () => {
    const jwt = await honest()
    for (let at = 0; at < jwt.length; at += 97) {
      const letter = jwt[at] === 'A' ? 'B' : 'A'
      expect([at, (await verify(jwt.slice(0, at) + letter + jwt.slice(at + 1), key.web)).outcome]).toEqual([at, 'not-verified'])
    }
  })

  test('an embedded proof stays good inside a JWT', async () => {
    const ed = makeSigner(did)
    const signed = await signCredential(credential, { signer: ed, created: now })
    expect(await codesOf(await signCredentialJwt(signed, { signer: key.signer }), key.web)).toEqual([])
  })
})
