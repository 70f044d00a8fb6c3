import { describe, expect, test } from 'vitest'
import { readCsv, writeCell } from './csv.ts'

async function* inChunks(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
async function read(text: string, size = text.length || 1) {
  const rows = []
  for await (const { line, cells, problem } of readCsv(inChunks(text, size))) rows.push({ line, ...cells, ...(problem ? { problem } : {}) })
  return rows
}

describe('a CSV file', () => {
  const text = '\uFEFFemail,name\r\na@x.org,"A ""B"", C"\r\n\r\nb@x.org,"two\nlines"\nc@x.org,é😀\n'
  const rows = [
    { line: 2, email: 'a@x.org', name: 'A "B", C' },
    { line: 4, email: 'b@x.org', name: 'two\nlines' },
    { line: 6, email: 'c@x.org', name: 'é😀' },
  ]

  test('is read the same however it arrives', async () => {
    for (const size of [1, 2, 3, 7, 1000]) expect(await read(text, size)).toEqual(rows)
    expect(await read(text.trimEnd())).toEqual(rows)
  })

  test('may be separated by semicolons', async () => {
    expect(await read('email;name\na@x.org;A, B\n')).toEqual([{ line: 2, email: 'a@x.org', name: 'A, B' }])
  })

  test('with a cell too many says so, with too few has empty ones', async () => {
    expect(await read('email,name\na@x.org\nb@x.org,B,C\n')).toEqual([
      { line: 2, email: 'a@x.org', name: '' },
      { line: 3, email: 'b@x.org', name: 'B', problem: { column: 11, message: expect.any(String) } },
    ])
  })

  test('empty, or of one line, has no rows', async () => {
    expect([await read(''), await read('email'), await read('email\n')]).toEqual([[], [], []])
  })
})

test('a cell is never a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@x']) expect(writeCell(text)).toBe(`'${text}`)
  expect(writeCell('a "b", c')).toBe('"a ""b"", c"')
})
