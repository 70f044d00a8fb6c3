// Builds the pages when their sources changed since the last build: `npm start` and `npm test` both begin here.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = new URL('../../', import.meta.url).pathname
const STAMP = join(ROOT, 'build/sources.sha256')
const BUILDER = new URL('../../../../node_modules/@react-router/dev/bin.cjs', import.meta.url).pathname
const SOURCES = ['src/**/*.{ts,tsx,css,json}', 'public/**/*', '../openbadges/src/**/*.ts', '*.config.ts', 'package.json', '../../package-lock.json']

export class PagesProblem extends Error {
  override name = 'PagesProblem'
}

export function buildPages(): void {
  // A production image carries the built pages and not what builds them.
  if (!existsSync(BUILDER)) {
    if (existsSync(STAMP)) return
    throw new PagesProblem('The pages are not built, and what builds them is not installed. Run: npm ci && npm run build')
  }
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(file).update(readFileSync(file))
  const sources = hash.digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  execFileSync(process.execPath, [BUILDER, 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(STAMP, sources)
}

if (import.meta.main) buildPages()
