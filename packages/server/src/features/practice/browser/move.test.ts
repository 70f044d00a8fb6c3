import { expect, test } from 'vitest'
import { moveBy, stretchesOf } from './move.ts'

const SIZE = { rows: 100, columns: 8, page: 20 }
const from =
  (row: number, column: number) =>
  (key: string, isCtrl = false) => {
    const to = moveBy(key, isCtrl, { row, column }, SIZE)
    return to && [to.row, to.column]
  }

test('arrows go one cell, and stop at the edges', () => {
  const middle = from(5, 3)
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((key) => middle(key))).toEqual([
    [4, 3],
    [6, 3],
    [5, 2],
    [5, 4],
  ])
  expect(['ArrowUp', 'ArrowLeft'].map((key) => from(0, 0)(key))).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(['ArrowDown', 'ArrowRight'].map((key) => from(99, 7)(key))).toEqual([
    [99, 7],
    [99, 7],
  ])
})

test('Home and End go along the row, with Ctrl to the corners; a page is what is in view', () => {
  expect([from(5, 3)('Home'), from(5, 3)('End')]).toEqual([
    [5, 0],
    [5, 7],
  ])
  expect([from(5, 3)('Home', true), from(5, 3)('End', true)]).toEqual([
    [0, 0],
    [99, 7],
  ])
  expect([from(5, 3)('PageUp'), from(5, 3)('PageDown'), from(95, 3)('PageDown')]).toEqual([
    [0, 3],
    [25, 3],
    [99, 3],
  ])
  expect(from(5, 3)('a')).toBeUndefined()
})

test('the row that has the focus is drawn, in its place, however far one scrolls', () => {
  const view = { from: 40, to: 60 }
  expect(stretchesOf(view, 50, 100)).toEqual([view])
  expect(stretchesOf(view, 3, 100)).toEqual([{ from: 3, to: 4 }, view])
  expect(stretchesOf(view, 99, 100)).toEqual([view, { from: 99, to: 100 }])
  expect(stretchesOf({ from: -10, to: 300 }, -1, 100)).toEqual([{ from: 0, to: 100 }])
})
