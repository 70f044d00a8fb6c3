// Everything that must hold, in one run: format and lint, types, edges, dead code, then all tests, browser tests included.
// Ends with a line that counts, and with exit code 1 if anything failed. `npm test -- roster` runs only the tests whose file matches.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const chosen = process.argv.slice(2)

type Check = [name: string, command: string, ...args: string[]]

const BUILD: Check = ['pages build', process.execPath, 'packages/server/src/web/build.ts']

const CHECKS: Check[] = [
  ['types of server', 'tsc', '-p', 'packages/server'],
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types of openbadges', 'tsc', '-p', 'packages/openbadges'],
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

type Ran = { isGreen: boolean; output: string }

/** With `isShown` what it prints comes as it is printed; else all at once, when two checks run side by side. */
function run(command: string, args: string[], { isShown = false } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'] })
    const printed: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text))
    child.on('error', (error) => resolve({ isGreen: false, output: error.message }))
    child.on('close', (code) => resolve({ isGreen: code === 0, output: printed.join('') }))
  })
}

async function check([name, command, ...args]: Check) {
  const { isGreen, output } = await run(command, args)
  if (!isGreen) console.log(output)
  count(name, isGreen)
}

// Two at a time: the machine that this must pass on has two cores.
const waiting = chosen.length === 0 ? [BUILD, ...CHECKS] : [BUILD]
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(next)
}
await Promise.all([lane(), lane()])

const report = join(mkdtempSync(join(tmpdir(), 'boat-test-')), 'report.json')
const { isGreen } = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen], { isShown: true })
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
