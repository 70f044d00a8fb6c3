import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { published } from './published-web.ts'

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))

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

test('the library runs in a browser bundle, with what a browser has and no network', async () => {
  const code = await bundle()
  expect(code.length).toBeLessThan(600_000)
  const { CompressionStream, DecompressionStream, crypto, TextDecoder, TextEncoder, URL, queueMicrotask, setTimeout } = globalThis
  const browser = vm.createContext({ CompressionStream, DecompressionStream, crypto, TextDecoder, TextEncoder, URL, queueMicrotask, setTimeout })
  vm.runInContext(`var self = globalThis, window = globalThis;${code};globalThis.openbadges = openbadges`, browser)
  browser.text = readFileSync(`${published}dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-noExpiry.json`, 'utf8')
  const verify = (text: string) =>
    vm.runInContext(`openbadges.verifyCredential(${text}, { load: async () => { throw new Error('offline') }, now: new Date('2026-11-23T00:00:00Z') })`, browser)
  expect((await verify('text')).outcome).toBe('verified')
  expect((await verify('text.replace("Teamwork", "Teamworks")')).outcome).toBe('not-verified')
}, 120_000)
