import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '../src/web/messages/en.ts'
import fr from '../src/web/messages/fr.ts'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`)))

const words = (messages: object) => Object.entries(messages).flatMap(([slice, tree]) => flatten(tree as Tree, `${slice}:`))
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort()

test('French and English say the same things', () => {
  expect(
    words(en)
      .map(([key]) => key)
      .sort(),
  ).toEqual(
    words(fr)
      .map(([key]) => key)
      .sort(),
  )
})

test('a sentence names the same values in both languages', () => {
  const english = new Map(words(en))
  const differing = words(fr)
    .filter(([key, text]) => JSON.stringify(placeholders(text)) !== JSON.stringify(placeholders(english.get(key) ?? '')))
    .map(([key]) => key)
  expect(differing).toEqual([])
})

test('every key that the code writes in full exists', () => {
  const known = new Set(words(fr).map(([key]) => key))
  const src = new URL('../src/', import.meta.url).pathname
  const missing = globSync('**/*.{ts,tsx}', { cwd: src })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = readFileSync(src + file, 'utf8')
      const slice = file.startsWith('features/') ? file.split('/')[1]! : 'web'
      const namespace = /useTranslation\('(\w+)'\)/.exec(text)?.[1] ?? (file.endsWith('.tsx') ? 'web' : slice)
      return [...text.matchAll(/(?<![\w.])t\('([\w:.]+)'/g)]
        .map((match) => match[1]!)
        .map((key) => (key.includes(':') ? key : `${namespace}:${key}`))
        .filter((key) => !known.has(key) && ![...known].some((word) => word.startsWith(`${key}.`)))
        .map((key) => `${file}: ${key}`)
    })
  expect(missing).toEqual([])
})
