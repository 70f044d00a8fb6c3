import { globSync, readFileSync } from 'node:fs'
import IntlMessageFormat from 'intl-messageformat'
import { expect, test } from 'vitest'
import en from '../src/web/messages/en.ts'
import fr from '../src/web/messages/fr.ts'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`)))

const words = (messages: object) => Object.entries(messages).flatMap(([slice, tree]) => flatten(tree as Tree, `${slice}:`))
type Piece = { type: number; value?: string; options?: Record<string, { value: Piece[] }>; children?: Piece[] }

/** The values that a sentence needs, in all its branches. Throws where the sentence is not a message. */
const placeholders = (text: string): string[] => [...new Set(namesIn(new IntlMessageFormat(text, 'fr').getAst() as Piece[]))].filter((name) => !FRENCH_ONLY.includes(name)).sort()

/** Only French says “tu” to a pupil and “vous” to the others. */
const FRENCH_ONLY = ['tone']
const LITERAL = 0
const POUND = 7
const namesIn = (pieces: Piece[]): string[] =>
  pieces.flatMap((piece) => [
    ...(piece.type === LITERAL || piece.type === POUND ? [] : [piece.value ?? '']),
    ...Object.values(piece.options ?? {}).flatMap((option) => namesIn(option.value)),
    ...namesIn(piece.children ?? []),
  ])

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
