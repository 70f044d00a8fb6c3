// What no compiler sees: who writes which table, who reads the environment, who reaches the network.
import { globSync, readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { connect } from '../src/db/connect.ts'
import { owners } from '../src/db/owners.ts'

const SRC = new URL('../src/', import.meta.url).pathname
const files = globSync('**/*.{ts,tsx}', { cwd: SRC })
  .filter((file) => !/\.(test|fixture|d)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(SRC + file, 'utf8') }))

const placeOf = (file: string) => (file.startsWith('features/') ? file.split('/')[1]! : file.split('/')[0]!)

test('only its owner inserts into, updates or deletes from a table', () => {
  const strangers = files.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(?:insertInto|updateTable|deleteFrom)\(\s*['"](\w+)['"]|\b(?:insert into|update|delete from) (\w+)(?= (?:\(|set\b|where\b|using\b))/g)]
      .map((match) => match[1] ?? match[2]!)
      .filter((table): table is keyof typeof owners => table in owners)
      .filter((table) => owners[table] !== placeOf(file))
      .map((table) => `${file} writes ${table}, which belongs to ${owners[table]}`),
  )
  expect(strangers).toEqual([])
})

test('every table of the migrated database has an owner', async () => {
  const db = connect(`${inject('databaseServer')}boat`, 1)
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: false })).filter((table) => table.schema === 'public').map((table) => table.name)
  await db.destroy()
  expect(tables.sort()).toEqual(Object.keys(owners).sort())
})

test('only config.ts reads the environment, only main.ts exits', () => {
  const readers = files.filter(({ text }) => /process\.env\b/.test(text)).map(({ file }) => file)
  const leavers = files.filter(({ text }) => /process\.exit\b/.test(text)).map(({ file }) => file)
  expect(readers).toEqual(['config.ts'])
  expect(leavers).toEqual(['main.ts'])
})

test('only kit/fetch.ts opens outbound connections', () => {
  const callers = files.filter(({ file, text }) => file !== 'kit/fetch.ts' && /from 'undici'|(?<![.\w])fetch\(['"`]http|from 'node:https?'/.test(text)).map(({ file }) => file)
  expect(callers).toEqual([])
})

test('verbs read the clock and make ids only through their ctx', () => {
  const guilty = files
    .filter(({ file }) => file.startsWith('features/') && !file.includes('/pages/') && !file.includes('/design/'))
    .filter(({ text }) => /\bnew Date\(\)|\bDate\.now\(|\brandomUUID\(|\bMath\.random\(/.test(text))
    .map(({ file }) => file)
  expect(guilty).toEqual([])
})
