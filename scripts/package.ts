// Makes of a package what npm installs anywhere. Inside this repository everything runs from its TypeScript sources, but
// Node strips no types below node_modules: what is published holds JavaScript, and declarations where there is something to import.
// `npm run package -w packages/openbadges` writes packages/openbadges/dist and the tarball beside it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** Writes the installable form of a package into a folder, which is emptied first. */
export function buildPackage(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const file of listSources(join(source, 'src'))) writeModule(join(source, 'src', file), join(target, file))
  const manifest = publishedManifest(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')))
  if (manifest.exports) writeDeclarations(source, target)
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(join(source, 'README.md'), join(target, 'README.md'))
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
}

/** The tarball of what `buildPackage` wrote, in a folder; its path. */
export function packPackage(built: string, folder: string): string {
  const name = run('npm', ['pack', '--silent', '--pack-destination', folder], built).trim()
  return join(folder, name)
}

const listSources = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|json)$/.test(name) && !/\.(?:test|d)\.ts$/.test(name))

const COMPILER_OPTIONS = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true }

/** A context becomes a module as well: not every browser imports JSON, and Node 20 warns of it. */
function writeModule(source: string, target: string): void {
  const text = readFileSync(source, 'utf8')
  mkdirSync(dirname(target), { recursive: true })
  if (source.endsWith('.json')) writeFileSync(`${target}.js`, `export default ${text.trim()}\n`)
  else {
    const { outputText } = ts.transpileModule(text, { compilerOptions: COMPILER_OPTIONS, fileName: source })
    writeFileSync(target.replace(/\.ts$/, '.js'), outputText.replace(/(from '[^']+\.json)' with \{ type: 'json' \}/g, "$1.js'"))
  }
}

/** Types are checked by `npm run types`; here they are only written down. TypeScript leaves `.ts` in what they import. */
function writeDeclarations(source: string, target: string): void {
  run(
    process.execPath,
    [tsc, '-p', source, '--noCheck', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', join(source, 'src'), '--outDir', target],
    source,
  )
  for (const file of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const path = join(target, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/((?:from |import\()['"]\.[^'"]+)\.ts(?=['"])/g, '$1.js'))
  }
}

type Manifest = { [key: string]: unknown; exports?: Record<string, string>; bin?: Record<string, string> }

/** The package.json to publish: what was a source is its JavaScript, and what is only for developing is left out. */
function publishedManifest({ private: _, scripts, devDependencies, files, exports, bin, dependencies, ...common }: Manifest): Manifest {
  const compiled = (path: string, extension: string) => path.replace(/^\.\/src\//, './').replace(/\.ts$/, extension)
  const manifest: Manifest = { ...common }
  if (exports) {
    const entries = Object.entries(exports).map(([name, path]) => [name, { types: compiled(path, '.d.ts'), default: compiled(path, '.js') }])
    Object.assign(manifest, { main: './index.js', types: './index.d.ts', exports: { ...Object.fromEntries(entries), './package.json': './package.json' } })
  }
  if (bin) manifest.bin = Object.fromEntries(Object.keys(bin).map((name) => [name, 'main.js']))
  return { ...manifest, dependencies }
}

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout
  throw new Error(`${command} ${args[0]} failed: ${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--refuse')) {
    console.error('This folder holds TypeScript sources. What can be published is made by: npm run package')
    process.exit(1)
  }
  const source = process.cwd()
  const target = resolve(source, 'dist')
  buildPackage(source, target)
  console.log(relative(source, packPackage(target, source)))
}
