import { expect, test } from 'vitest'
import { findHint } from './balance.ts'

const people = (counts: Record<string, number>) => Object.entries(counts).map(([name, asked]) => ({ personId: name, name, asked }))
const hint = (counts: Record<string, number>) => {
  const found = findHint(people(counts))
  return found && { often: found.often.map(({ name }) => name), others: found.others.map(({ name }) => name) }
}

test('one who is always asked, while others offer: these are named, in the order given', () => {
  expect(hint({ Lina: 0, Noé: 5, Zoé: 0 })).toEqual({ often: ['Noé'], others: ['Lina', 'Zoé'] })
})

test('two who are nearly always asked', () => {
  expect(hint({ Ana: 4, Lina: 0, Noé: 5, Zoé: 1 })).toEqual({ often: ['Ana', 'Noé'], others: ['Lina'] })
})

test('nothing is said of a handful, of a fair share, nor where nobody else offers', () => {
  expect(hint({ Lina: 0, Noé: 3 })).toBeUndefined()
  expect(hint({ Lina: 2, Noé: 2, Zoé: 2, Ana: 2, Tom: 0 })).toBeUndefined()
  expect(hint({ Noé: 9 })).toBeUndefined()
  expect(hint({})).toBeUndefined()
})
