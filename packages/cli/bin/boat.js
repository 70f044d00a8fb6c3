#!/usr/bin/env node
// The command is TypeScript, which Node runs as it is from version 24 on. Under an older Node the pinned one that came
// with the installation is started instead.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
if (Number(process.versions.node.split('.')[0]) >= 24) await import(main)
else {
  let node
  try {
    node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    console.error('boat needs Node 24 or newer, and the one that comes with it is not installed: run npm install')
    process.exit(70)
  }
  const { status, error } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (error) console.error(`boat needs Node 24 or newer: ${error.message}`)
  process.exitCode = status ?? 70
}
