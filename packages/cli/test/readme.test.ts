import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const bin = fileURLToPath(new URL('../bin/boat.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'boat-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Blocks with a name are files; the others named `session` are commands. */
const blocks = [...readme.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => ({ name, text }))
const commands = blocks.filter(({ name }) => name === 'session').flatMap(({ text }) => text.trim().split('\n'))

function run(command: string) {
  const path = [join(folder, 'bin'), process.env.PATH].join(delimiter)
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path } })
  return { status, stderr }
}

test('every command in the README does what it says, with the files in it', () => {
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/boat'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`)
  chmodSync(join(folder, 'bin/boat'), 0o755)
  for (const { name, text } of blocks) if (name !== 'session') writeFileSync(join(folder, name), text)
  expect(commands.length).toBeGreaterThan(8)
  for (const command of commands) {
    const expected = Number(/# exits (\d+)/.exec(command)?.[1] ?? 0)
    const { status, stderr } = run(command)
    expect({ command, status, stderr: status === expected ? '' : stderr }).toEqual({ command, status: expected, stderr: '' })
  }
})
