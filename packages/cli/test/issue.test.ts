import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** Issues to the list with that content. */
const issueList = (content: string | Uint8Array, out: string, ...more: string[]) => {
  writeFileSync(at(`${out}.csv`), content)
  return issue('key.json', out, '--recipients', at(`${out}.csv`), ...more)
}

describe('boat keygen', () => {
  test('writes a key that only its owner reads, and never over another', async () => {
    expect(statSync(at('key.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(at('key.json'), 'utf8'))).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: expect.stringMatching(/^did:key:z6Mk/) })
    expect(readFileSync(at('key.did.json'), 'utf8')).not.toContain('"d":')
    const key = readFileSync(at('key.json'), 'utf8')
    expect((await boat('keygen', '-o', at('key.json'))).code).toBe(1)
    expect((await boat('keygen', '-o', at('key'))).code).toBe(1)
    expect([readFileSync(at('key.json'), 'utf8'), existsSync(at('key'))]).toEqual([key, false])
  })

  test('says where the document of a website goes', async () => {
    const { out, error } = await boat('keygen', '--did', 'web:badges.example%3A8443:issuers:1', '-o', at('website.json'))
    expect([out, error]).toEqual(['did:web:badges.example%3A8443:issuers:1\n', expect.stringContaining('https://badges.example:8443/issuers/1/did.json')])
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

  const proofs = {
    ed25519: ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'jwt'],
    p256: ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'jwt'],
    p384: ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'jwt'],
    rsa: ['jwt'],
  }
  const cases = Object.entries(proofs).flatMap(([type, names]) => names.map((proof) => [type, proof]))
  test.each(cases)('with a key of type %s by %s verifies by the document that keygen made', async (type = '', proof = '') => {
    const name = `${type}-${proof}`
    await boat('keygen', '--type', type, '--did', `web:badges.example%3A8443:${type}`, '-o', at(`${name}.json`))
    const home = at(`web-${name}/badges.example:8443/${type}`)
    mkdirSync(home, { recursive: true })
    copyFileSync(at(`${name}.did.json`), join(home, 'did.json'))
    for (const format of ['json', 'jwt', 'png', 'svg']) {
      const { code } = await issue(`${name}.json`, `out-${name}`, '--proof', proof, '--format', format)
      if (proof === 'jwt' && format === 'json') expect(code).toBe(64)
      else {
        const file = at(`out-${name}/000001.${format}`)
        expect([format, code, (await boat('verify', file, '--web', at(`web-${name}`), '--recipient', 'ada@example.org')).code]).toEqual([format, 0, 0])
        expect([format, (await boat('verify', file, '--web', folder)).code]).toEqual([format, 1])
        const { format: form, proofs: inside } = JSON.parse((await boat('inspect', file, '--json')).out)
        expect([form, inside]).toEqual([proof === 'jwt' || format === 'jwt' ? 'jwt' : 'json', proof === 'jwt' ? [] : [proof]])
      }
    }
  })

  test.each([
    ['ed25519', 'ecdsa-rdfc-2019'],
    ['p256', 'eddsa-rdfc-2022'],
    ['rsa', 'eddsa-rdfc-2022'],
  ])('with a key of type %s cannot be asked for %s', async (type, proof) => {
    const { code, error } = await issue(`${type}-jwt.json`, 'never', '--proof', proof, '--format', 'jwt')
    expect([code, error]).toEqual([64, expect.stringContaining('it can be')])
  })
})

describe('boat issue, with a list', () => {
  test('no name of a recipient is in what is signed: it goes to results.csv', async () => {
    for (const format of ['json', 'svg', 'jwt']) {
      expect((await issueList('Email,NAME\nada@example.org,Ada Lovelace\n', 'named', '--format', format)).code).toBe(0)
      const { out } = await boat('inspect', at(`named/000001.${format}`), '--json')
      expect(out).not.toMatch(/Ada|Lovelace|ada@/)
    }
    expect(readFileSync(at('named/results.csv'), 'utf8')).toContain('2,ada@example.org,Ada Lovelace,urn:uuid:')
  })

  test('reads a list as a spreadsheet leaves it', async () => {
    const text = 'Email;Name;remarks;Narrative\r\nzoé@example.org;Zoé;x;"déjà ""vu"""\r\n;;;\r\n\r\n A@example.org ;=1+1;;\r\nA@example.org;=1+1;;\r\n'
    const { code, out, error } = await issueList(Buffer.from(text, 'latin1'), 'messy')
    expect([code, out]).toEqual([1, expect.stringContaining('2 issued, 1 not')])
    const [left, again, ...rest] = error.split('\n')
    expect([left, again, rest]).toEqual([
      expect.stringContaining('messy.csv: not known and left out: "remarks"'),
      expect.stringContaining('messy.csv:6:1: the same row as line 5, not issued twice'),
      [''],
    ])
    const results = readFileSync(at('messy/results.csv'), 'utf8').split('\n')
    expect(results.map((line) => line.replace(/urn:uuid:[-0-9a-f]{36}/, 'ID'))).toEqual([
      'line,recipient,name,id,file,problem',
      '2,zoé@example.org,Zoé,ID,000001.json,',
      "5,A@example.org,'=1+1,ID,000004.json,",
      '6,A@example.org,\'=1+1,,,"column 1: the same row as line 5, not issued twice"',
      '',
    ])
    expect(JSON.parse(readFileSync(at('messy/000001.json'), 'utf8')).credentialSubject.narrative).toBe('déjà "vu"')
  })

  test.each([
    ['email,name\na@example.org,é\uFFFD', 15],
    ['id\nno uri', 1],
    ['email,evidence\na@example.org,photo.jpg', 15],
    ['email,validUntil\na@example.org,30/06/2030', 15],
    ['email,validUntil\na@example.org,2026-11-22', 15],
    ['email,narrative\na@example.org,a,b', 17],
    ['email,narrative\na@example.org,"a', 15],
  ])('%j has a bad row', async (content, column) => {
    const { code, error } = await issueList(content, 'bad-row')
    expect([code, error]).toEqual([1, expect.stringContaining(`bad-row.csv:2:${column}: `)])
  })

  test.each(['', 'ada@example.org\nbob@example.org', 'name\nAda', 'email,Email\na@example.org,b@example.org', 'PK\u0003\u0004'])('%j is no list', async (content) => {
    const { code, error } = await issueList(content, 'no-list')
    expect([code, error.includes('boat issue --help'), existsSync(at('no-list/results.csv'))]).toEqual([64, true, false])
  })

  test('run again issues only what is new or changed', async () => {
    const read = (row: number) => readFileSync(at(`again/00000${row}.json`), 'utf8')
    await issueList('email,narrative\na@example.org,\nb@example.org,wrong\nc@,\n', 'again')
    const [first, second] = [read(1), read(2)]
    const { out } = await issueList('email,narrative\na@example.org,\nb@example.org,right\nc@example.org,\n', 'again')
    expect(out).toContain('2 issued (1 in place of an earlier file), 1 there already, 0 not')
    expect([read(1) === first, read(2) === second]).toEqual([true, false])
    expect(readFileSync(at('again/results.csv'), 'utf8')).toContain(JSON.parse(first).id)
    expect((await issueList(readFileSync(at('again.csv')), 'again', '--now', '2026-01-01')).out).toContain('3 issued (3 in place of an earlier file), 0 not')
    expect(JSON.parse(read(1))).toMatchObject({ validFrom: '2026-01-01T00:00:00Z', proof: { created: '2026-01-01T00:00:00Z' } })
  })

  test('warns where the issuer is not the key', async () => {
    writeFileSync(at('other.json'), JSON.stringify({ '@context': 'x', id: 'https://badges.example/issuers/1', name: 'x' }))
    const { code, error } = await issue('key.json', 'other', '--issuer', at('other.json'))
    expect([code, error]).toEqual([0, expect.stringContaining('https://badges.example/issuers/1')])
  })

  test('bakes into the picture that is given, and into no other kind', async () => {
    const png = fileURLToPath(new URL('../../openbadges/vectors/published/mozilla-bakery/unbaked.png', import.meta.url))
    expect((await issue('key.json', 'pictures', '--format', 'png', '--image', png)).code).toBe(0)
    const [own, baked] = [readFileSync(png), readFileSync(at('pictures/000001.png'))]
    expect(baked.subarray(0, 33)).toEqual(own.subarray(0, 33))
    expect((await issue('key.json', 'pictures', '--format', 'svg', '--image', png)).code).toBe(64)
    expect((await issue('key.json', 'pictures', '--image', png)).code).toBe(64)
    expect((await issue('key.json', 'pictures', '--format', 'png', '--image', at('list.csv'))).code).toBe(1)
  })

  test('reports bad rows with line and column, and goes on', async () => {
    const { code, out, error } = await issueList(
      'email,validUntil,level\nada@example.org,,\nnot an address,,\nb@example.org,2030-02-31,\nc@example.org,,9\n ,2030-01-01,\n,,\nd@example.org,,\n',
      'out-bad',
    )
    expect([code, out]).toEqual([1, expect.stringContaining('2 issued, 4 not')])
    expect(error).toContain(`${at('out-bad.csv')}:3:1: email`)
    expect(error).toContain(`${at('out-bad.csv')}:4:15: validUntil`)
    expect(error).toContain(`${at('out-bad.csv')}:5:16: level`)
    expect(readdirSync(at('out-bad'))).toEqual(['000001.json', '000007.json', 'results.csv'])
  })

  test('says what is missing or does not fit', async () => {
    expect((await boat('issue', '--achievement', at('a.json'))).code).toBe(64)
    expect((await issue('key.json', 'never', '--format', 'gif')).code).toBe(64)
    expect((await issue('key.json', 'never', '--proof', 'ecdsa-rdfc-2019')).code).toBe(64)
    expect((await issue('a.json', 'never')).code).toBe(1)
    writeFileSync(at('bad-a.json'), '{"name":"x"}')
    const { code, error } = await issue('key.json', 'never', '--achievement', at('bad-a.json'))
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
