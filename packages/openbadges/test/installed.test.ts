import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyNode, installTarball, makeTarball, readManifest } from './install.ts'

const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'boat-installed-'))
const installed = join(folder, 'node_modules/@boat/openbadges')
let tarball = ''

beforeAll(() => {
  tarball = makeTarball('openbadges', folder)
  installTarball(tarball, folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the tarball holds JavaScript, declarations, README and licence, and no source', () => {
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
  for (const file of ['index.js', 'index.d.ts', 'README.md', 'LICENSE', 'package.json']) expect(files).toContain(`package/${file}`)
  expect(files.filter((file) => !/(?:\.js|\.d\.ts|README\.md|LICENSE|package\.json)$/.test(file) || file.includes('.test.'))).toEqual([])
})

test('it depends on six packages at most, and on a Node that they run on', () => {
  const { dependencies = {}, engines } = readManifest(installed)
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(6)
  expect(engines.node).toBe('>=20.19.0')
})

test('publint finds nothing to say', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: Uint8Array.from(readFileSync(tarball)).buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
})

test('its types are right in every way of resolving modules', async () => {
  const { problems, types } = (await checkPackage(createPackageFromTarballData(readFileSync(tarball)))) as { types: { kind: string }; problems: { kind: string }[] }
  expect(types).toEqual({ kind: 'included' })
  // An ES module, which Node requires as well since 20.19.
  expect(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([])
})

const SCRIPT = `
import { generateKeyPairSync, sign } from 'node:crypto'
import { bake, buildAchievementCredential, compileTemplate, didKeyFromPublicKey, publicKeyFromJwk, signCredential, signFromTemplate, verifyCredential } from '@boat/openbadges'
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const did = didKeyFromPublicKey(publicKeyFromJwk(publicKey.export({ format: 'jwk' })))
const signer = { verificationMethod: did + '#' + did.slice(8), algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) }
const now = new Date()
const credential = buildAchievementCredential({
  id: 'urn:uuid:4b1f2c3d-5e6f-4a7b-8c9d-0e1f2a3b4c5d', issuer: { id: did, name: 'Lycée' }, recipient: { id: 'mailto:ada@example.org' }, validFrom: now,
  achievement: { id: 'https://badges.example/achievements/7', name: 'Teamwork', description: 'Works with others', criteria: { narrative: 'Seen' } },
})
const signed = await signCredential(credential, { signer, created: now })
const baked = bake(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), JSON.stringify(signed))
const options = { now, load: async () => { throw new Error('no network') } }
const good = await verifyCredential(baked, options)
const bad = await verifyCredential({ ...signed, name: 'Another' }, options)
const template = await compileTemplate(credential, { recipient: '/credentialSubject/id' })
const many = await verifyCredential(await signFromTemplate(template, { recipient: 'mailto:bob@example.org' }, { signer, created: now }), options)
console.log(good.outcome, bad.outcome, many.outcome)
`

test('a script signs, bakes and verifies with it, one badge and many, without a warning', () => {
  writeFileSync(join(folder, 'sign.js'), SCRIPT)
  const { stdout, stderr } = spawnSync(anyNode, ['sign.js'], { cwd: folder, encoding: 'utf8' })
  expect([stdout, stderr]).toEqual(['verified not-verified verified\n', ''])
})

const CONSUMER = `
import { type Load, OpenBadgesError, type OpenBadgesErrorCode, type Signer, signCredential, verifyCredential, type VerificationReport } from '@boat/openbadges'
import type { AchievementCredential } from '@boat/openbadges'
export const load: Load = async (url) => ({ url, status: 404, body: new Uint8Array() })
export const signer: Signer = { verificationMethod: 'did:example:1#1', algorithm: 'P-256', sign: async (data) => data }
export async function show(png: Uint8Array, credential: AchievementCredential): Promise<OpenBadgesErrorCode | 'verified' | undefined> {
  const report: VerificationReport = await verifyCredential(png, { load, now: new Date() })
  const outcome: 'verified' | 'not-verified' | 'undetermined' = report.outcome
  const name: string | Record<string, string> = credential.credentialSubject.achievement.name
  try { await signCredential(credential, { signer, created: new Date() }) } catch (error) { if (error instanceof OpenBadgesError) return error.code }
  return outcome === 'verified' && name !== '' ? outcome : undefined
}
// @ts-expect-error: not an algorithm
export const wrong: Signer = { ...signer, algorithm: 'HS256' }
`

test.each([
  ['NodeNext', 'NodeNext'],
  ['ESNext', 'Bundler'],
])('a strict TypeScript program compiles against it, libraries checked: module %s, resolution %s', (module, moduleResolution) => {
  writeFileSync(join(folder, 'consumer.ts'), CONSUMER)
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM'],
    types: [],
    module,
    moduleResolution,
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    exactOptionalPropertyTypes: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  expect([stdout, status]).toEqual(['', 0])
})
