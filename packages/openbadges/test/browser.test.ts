import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../server/tests/support/browser.ts'
import {
  buildAchievementCredential,
  buildDidDocument,
  type DidDocument,
  didKeyFromPublicKey,
  type JsonObject,
  type Load,
  publicKeyFromJwk,
  signCredential,
  signCredentialJwt,
  type VerificationReport,
  verifyCredential,
} from '../src/index.ts'
import { makeKey } from './keys.ts'
import { digitalBazaarVerifies } from './peers.ts'
import { loadPublished, published } from './published-web.ts'
import { makeLoad } from './published-web-2.ts'
import { fullInput } from './support.ts'
import { makeWeb } from './web.ts'

declare const openbadges: typeof import('../src/index.ts')

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))
const now = new Date('2026-11-24T00:00:00Z')
const created = new Date('2026-11-23T10:00:05Z')
/** A page of an https site: only there has a browser its cryptography. */
const ADDRESS = 'https://page.example/'

/** The library as a page would load it: one script, nothing of Node in it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'openbadges', fileName: 'openbadges' } },
  })
  const [output] = [built].flat() as { output: { type: string; code: string }[] }[]
  return output?.output.find(({ type }) => type === 'chunk')?.code ?? ''
}

const asked: string[] = []
let script: string
let browser: Browser
let page: Page

beforeAll(async () => {
  script = await bundle()
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>a page</title>' }) : route.abort(),
  )
  await page.goto(ADDRESS)
  await page.addScriptTag({ content: script })
}, 120_000)
afterAll(() => browser?.close())

/** A document as the page is given it, and everything that Node had to load for it. */
type Given = { base64: string; web: Record<string, { url: string; status: number; base64: string }> }

/** Verifies here, then in the page with the same documents; both reports as JSON. */
async function verifyTwice(document: Uint8Array | string, load: Load): Promise<{ here: VerificationReport; there: VerificationReport }> {
  const web: Given['web'] = {}
  const recorded: Load = async (url) => {
    const loaded = await load(url)
    web[url] = { url: loaded.url, status: loaded.status, base64: Buffer.from(loaded.body).toString('base64') }
    return loaded
  }
  const here = await verifyCredential(document, { load: recorded, now })
  const there = await page.evaluate(
    async ({ base64, web }: Given) => {
      const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const load: Load = async (url) => {
        const loaded = web[url]
        if (!loaded) throw new Error(`${url} was not asked for in Node`)
        return { url: loaded.url, status: loaded.status, body: bytes(loaded.base64) }
      }
      return openbadges.verifyCredential(bytes(base64), { load, now: new Date('2026-11-24T00:00:00Z') })
    },
    { base64: Buffer.from(document).toString('base64'), web },
  )
  return { here: JSON.parse(JSON.stringify(here)), there: JSON.parse(JSON.stringify(there)) }
}

const read = (path: string) => new Uint8Array(readFileSync(published + path))

test('the bundle is small enough for a page', () => {
  expect(script.length).toBeLessThan(600_000)
})

test('the page is of a site, and the browser gives it its cryptography', async () => {
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, 'process' in globalThis, 'Buffer' in globalThis])).toEqual([true, 'object', false, false])
})

describe('a published badge has the same report in Chromium as in Node', () => {
  test.each([
    ['eddsa-rdfc-2022, data model 2.0', 'ob3-1edtech-validator/simple.json', 'verified'],
    ['eddsa-rdfc-2022 by a did:key', 'dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-noExpiry.json', 'verified'],
    ['Ed25519Signature2020, data model 1.1', 'ob3-1edtech-validator/simple_v1.json', 'verified'],
    ['eddsa-rdfc-2022 baked into a PNG', 'ob3-1edtech-validator/simple-json.png', 'verified'],
    ['eddsa-rdfc-2022 baked into an SVG', 'ob3-1edtech-validator/simple-json.svg', 'verified'],
    ['JWT RS256 baked into a PNG, data model 2.0', 'ob3-1edtech-validator/simple-jwt.png', 'verified'],
    ['JWT RS256 baked into an SVG, data model 1.1', 'ob3-1edtech-validator/simple-jwt_v1.svg', 'verified'],
    ['an endorsement', 'ob3-1edtech-validator/endorsement-valid.json', 'verified'],
    ['a learner record', 'clr2-1edtech-validator/simple.json', 'verified'],
    ['revoked in a status list', 'ob3-1edtech-validator/bit-string-list/credential-status-revoked.json', 'not-verified'],
    ['expired', 'ob3-1edtech-validator/simple-err-expired.json', 'not-verified'],
    ['another proof value', 'ob3-1edtech-validator/simple-err-proof-value.json', 'not-verified'],
    ['eddsa-jcs-2022, of the W3C', 'w3c/eddsa/eddsa-jcs-2022/signedJCS.json', 'not-verified'],
    ['ecdsa-jcs-2019 by P-256, of the W3C', 'w3c/ecdsa/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json', 'not-verified'],
    ['ecdsa-jcs-2019 by P-384, of the W3C', 'w3c/ecdsa/ecdsa-jcs-2019-p384/signedJCSECDSAP384.json', 'not-verified'],
    ['ecdsa-rdfc-2019 by P-256, of the W3C, of a context not known here', 'w3c/ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json', 'not-verified'],
  ])('%s', async (_, path, outcome) => {
    const { here, there } = await verifyTwice(read(path), loadPublished)
    expect(there).toEqual(here)
    expect(here.outcome).toBe(outcome)
    // The vectors of the W3C are no badges, but their proofs are good where every context is known.
    if (path.startsWith('w3c') && path.includes('-jcs-')) expect(there.checks.find(({ check }) => check === 'proof')?.outcome).toBe('passed')
  })

  test.each(['basic-assertion.json', 'simple-badge.png', 'simple.jwt', 'simple-revoked.jwt'])('Open Badges 2.0: %s', async (file) => {
    const folder = 'ob2-1edtech-validator'
    const { here, there } = await verifyTwice(read(`${folder}/${file}`), makeLoad({ folder, file }))
    expect(there).toEqual(here)
    expect([here.version, here.outcome]).toEqual(['2.0', file === 'simple-revoked.jwt' ? 'not-verified' : 'verified'])
  })
})

describe('what is signed in Node verifies in Chromium, and does not when it is changed', () => {
  const did = 'did:web:badges.example'
  const keys = { Ed25519: makeKey(did, 'Ed25519'), 'P-256': makeKey(did, 'P-256'), 'P-384': makeKey(did, 'P-384'), RS256: makeKey(did, 'RS256') }
  const load = makeWeb({ 'https://badges.example/.well-known/did.json': buildDidDocument({ did, keys: Object.values(keys).map(({ didKey }) => didKey) }) })
  const credential = buildAchievementCredential(fullInput(did))
  const expectSame = async (document: string, outcome: string) => {
    const { here, there } = await verifyTwice(document, load)
    expect([there, there.outcome]).toEqual([here, outcome])
  }

  test.each([
    ['eddsa-rdfc-2022', 'Ed25519'],
    ['eddsa-jcs-2022', 'Ed25519'],
    ['ecdsa-rdfc-2019', 'P-256'],
    ['ecdsa-rdfc-2019', 'P-384'],
    ['ecdsa-jcs-2019', 'P-256'],
    ['ecdsa-jcs-2019', 'P-384'],
  ] as const)('%s by a key of type %s', async (cryptosuite, algorithm) => {
    const signed = await signCredential(credential, { signer: keys[algorithm].signer, created, cryptosuite })
    await expectSame(JSON.stringify(signed), 'verified')
    await expectSame(JSON.stringify(signed).replace('Avancé', 'Expert'), 'not-verified')
  })

  test.each(['Ed25519', 'P-256', 'P-384', 'RS256'] as const)('a JWT by a key of type %s', async (algorithm) => {
    const jwt = await signCredentialJwt(credential, { signer: keys[algorithm].signer })
    await expectSame(jwt, 'verified')
    await expectSame(jwt.replace(/\.(.{40})./, '.$1A'), 'not-verified')
  })
})

/** Signs in the page, with a key that never leaves its browser. */
function signInPage(algorithm: 'Ed25519' | 'P-256'): Promise<{ signed: JsonObject; document: DidDocument; jwk: JsonObject; isExtractable: boolean }> {
  return page.evaluate(
    async ({ algorithm, cryptosuite, input, created }) => {
      const isEdwards = algorithm === 'Ed25519'
      const pair = (await crypto.subtle.generateKey({ name: isEdwards ? 'Ed25519' : 'ECDSA', namedCurve: algorithm } as EcKeyGenParams, false, ['sign', 'verify'])) as CryptoKeyPair
      const jwk = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JsonObject
      const { kty, crv, x, y } = jwk
      const key = openbadges.publicKeyFromJwk({ kty, crv, x, ...(y === undefined ? {} : { y }) } as JsonObject) as { type: 'Ed25519' | 'P-256'; publicKey: Uint8Array }
      const did = openbadges.didKeyFromPublicKey(key)
      const document = openbadges.buildDidDocument({ did, keys: [key] })
      const signer = {
        verificationMethod: document.assertionMethod[0] as string,
        algorithm,
        sign: async (data: Uint8Array) =>
          new Uint8Array(await crypto.subtle.sign(isEdwards ? 'Ed25519' : { name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new Uint8Array(data))),
      }
      const credential = openbadges.buildAchievementCredential({ ...input, issuer: { ...input.issuer, id: did } })
      const signed = await openbadges.signCredential(credential, { signer, created: new Date(created), cryptosuite })
      return { signed: signed as unknown as JsonObject, document, jwk, isExtractable: pair.privateKey.extractable }
    },
    { algorithm, cryptosuite: algorithm === 'Ed25519' ? ('eddsa-rdfc-2022' as const) : ('ecdsa-rdfc-2019' as const), input: fullInput(''), created: created.toISOString() },
  )
}

describe.each(['Ed25519', 'P-256'] as const)('what is signed in Chromium by a key of type %s that cannot leave it', (algorithm) => {
  test('verifies in Node, and in @digitalbazaar/vc', async () => {
    const { signed, document, jwk, isExtractable } = await signInPage(algorithm)
    const { kty, crv, x, y } = jwk
    expect([isExtractable, document.id]).toEqual([false, didKeyFromPublicKey(publicKeyFromJwk(JSON.parse(JSON.stringify({ kty, crv, x, y }))) as never)])
    const nowhere: Load = async () => {
      throw new Error('a did:key needs no network')
    }
    expect(await verifyCredential(signed, { load: nowhere, now })).toMatchObject({ outcome: 'verified', version: '3.0' })
    expect((await verifyCredential({ ...signed, name: 'Another' }, { load: nowhere, now })).outcome).toBe('not-verified')
    expect(await digitalBazaarVerifies(signed, [document], now)).toBe(true)
    expect(await digitalBazaarVerifies({ ...signed, name: 'Another' }, [document], now)).toBe(false)
  })
})

test('nothing of all this asked the network for anything', () => {
  expect(asked).toEqual([ADDRESS])
})
