import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyNode, installTarball, makeTarball, readManifest } from '../../openbadges/test/install.ts'

const vectors = fileURLToPath(new URL('../../openbadges/vectors/published/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'boat-command-'))
let tarball = ''

beforeAll(() => {
  installTarball(makeTarball('openbadges', folder), folder)
  tarball = makeTarball('cli', folder)
  installTarball(tarball, folder)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The installed command as npx starts it, by the Node of the system where there is one. */
function boat(...args: string[]) {
  const path = [dirname(anyNode), process.env.PATH].join(delimiter)
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin/boat'), args, { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path } })
  return { status, stdout, stderr }
}

test('publint finds nothing to say, and the tarball holds no source', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: Uint8Array.from(readFileSync(tarball)).buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
  expect(files.filter((file) => !/(?:\.js|README\.md|LICENSE|package\.json)$/.test(file) || file.includes('.test.'))).toEqual([])
})

test('it needs nothing but the standards, and what unpacks an archive', () => {
  expect(Object.keys(readManifest(join(folder, 'node_modules/@boat/cli')).dependencies ?? {})).toEqual(['@boat/openbadges', 'fflate'])
})

test('boat says the version that was installed', () => {
  expect(boat('--version').stdout).toBe(`boat ${readManifest(join(folder, 'node_modules/@boat/cli')).version}\n`)
})

test('boat verifies a badge, and tells a good one from an expired one', () => {
  const good = boat('verify', join(vectors, 'dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-noExpiry.json'), '--offline')
  expect([good.status, good.stdout.startsWith('VERIFIED'), good.stderr]).toEqual([0, true, ''])
  const expired = boat('verify', join(vectors, 'dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-expired.json'), '--offline', '--json')
  expect([expired.status, JSON.parse(expired.stdout).outcome]).toEqual([1, 'not-verified'])
})

test('boat makes a key, issues with it, and verifies what it issued', () => {
  const write = (file: string, content: unknown) => writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
  write('a.json', { id: 'https://badges.example/achievements/7', name: 'Teamwork', description: 'Works with others', criteria: { narrative: 'Seen' } })
  write('i.json', { name: 'Lycée' })
  write('class.csv', 'email\nada@example.org\nbob@example.org\n')
  expect(boat('keygen', '-o', 'key.json').stdout).toMatch(/^did:key:z6Mk/)
  const issued = boat('issue', '--achievement', 'a.json', '--issuer', 'i.json', '--key', 'key.json', '--recipients', 'class.csv', '-o', 'badges', '--format', 'png')
  expect([issued.status, issued.stderr]).toEqual([0, ''])
  const checked = boat('verify', 'badges/000001.png', '--recipient', 'ada@example.org', '--offline')
  expect([checked.status, checked.stdout.startsWith('VERIFIED'), checked.stderr]).toEqual([0, true, ''])
})
