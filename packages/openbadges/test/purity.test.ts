import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))

function compile(source: string): string {
  const folder = mkdtempSync(join(root, '.purity-'))
  try {
    writeFileSync(join(folder, 'probe.ts'), source)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../tsconfig.json', include: ['probe.ts', '../src/globals.d.ts'] }))
    execFileSync(process.execPath, [tsc, '-p', folder], { stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a file that mentions the network, the process, the console or a Node module does not compile', () => {
  expect(compile('export const url = new URL("https://x.example")')).toBe('')
  const errors = compile('fetch("https://x.example")\nprocess.exit()\nconsole.log(1)\nBuffer.from("")\nimport("node:fs")\nsetTimeout(() => {}, 1)')
  for (const name of ['fetch', 'process', 'console', 'Buffer', 'node:fs', 'setTimeout']) expect(errors).toContain(name)
}, 120_000)

test('a file that needs a newer platform than Node 20 and the browsers of its time does not compile', () => {
  expect(compile('Map.groupBy([1], (value: number) => value)\nnew Uint8Array(1).toHex()\nPromise.try(() => 1)').match(/error TS/g)).toHaveLength(3)
}, 120_000)

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => [name, readFileSync(join(root, 'src', name), 'utf8')] as const)

test('no file asks for the time or for chance', () => {
  for (const [name, source] of sources) {
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect([name, /Date\.now|new Date\(\s*\)|Math\.random|performance\.now|crypto\.getRandomValues|randomUUID/.exec(code)]).toEqual([name, null])
  }
})

test('jsonld is imported by one file only', () => {
  const importers = sources.filter(([, source]) => /from 'jsonld/.test(source)).map(([name]) => name)
  expect(importers).toEqual(['proof/canonicalize.ts'])
})

test('nothing is imported but the six dependencies', () => {
  const allowed = /^(?:\.|zod$|jsonld(?:$|\/lib\/context\.js$|\/lib\/ContextResolver\.js$)|rdf-canonize$|jose$|@noble\/curves\/|@noble\/hashes\/)/
  for (const [name, source] of sources) {
    for (const [, from = ''] of source.matchAll(/(?:from|import) '([^']+)'/g)) expect([name, from, allowed.test(from)]).toEqual([name, from, true])
  }
})
