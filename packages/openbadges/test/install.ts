import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPackage, packPackage } from '../../../scripts/package.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The tarball of one of our packages, as it would be published; made in that folder. */
export function makeTarball(name: 'openbadges' | 'cli', folder: string): string {
  const built = join(folder, `${name}-built`)
  buildPackage(join(root, 'packages', name), built)
  return packPackage(built, folder)
}

/**
 * Installs a tarball into the `node_modules` of a folder as npm does, without a network: what it depends on is linked
 * from this repository, except packages of ours, which have to be installed before.
 */
export function installTarball(tarball: string, folder: string): void {
  const { name } = JSON.parse(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })) as { name: string }
  const target = join(folder, 'node_modules', name)
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  const { dependencies = {}, bin = {} } = readManifest(target)
  for (const dependency of Object.keys(dependencies)) if (!dependency.startsWith('@boat/')) link(join(root, 'node_modules', dependency), join(folder, 'node_modules', dependency))
  for (const [command, file] of Object.entries(bin)) link(join(target, file), join(folder, 'node_modules/.bin', command))
}

type Manifest = { version: string; dependencies?: Record<string, string>; bin?: Record<string, string>; engines: { node: string } }

export const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

function link(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  if (!existsSync(target)) symlinkSync(source, target)
}

/** The oldest Node at hand: the system's where it can run the package, else the one that runs the tests. */
export const anyNode = ['/usr/local/bin/node', '/usr/bin/node'].find(isRecent) ?? process.execPath

function isRecent(node: string): boolean {
  if (!existsSync(node)) return false
  const [major = 0, minor = 0] = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}
