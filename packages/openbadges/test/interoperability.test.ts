import { compactVerify, importJWK, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Algorithm, buildAchievementCredential, buildDidDocument, type JsonObject, signCredential, signCredentialJwt, verifyCredential, verifyProof } from '../src/index.ts'
import { makeKey } from './keys.ts'
import { digitalBazaarIssues, digitalBazaarVerifies } from './peers.ts'
import { fullInput, makeSigner } from './support.ts'
import { makeWeb } from './web.ts'

const did = 'did:web:badges.example:issuers:1'
const address = 'https://badges.example/issuers/1/did.json'
const created = new Date('2026-11-23T10:00:05Z')
const now = new Date('2026-11-24T00:00:00Z')

const signer = makeSigner(did)
const keys = { Ed25519: makeKey(did, 'Ed25519'), 'P-256': makeKey(did, 'P-256'), 'P-384': makeKey(did, 'P-384'), RS256: makeKey(did, 'RS256') }
const didDocument = buildDidDocument({ did, keys: [{ type: 'Ed25519', publicKey: signer.publicKey }, ...Object.values(keys).map(({ didKey }) => didKey)] })

/** The same badge on both versions of the data model. */
const credential2 = buildAchievementCredential(fullInput(did))
const credential1 = toDataModel1(credential2)
const models: [name: string, credential: JsonObject][] = [
  ['1.1', credential1],
  ['2.0', credential2 as unknown as JsonObject],
]

function toDataModel1({ '@context': contexts, validFrom, validUntil, ...rest }: Record<string, unknown>): JsonObject {
  const [, ...others] = contexts as string[]
  // Which data model 1.1 needs for a proof of Data Integrity; 2.0 has its terms.
  const context = ['https://www.w3.org/2018/credentials/v1', ...others, 'https://w3id.org/security/data-integrity/v2']
  return { '@context': context, ...rest, issuanceDate: validFrom, expirationDate: validUntil } as JsonObject
}

async function verifiesHere(document: object | string): Promise<string> {
  const { outcome, checks } = await verifyCredential(document, { load: makeWeb({ [address]: didDocument }), now })
  return [outcome, ...checks.filter((check) => check.outcome === 'failed').map(({ code }) => code)].join(' ')
}

/** @digitalcredentials/verifier-core, of which every fetch finds the published key document and nothing else. */
async function verifierCoreVerifies(credential: object): Promise<boolean> {
  const { verifyCredential } = await import('@digitalcredentials/verifier-core')
  const { log = [], errors } = (await verifyCredential({ credential: credential as never, knownDIDRegistries: [] })) as {
    log?: { id: string; valid?: boolean }[]
    errors?: unknown[]
  }
  return !errors && log.some(({ id, valid }) => id === 'valid_signature' && valid === true)
}

beforeAll(() => {
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const url = typeof input === 'string' ? input : input.url
    if (url !== address) return new Response('{}', { status: 404 })
    return new Response(JSON.stringify(didDocument), { headers: { 'content-type': 'application/json' } })
  })
})
afterAll(() => vi.unstubAllGlobals())

const CRYPTOSUITES = { Ed25519: 'eddsa-rdfc-2022', 'P-256': 'ecdsa-rdfc-2019', 'P-384': 'ecdsa-rdfc-2019' } as const
const dataIntegrity = models.flatMap(([model, credential]) => (Object.keys(CRYPTOSUITES) as (keyof typeof CRYPTOSUITES)[]).map((algorithm) => ({ model, credential, algorithm })))

describe.each(dataIntegrity)('on data model $model, with a key of type $algorithm', ({ credential, algorithm }) => {
  const key = keys[algorithm]

  test('what is signed here verifies in @digitalbazaar/vc, with nothing but the published key document', async () => {
    const signed = await signCredential(credential, { signer: key.signer, created, cryptosuite: CRYPTOSUITES[algorithm] })
    expect(await digitalBazaarVerifies(signed, [didDocument], now)).toBe(true)
    expect(await digitalBazaarVerifies({ ...signed, name: 'Another' }, [didDocument], now)).toBe(false)
    expect(await verifiesHere(signed)).toBe('verified')
  })

  test('what @digitalbazaar/vc signs verifies here', async () => {
    const signed = await digitalBazaarIssues(credential, key.signer, created)
    expect(await verifiesHere(signed)).toBe('verified')
    expect(await verifiesHere({ ...signed, name: 'Another' })).toBe('not-verified proof_invalid')
  })
})

describe.each(models)('on data model %s', (_, credential) => {
  test('what is signed here verifies in @digitalcredentials/verifier-core, with nothing but the published key document', async () => {
    const signed = await signCredential(credential, { signer: keys.Ed25519.signer, created })
    expect(await verifierCoreVerifies(signed)).toBe(true)
    expect(await verifierCoreVerifies({ ...signed, name: 'Another' })).toBe(false)
  })

  test('what @digitalbazaar/vc signs has the very signature that it has here', async () => {
    const [ours, theirs] = [await signCredential(credential, { signer: keys.Ed25519.signer, created }), await digitalBazaarIssues(credential, keys.Ed25519.signer, created)]
    expect(theirs.proof).toMatchObject({ proofValue: (ours.proof as { proofValue: string }).proofValue })
  })
})

const ALGORITHMS = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384', RS256: 'RS256' } as const

describe.each(Object.entries(ALGORITHMS) as [Algorithm, string][])('a JWT with a key of type %s', (algorithm, alg) => {
  const { jwk, signer, privateKey } = keys[algorithm]

  test(`that is signed here verifies in jose as ${alg}`, async () => {
    const jwt = await signCredentialJwt(credential2, { signer })
    const key = await importJWK(jwk as never, alg)
    const { payload, protectedHeader } = await jwtVerify(jwt, key, { algorithms: [alg], issuer: did, subject: 'did:example:holder', currentDate: now })
    expect([protectedHeader.kid, payload.jti]).toEqual([signer.verificationMethod, credential2.id])
    const { payload: bytes } = await compactVerify(jwt, key)
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject(credential2)
    await expect(compactVerify(jwt.replace(/.{9}$/, 'AAAAAAAAA'), key)).rejects.toThrow()
  })

  test('that jose signs verifies here: the credential as the payload (2.0), and in the claim vc (1.1)', async () => {
    const make = (claims: object) =>
      new SignJWT(claims as JsonObject)
        .setProtectedHeader({ alg, kid: signer.verificationMethod, typ: 'JWT' })
        .setIssuer(did)
        .setSubject('did:example:holder')
        .setJti(credential2.id)
        .setNotBefore(new Date(credential2.validFrom))
        .sign(privateKey)
    expect(await verifiesHere(await make(credential2))).toBe('verified')
    expect(await verifiesHere(await make({ vc: credential1 }))).toBe('verified')
    const [header, , signature] = (await make(credential2)).split('.')
    const forged = Buffer.from(JSON.stringify({ ...credential2, iss: did, jti: credential2.id, sub: 'did:example:holder', nbf: 1795428000, name: 'Another' })).toString('base64url')
    expect(await verifiesHere([header, forged, signature].join('.'))).toContain('proof_invalid')
  })
})

test('what is signed here fails there and here when one character anywhere is another', async () => {
  const text = JSON.stringify(await signCredential(credential2, { signer, created }))
  const ours = async ({ proof, ...document }: JsonObject) => verifyProof(document, proof as JsonObject, { type: 'Ed25519', publicKey: signer.publicKey }).catch(() => false)
  for (let at = 3; at < text.length; at += 61) {
    const letter = text[at] === 'x' ? 'y' : 'x'
    let credential: JsonObject
    try {
      credential = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1))
    } catch {
      continue
    }
    expect([at, await ours(credential)]).toEqual([at, false])
    expect([at, await digitalBazaarVerifies(credential, [didDocument], created).catch(() => false)]).toEqual([at, false])
    if (at % 5 === 0) expect([at, await verifierCoreVerifies(credential)]).toEqual([at, false])
  }
})
