import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boat as run } from './support.ts'

const boat = (...args: string[]) => run(args)

const folder = mkdtempSync(join(tmpdir(), 'boat-issue-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

const achievement = {
  id: 'https://badges.example/a/1',
  name: 'Coopération',
  description: 'd',
  criteria: { narrative: 'c' },
  resultDescription: [
    {
      id: 'https://badges.example/a/1#r',
      name: 'Niveau',
      resultType: 'RubricCriterionLevel',
      rubricCriterionLevel: [{ id: 'https://badges.example/a/1#l1', name: 'Bien', level: '1' }],
    },
  ],
}
const list = [
  'email,id,name,narrative,evidence,validUntil,level',
  'ada@example.org,,Ada,"Bien ""joué"", 😀",https://x.example/e,2030-01-01,Bien',
  ',did:example:2,,,,,',
  'grace@example.org,,,,,,1',
]

beforeAll(async () => {
  writeFileSync(at('a.json'), JSON.stringify(achievement))
  writeFileSync(at('i.json'), JSON.stringify({ name: 'Lycée' }))
  writeFileSync(at('list.csv'), `${list.join('\n')}\n`)
  await boat('keygen', '-o', at('key.json'))
})
const issue = (key: string, out: string, ...more: string[]) =>
  boat('issue', '--achievement', at('a.json'), '--issuer', at('i.json'), '--key', at(key), '--recipients', at('list.csv'), '-o', at(out), ...more)

describe('boat keygen', () => {
  test('writes a key that only its owner reads, and never over another', async () => {
    expect(statSync(at('key.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(at('key.json'), 'utf8'))).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: expect.stringMatching(/^did:key:z6Mk/) })
    expect(readFileSync(at('key.did.json'), 'utf8')).not.toContain('"d":')
    expect((await boat('keygen', '-o', at('key.json'))).code).toBe(1)
  })

  test.each([
    ['--type', 'dsa'],
    ['--did', 'web:'],
    ['--did', 'example:x'],
    ['--type', 'rsa'],
  ])('%s %s is wrong usage', async (option, value) => {
    expect((await boat('keygen', option, value, '-o', at('never.json'))).code).toBe(64)
  })
})

describe('boat issue', () => {
  test.each(['json', 'jwt', 'png', 'svg'])('signs %s that verifies for its recipient', async (format) => {
    const { code, out } = await issue('key.json', `out-${format}`, '--format', format)
    expect([code, out]).toEqual([0, expect.stringContaining('3 issued')])
    const file = at(`out-${format}/000001.${format}`)
    expect((await boat('verify', file, '--offline', '--recipient', 'ADA@example.org')).code).toBe(0)
    expect((await boat('verify', file, '--offline', '--recipient', 'eve@example.org')).code).toBe(1)
    expect((await boat('verify', file, '--offline', '--now', '2030-01-02')).out).toContain('expired')
    expect((await boat('verify', at(`out-${format}/000002.${format}`), '--offline', '--recipient', 'did:example:2')).code).toBe(0)
  })

  test('writes what the row says', async () => {
    const { credentialSubject, evidence } = JSON.parse(readFileSync(at('out-json/000001.json'), 'utf8'))
    expect(credentialSubject).toMatchObject({
      narrative: 'Bien "joué", 😀',
      result: [{ resultDescription: 'https://badges.example/a/1#r', achievedLevel: 'https://badges.example/a/1#l1' }],
      identifier: [{ identityType: 'emailAddress', hashed: true }],
    })
    expect(evidence).toEqual([{ id: 'https://x.example/e', type: ['Evidence'] }])
    const results = readFileSync(at('out-json/results.csv'), 'utf8').trim().split('\n')
    expect(results.map((line) => line.split(',')[0])).toEqual(['line', '2', '3', '4'])
  })

  test.each([
    ['ed25519', 'eddsa-jcs-2022'],
    ['p256', 'ecdsa-rdfc-2019'],
    ['p384', 'ecdsa-jcs-2019'],
  ])('signs with a key of type %s by %s, for a website', async (type, proof) => {
    await boat('keygen', '--type', type, '--did', 'web:badges.example:issuers:1', '-o', at(`${proof}.json`))
    expect((await issue(`${proof}.json`, `out-${proof}`, '--proof', proof)).code).toBe(0)
    mkdirSync(at(`web-${proof}/badges.example/issuers/1`), { recursive: true })
    writeFileSync(at(`web-${proof}/badges.example/issuers/1/did.json`), readFileSync(at(`${proof}.did.json`)))
    expect((await boat('verify', at(`out-${proof}/000001.json`), '--web', at(`web-${proof}`))).code).toBe(0)
  })

  test('reports bad rows with line and column, and goes on', async () => {
    writeFileSync(at('bad.csv'), 'email,validUntil,level\nada@example.org,,\nnot an address,,\nb@example.org,2030-02-31,\nc@example.org,,9\n ,2030-01-01,\n,,\nd@example.org,,\n')
    const { code, out, error } = await boat(
      'issue',
      '--achievement',
      at('a.json'),
      '--issuer',
      at('i.json'),
      '--key',
      at('key.json'),
      '--recipients',
      at('bad.csv'),
      '-o',
      at('out-bad'),
    )
    expect([code, out]).toEqual([1, expect.stringContaining('2 issued, 4 not')])
    expect(error).toContain(`${at('bad.csv')}:3:1: email`)
    expect(error).toContain(`${at('bad.csv')}:4:15: validUntil`)
    expect(error).toContain(`${at('bad.csv')}:5:16: level`)
    expect(readdirSync(at('out-bad'))).toEqual(['000001.json', '000007.json', 'results.csv'])
  })

  test('says what is missing or does not fit', async () => {
    expect((await boat('issue', '--achievement', at('a.json'))).code).toBe(64)
    expect((await issue('key.json', 'never', '--format', 'gif')).code).toBe(64)
    expect((await issue('key.json', 'never', '--proof', 'ecdsa-rdfc-2019')).code).toBe(64)
    expect((await issue('a.json', 'never')).code).toBe(1)
    writeFileSync(at('bad-a.json'), '{"name":"x"}')
    const { code, error } = await boat(
      'issue',
      '--achievement',
      at('bad-a.json'),
      '--issuer',
      at('i.json'),
      '--key',
      at('key.json'),
      '--recipients',
      at('list.csv'),
      '-o',
      at('never'),
    )
    expect([code, error]).toEqual([1, expect.stringContaining('credentialSubject.achievement')])
  })
})

describe('boat validate', () => {
  test('tells every error with its path', async () => {
    expect((await boat('validate', at('out-json/000001.json'))).code).toBe(0)
    const spoiled = JSON.parse(readFileSync(at('out-json/000001.json'), 'utf8'))
    spoiled.credentialSubject.achievement.name = 7
    spoiled.invented = true
    writeFileSync(at('spoiled.json'), JSON.stringify(spoiled))
    const { code, out } = await boat('validate', at('spoiled.json'), '--json')
    expect([code, JSON.parse(out).map((problem: { path: string; code: string }) => [problem.path, problem.code])]).toEqual([
      1,
      [
        ['credentialSubject.achievement.name', 'invalid_terms'],
        ['', 'undefined_term'],
      ],
    ])
  })
})
