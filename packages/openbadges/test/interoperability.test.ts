import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pinnedContexts } from '../src/contexts/index.ts'
import { buildAchievementCredential, buildDidDocument, type JsonObject, signCredential, verifyProof } from '../src/index.ts'
import { fullInput, makeSigner } from './support.ts'

const did = 'did:web:badges.example:issuers:1'
const signer = makeSigner(did)
const didDocument = buildDidDocument({ did, keys: [{ type: 'Ed25519', publicKey: signer.publicKey }] })
const created = new Date('2026-11-23T10:00:05Z')

type Verify = (credential: JsonObject) => Promise<boolean>

/** @digitalbazaar/vc with a loader that knows our contexts and the published key document, nothing else. */
async function makeDigitalBazaarVerify(): Promise<Verify> {
  const vc = await import('@digitalbazaar/vc')
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity')
  const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')
  const documentLoader = async (url: string) => {
    const context = pinnedContexts.get(url)?.document
    const method = didDocument.verificationMethod.find(({ id }) => id === url)
    const document = context ?? (url === did ? didDocument : method && { '@context': 'https://w3id.org/security/multikey/v1', ...method })
    if (!document) throw new Error(`not found: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  return async (credential) => {
    const result = await vc.verifyCredential({ credential, suite, documentLoader, now: created })
    return result.verified
  }
}

/** @digitalcredentials/verifier-core, of which every fetch finds the published key document and nothing else. */
async function makeVerifierCoreVerify(): Promise<Verify> {
  const { verifyCredential } = await import('@digitalcredentials/verifier-core')
  return async (credential) => {
    const { log = [], errors } = (await verifyCredential({ credential: credential as never, knownDIDRegistries: [] })) as {
      log?: { id: string; valid?: boolean }[]
      errors?: unknown[]
    }
    return !errors && log.some(({ id, valid }) => id === 'valid_signature' && valid === true)
  }
}

const ourVerify: Verify = async ({ proof, ...document }) => {
  try {
    return await verifyProof(document, proof as JsonObject, { type: 'Ed25519', publicKey: signer.publicKey })
  } catch {
    return false
  }
}

const sign = () => signCredential(buildAchievementCredential(fullInput(did)), { signer, created })

beforeAll(() => {
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const url = typeof input === 'string' ? input : input.url
    if (url !== 'https://badges.example/issuers/1/did.json') return new Response('{}', { status: 404 })
    return new Response(JSON.stringify(didDocument), { headers: { 'content-type': 'application/json' } })
  })
})
afterAll(() => vi.unstubAllGlobals())

describe('what is signed here', () => {
  test('verifies in @digitalbazaar/vc with nothing but the published key document', async () => {
    const verify = await makeDigitalBazaarVerify()
    expect(await verify((await sign()) as unknown as JsonObject)).toBe(true)
  })

  test('verifies in @digitalcredentials/verifier-core with nothing but the published key document', async () => {
    const verify = await makeVerifierCoreVerify()
    expect(await verify((await sign()) as unknown as JsonObject)).toBe(true)
  })

  test('fails there and here when one character anywhere is another', async () => {
    const text = JSON.stringify(await sign())
    const theirs = await makeDigitalBazaarVerify()
    const core = await makeVerifierCoreVerify()
    for (let at = 3; at < text.length; at += 61) {
      const letter = text[at] === 'x' ? 'y' : 'x'
      let credential: JsonObject
      try {
        credential = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1))
      } catch {
        continue
      }
      expect([at, await ourVerify(credential)]).toEqual([at, false])
      expect([at, await theirs(credential)]).toEqual([at, false])
      if (at % 5 === 0) expect([at, await core(credential)]).toEqual([at, false])
    }
  })
})
