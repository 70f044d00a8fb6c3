import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))
const folder = mkdtempSync(join(root, '.readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)

/** What the README leaves to its reader: a picture, and the web on which the issuer publishes. */
const GIVEN = `
import { deepEqual } from 'node:assert/strict'
const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
const website: Record<string, unknown> = {}
const fetch = async (url: string, _: { signal: AbortSignal }) => {
  const document = url.endsWith('/.well-known/did.json') ? didDocument : website[url]
  return new Response(JSON.stringify(document ?? null), { status: document ? 200 : 404 })
}
let checked = 0
function is(actual: unknown, expected: unknown) {
  deepEqual(JSON.parse(JSON.stringify(actual)), expected)
  checked++
}
`

/** `expression // → value` becomes a check. */
const withChecks = (code: string) => code.replace(/^( *)(\S.*?) +\/\/ → (.+)$/gm, (_, indent, expression, value) => `${indent}is(${expression}, ${value})`)
const program = `${GIVEN}${blocks.map(withChecks).join('\n')}\nconsole.log(checked)\n`

test('the program in the README runs, and every value in it is the one it says', () => {
  const file = join(folder, 'program.ts')
  writeFileSync(file, program)
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
  expect([stderr, Number(stdout)]).toEqual(['', readme.match(/\/\/ → /g)?.length])
  expect(blocks.length).toBeGreaterThan(8)
})

test('it compiles, strictly', () => {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../tsconfig.test.json', include: ['program.ts'] }))
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  expect([stdout, status]).toEqual(['', 0])
})
