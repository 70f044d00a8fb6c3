// Everything that must hold, in one run: format and lint, types, edges, dead code, then all tests, browser tests included.
// Ends with a line that counts, and with exit code 1 if anything failed. `npm test -- roster` runs only the tests whose file matches.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPages } from '../packages/server/src/web/build.ts'

const chosen = process.argv.slice(2)

const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types of openbadges', 'tsc', '-p', 'packages/openbadges'],
  ['types of server', 'tsc', '-p', 'packages/server'],
  ['types of tests of openbadges and of bench', 'tsc', '-p', 'packages/openbadges/tsconfig.test.json'],
  ['types of cli', 'tsc', '-p', 'packages/cli'],
  ['edges between packages and slices', 'depcruise', '--config', '.dependency-cruiser.cjs', 'packages/openbadges/src', 'packages/server/src', 'packages/cli/src'],
  ['dead code and unused dependencies', 'knip'],
]

let passed = 0
let failed = 0

function count(name: string, isPassed: boolean) {
  if (isPassed) passed++
  else failed++
  console.log(`${isPassed ? '✓' : '✗'} ${name}`)
}

const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: false }).status === 0

console.log('Building the pages …')
try {
  buildPages()
} catch {
  count('pages build', false)
}
if (chosen.length === 0) for (const [name, command, ...args] of CHECKS) count(name, run(command, args))

const report = join(mkdtempSync(join(tmpdir(), 'boat-test-')), 'report.json')
const isGreen = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen])
const results = readReport()
passed += results.numPassedTests
failed += results.numFailedTests
// A file that could not even be loaded has no failed test of its own.
if (!isGreen && failed === 0) failed++

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function readReport(): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 }
  }
}
