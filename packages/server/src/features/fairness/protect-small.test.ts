import { describe, expect, test } from 'vitest'
import { type Cell, isSmall, protectSmall, type Sum } from './protect-small.ts'

type Table = { cells: Map<string, Cell>; sums: Sum[] }

/** Numbers that look drawn, and are the same on every machine. */
function draw(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const set = (cells: Map<string, Cell>, parts: Record<string, Cell>, total: string, more: Partial<Cell> = {}): Sum => {
  for (const [key, cell] of Object.entries(parts)) cells.set(key, cell)
  cells.set(total, { value: Object.values(parts).reduce((sum, { value }) => sum + value, 0), ...more })
  return { total, parts: Object.keys(parts) }
}

/** Two badges whose dossiers are open or granted, and the ages of what is open: as the page adds them up. */
function makeDossiers(next: (below: number) => number): Table {
  const cells = new Map<string, Cell>()
  const sums = ['a', 'b'].flatMap((badge) => {
    const open = set(cells, { [`${badge} open`]: { value: next(8) }, [`${badge} complete`]: { value: next(7) } }, `${badge} waiting`, { isLink: true })
    const granted = { [`${badge} granted`]: { value: next(9) } }
    return [open, set(cells, { [`${badge} waiting`]: cells.get(`${badge} waiting`)!, ...granted }, `${badge} proposed`)]
  })
  const value = cells.get('a waiting')!.value + cells.get('b waiting')!.value
  const young = next(value + 1)
  cells.set('waiting', { value, isLink: true })
  cells.set('young', { value: young }).set('old', { value: value - young })
  return { cells, sums: [...sums, { total: 'waiting', parts: ['a waiting', 'b waiting'] }, { total: 'waiting', parts: ['young', 'old'] }] }
}

/** Classes of known size, and the whole school. */
function makeClasses(next: (below: number) => number): Table {
  const cells = new Map<string, Cell>()
  const sizes = Array.from({ length: 2 + next(2) }, () => 6 + next(9))
  const parts = Object.fromEntries(sizes.map((of, place) => [`class ${place}`, { value: next(of + 1), of }]))
  const sum = set(cells, parts, 'all', { of: sizes.reduce((all, of) => all + of, 0) })
  return { cells, sums: [sum] }
}

const LIMIT = 26

/** Values that a reader could hold possible for each cell, found by trying all that are not much greater than what is true: two are enough. */
function possible({ cells, sums }: Table, shown: ReadonlySet<string>): Map<string, Set<number>> {
  const totals = new Set(sums.map(({ total }) => total))
  const atoms = [...cells.keys()].filter((key) => !totals.has(key))
  const found = new Map([...cells.keys()].map((key) => [key, new Set<number>()]))
  const values = new Map<string, number>()
  const isFitting = () => {
    for (const { total, parts } of sums) {
      const sum = parts.reduce((all, part) => all + values.get(part)!, 0)
      if (values.has(total) && values.get(total) !== sum) return false
      values.set(total, sum)
    }
    return [...cells].every(([key, { value, of = Number.POSITIVE_INFINITY }]) => values.get(key)! <= of && (!shown.has(key) || values.get(key) === value))
  }
  const tryFrom = (place: number) => {
    if (place < atoms.length) {
      const { value, of = LIMIT } = cells.get(atoms[place]!)!
      const isShown = shown.has(atoms[place]!)
      for (let guess = isShown ? value : 0; guess <= (isShown ? value : Math.min(of, value + 2)); guess++) {
        values.set(atoms[place]!, guess)
        tryFrom(place + 1)
      }
      return
    }
    for (const total of totals) values.delete(total)
    if (isFitting()) for (const [key, value] of values) found.get(key)!.add(value)
  }
  tryFrom(0)
  return found
}

const exposed = (table: Table, shown: ReadonlySet<string>) => {
  const found = possible(table, shown)
  return [...table.cells].filter(([key, cell]) => isSmall(cell) && (shown.has(key) || found.get(key)!.size < 2)).map(([key]) => key)
}

describe('what is shown', () => {
  test.each([
    ['dossiers by badge and by age', makeDossiers, 60],
    ['classes of a school', makeClasses, 200],
  ])('never lets a number below five be worked out: %s', (_name, make, times) => {
    for (let seed = 1; seed <= times; seed++) {
      const table = make(draw(seed * 7919))
      expect({ seed, exposed: exposed(table, protectSmall(table.cells, table.sums)) }).toEqual({ seed, exposed: [] })
    }
  })

  test('the trial would notice: with only the small numbers hidden, some can be worked out', () => {
    const noticed = Array.from({ length: 40 }, (_, seed) => makeClasses(draw((seed + 1) * 7919))).filter((table) => {
      const naive = new Set([...table.cells].filter(([, cell]) => !isSmall(cell)).map(([key]) => key))
      return exposed(table, naive).length > 0
    })
    expect(noticed.length).toBeGreaterThan(3)
  })

  test('hides nothing when nothing is small', () => {
    const cells = new Map<string, Cell>()
    const sum = set(cells, { a: { value: 9, of: 20 }, b: { value: 12, of: 24 } }, 'all', { of: 44 })
    expect([...protectSmall(cells, [sum])]).toEqual(['a', 'b', 'all'])
  })

  test('hides one more class, the smallest, when one alone would be the difference', () => {
    const cells = new Map<string, Cell>()
    const sum = set(cells, { a: { value: 3, of: 20 }, b: { value: 8, of: 24 }, c: { value: 12, of: 24 } }, 'all', { of: 68 })
    expect([...protectSmall(cells, [sum])]).toEqual(['c', 'all'])
  })

  test('hides the whole before a class, where the classes are what one came for', () => {
    const cells = new Map<string, Cell>()
    const sum = set(cells, { a: { value: 3, of: 20 }, b: { value: 8, of: 24 }, c: { value: 12, of: 24 } }, 'all', { of: 68, isSpare: true })
    expect([...protectSmall(cells, [sum])]).toEqual(['b', 'c'])
  })

  test('says nothing of a class that was proposed almost entirely: those left would be few', () => {
    const cells = new Map<string, Cell>()
    const sum = set(cells, { a: { value: 18, of: 20 }, b: { value: 12, of: 24 } }, 'all', { of: 44 })
    const shown = protectSmall(cells, [sum])
    expect(shown.has('a')).toBe(false)
    expect(shown.size).toBe(1)
  })
})
