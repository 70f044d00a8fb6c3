import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/boat.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'boat-shell-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** The program itself, as a shell starts it. */
function boat(args: string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, input, encoding: 'utf8', env: { ...process.env, ...env } })
  return { status, stdout, stderr }
}
const issueArgs = (list: string, out: string, ...more: string[]) => [
  'issue',
  '--achievement',
  'a.json',
  '--issuer',
  'i.json',
  '--key',
  'key.json',
  '--recipients',
  list,
  '-o',
  out,
  ...more,
]

beforeAll(() => {
  writeFileSync(at('a.json'), JSON.stringify({ id: 'https://badges.example/a/1', name: 'Coopération', description: 'd', criteria: { narrative: 'c' } }))
  writeFileSync(at('i.json'), JSON.stringify({ name: 'Lycée' }))
  writeFileSync(at('class.csv'), 'email,name,validUntil\nada@example.org,Ada,2030-06-30\nnobody,Bob,\n')
})

describe('boat in a shell', () => {
  test('from a key to a badge that verifies, and no longer when one letter of it is changed', () => {
    const key = boat(['keygen', '--did', 'web:badges.example:issuers:1', '-o', 'key.json'])
    expect(key).toMatchObject({ status: 0, stdout: 'did:web:badges.example:issuers:1\n', stderr: expect.stringContaining('https://badges.example/issuers/1/did.json') })
    expect(statSync(at('key.json')).mode & 0o777).toBe(0o600)
    mkdirSync(at('web/badges.example/issuers/1'), { recursive: true })
    writeFileSync(at('web/badges.example/issuers/1/did.json'), readFileSync(at('key.did.json')))

    const issued = boat(issueArgs('class.csv', 'badges', '--format', 'png'))
    expect(issued).toEqual({ status: 1, stdout: `1 issued, 1 not; see ${join('badges', 'results.csv')}\n`, stderr: 'class.csv:3:1: email: "nobody" is not an e-mail address\n' })

    const badge = 'badges/000001.png'
    expect(boat(['verify', badge, '--web', 'web', '--recipient', 'ada@example.org'])).toMatchObject({ status: 0, stderr: '' })
    expect(boat(['verify', badge, '--web=web', '--recipient=bob@example.org']).status).toBe(1)
    expect(boat(['verify', '--web', 'web', '--now', '2031-01-01', badge]).status).toBe(1)
    expect(boat(['verify', badge, '--offline']).status).toBe(2)
    expect(boat(['verify', badge, '--web', 'web', '--whatever']).status).toBe(64)

    const unbaked = boat(['unbake', badge]).stdout
    expect(boat(['verify', '-', '--web', 'web'], { input: unbaked }).status).toBe(0)
    expect(unbaked).not.toContain('Ada')
    writeFileSync(at('tampered.json'), unbaked.replace('Coopération', 'Coopèration'))
    expect(boat(['bake', badge, 'tampered.json', '-o', 'tampered.png']).status).toBe(0)
    const { status, stdout, stderr } = boat(['verify', 'tampered.png', '--web', 'web', '--json'])
    const report = JSON.parse(stdout)
    expect([status, stderr, Object.keys(report)]).toEqual([1, '', ['outcome', 'version', 'checks', 'credential']])
    expect(report.checks[1]).toMatchObject({ check: 'proof', outcome: 'failed', code: 'proof_invalid' })
  })

  test('writes no colour where no terminal is, whatever the environment asks', () => {
    const { stdout, stderr } = boat(['verify', 'badges/000001.png', '--offline'], { env: { FORCE_COLOR: '1' } })
    expect(`${stdout}${stderr}`).not.toContain('\u001b')
    const issued = boat(issueArgs('class.csv', 'plain'))
    expect(issued.stderr).toMatch(/^class\.csv:3:1: .*\n$/)
  })

  test('a run that was killed goes on where it stopped', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `p${index}@example.org`)
    writeFileSync(at('many.csv'), `email\n${rows.join('\n')}\n`)
    const child = spawn(process.execPath, [bin, ...issueArgs('many.csv', 'many')], { cwd: folder, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (!existsSync(at('many/000100.json'))) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await ended
    const first = readFileSync(at('many/000001.json'), 'utf8')
    const { status, stdout } = boat(issueArgs('many.csv', 'many'))
    const [, issued, kept] = /^(\d+) issued.*, (\d+) there already, 0 not/.exec(stdout) ?? []
    expect([status, Number(kept) >= 99, Number(issued) + Number(kept)]).toEqual([0, true, 2000])
    expect(readFileSync(at('many/000001.json'), 'utf8')).toBe(first)
    expect(readFileSync(at('many/results.csv'), 'utf8').trim().split('\n')).toHaveLength(2001)
    expect(boat(['verify', 'many/002000.json', '--web', 'web', '--recipient', 'p1999@example.org']).status).toBe(0)
  })

  // The list is 40 MB, what is made of it 100 MB, and the program has 32 MB for what it keeps.
  test('a long list takes no more memory than a short one', { timeout: 300_000 }, async () => {
    const list = createWriteStream(at('long.csv'))
    const narrative = 'mot '.repeat(500)
    list.write('email,narrative\n')
    for (let row = 0; row < 20_000; row++) list.write(`p${row}@example.org,${narrative}${row}\n`)
    await finished(list.end())
    const { status, stdout, stderr } = boat(issueArgs('long.csv', 'long'), { env: { NODE_OPTIONS: '--max-old-space-size=32' } })
    expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('20000 issued, 0 not'), ''])
    expect(readdirSync(at('long'))).toHaveLength(20_001)
    expect(boat(['verify', 'long/020000.json', '--web', 'web', '--recipient', 'p19999@example.org']).status).toBe(0)
  })
})
