import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolderLoad } from './folder-load.ts'

const folder = mkdtempSync(join(tmpdir(), 'boat-web-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FILES = [
  'web/a.example/one.json',
  'web/a.example/index.json',
  'web/a.example/issuers/1/index.json',
  'web/a.example/issuers/1/did.json',
  'web/a.example/list',
  'web/a.example/list?id=2',
  'web/a.example/é à.json',
  'web/a.example/raw%20.json',
  'web/a.example:3000/one.json',
  'web/localhost%3A3000/one.json',
  'web/[::1]:80/one.json',
  'web/b.example/secret.json',
  'secret.json',
]
for (const file of FILES) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), file)
}

const load = makeFolderLoad(join(folder, 'web'))
const found = async (url: string) => {
  const { status, body } = await load(url)
  return status === 200 ? new TextDecoder().decode(body).replace('web/', '') : status
}

describe('a folder that is the web', () => {
  test.each([
    ['https://a.example/one.json', 'a.example/one.json'],
    ['http://a.example/one.json', 'a.example/one.json'],
    ['https://A.Example/one.json#part', 'a.example/one.json'],
    ['https://a.example', 'a.example/index.json'],
    ['https://a.example/', 'a.example/index.json'],
    ['https://a.example/issuers/1/', 'a.example/issuers/1/index.json'],
    ['https://a.example/issuers/1', 'a.example/issuers/1/index.json'],
    ['https://a.example/issuers/1/did.json', 'a.example/issuers/1/did.json'],
    ['https://a.example/list?id=1', 'a.example/list'],
    ['https://a.example/list?id=2', 'a.example/list?id=2'],
    ['https://a.example/%C3%A9%20%C3%A0.json', 'a.example/é à.json'],
    ['https://a.example/raw%20.json', 'a.example/raw%20.json'],
    ['https://a.example:443/one.json', 'a.example/one.json'],
    ['https://a.example:3000/one.json', 'a.example:3000/one.json'],
    ['http://localhost:3000/one.json', 'localhost%3A3000/one.json'],
    ['https://[::1]:80/one.json', '[::1]:80/one.json'],
  ])('serves %s from %s', async (url, file) => {
    expect(await found(url)).toBe(file)
  })

  test.each([
    'https://a.example/two.json',
    'https://a.example/issuers',
    'https://c.example/one.json',
    'https://a.example:3001/one.json',
    'https://a.example/../../secret.json',
    'https://a.example/..%2f..%2fsecret.json',
    'https://a.example/..%2Fb.example%2Fsecret.json',
    'https://a.example/..%5Cb.example%5Csecret.json',
    'https://../secret.json',
    'https://a.example/%00',
    'https://a.example/%E0%A4%A',
  ])('does not find %s', async (url) => {
    expect(await found(url)).toBe(404)
  })
})
