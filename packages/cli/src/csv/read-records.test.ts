import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { readRecords } from './read-records.ts'
import { writeCell } from './write-cell.ts'

async function* inChunks<T extends string | Uint8Array>(whole: T, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size) as T
}
const SIZES = [1, 2, 3, 5, 7, 1000]

async function read(text: string, size = text.length || 1) {
  const records: unknown[] = []
  for await (const { line, cells, problem } of readRecords(inChunks(text, size))) {
    records.push([line, ...cells.map((cell) => cell.text), ...(problem ? [problem] : [])])
  }
  return records
}

async function decode(bytes: Uint8Array, size: number) {
  let text = ''
  for await (const part of decodeText(inChunks(bytes, size))) text += part
  return text
}

describe('the records of a CSV file', () => {
  const text = '\uFEFFemail,name\r\na@x.org,"A ""B"", C"\r\n\r\nb@x.org, "two\nlines" \nc@x.org,é😀\n'
  const records = [
    [1, 'email', 'name'],
    [2, 'a@x.org', 'A "B", C'],
    [3, ''],
    [4, 'b@x.org', 'two\nlines'],
    [6, 'c@x.org', 'é😀'],
  ]

  test('are the same however they arrive', async () => {
    for (const size of SIZES) expect(await read(text, size)).toEqual(records)
    expect(await read(text.trimEnd())).toEqual(records)
  })

  test.each([';', ',', '\t'])('may be separated by %j', async (separator) => {
    expect(await read(`email${separator}name${separator}x\na@x.org${separator}A B${separator}\n`)).toEqual([
      [1, 'email', 'name', 'x'],
      [2, 'a@x.org', 'A B', ''],
    ])
  })

  test('may name their separator, as Excel does', async () => {
    for (const size of SIZES) {
      expect(await read('sep=;\r\nemail;a,b,c\r\nx;y\r\n', size)).toEqual([
        [2, 'email', 'a,b,c'],
        [3, 'x', 'y'],
      ])
    }
  })

  test('end as lines do on any system', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const size of SIZES) {
        expect(await read(`a,b${end}1,2${end}3,4`, size)).toEqual([
          [1, 'a', 'b'],
          [2, '1', '2'],
          [3, '3', '4'],
        ])
      }
    }
  })

  test('keep a quotation mark that is inside a cell', async () => {
    expect(await read('a\nJean "Jojo" Dupont\n')).toEqual([
      [1, 'a'],
      [2, 'Jean "Jojo" Dupont'],
    ])
  })

  test.each([
    ['never closed', 'a,b\n1,"two\n3,4\n5,6\n'],
    ['closed by that of a later row', 'a,b\n1,"two\n3,"4"\n5,6\n'],
    ['closed before the end of the cell', 'a,b\n1,"two" \'2\'\n3,4\n5,6\n'],
  ])('after a quotation mark that is %s go on with the next line', async (_, wrong) => {
    for (const size of SIZES) {
      const found = await read(wrong, size)
      expect(found[1]).toEqual([2, '1', expect.any(String), { column: 3, message: expect.any(String) }])
      expect(found.slice(2)).toEqual([
        [3, '3', '4'],
        [4, '5', '6'],
      ])
    }
  })

  test('tell the column in which a cell begins, in its own line', async () => {
    const columns: number[][] = []
    for await (const { cells } of readRecords(inChunks('aa,"b\nb",c\nd,,e\n', 4))) columns.push(cells.map(({ column }) => column))
    expect(columns).toEqual([
      [1, 4, 4],
      [1, 3, 4],
    ])
  })

  test('of nothing are none', async () => {
    expect(await read('')).toEqual([])
  })
})

describe('a list from a spreadsheet', () => {
  const text = 'email;name\r\nzoé@x.org;Zoé « Müller » €\r\n'
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const latin = Buffer.from(text.replace('€', '\u0080'), 'latin1')

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', utf16],
    ['UTF-16 of the other order', Buffer.from(utf16).swap16()],
    ['Windows-1252', latin],
  ])('is read in %s', async (_, bytes) => {
    for (const size of SIZES) expect((await decode(bytes, size)).replace(/^\uFEFF/, '')).toBe(text)
  })

  test('one letter long is read', async () => {
    expect([await decode(Buffer.from('é'), 1), await decode(Buffer.from([0xe9]), 1), await decode(Buffer.from('a'), 1), await decode(Buffer.alloc(0), 1)]).toEqual([
      'é',
      'é',
      'a',
      '',
    ])
  })

  test('in UTF-8 stays so where a letter is broken', async () => {
    expect(await decode(Buffer.concat([Buffer.from('é,'), Buffer.from([0xe9]), Buffer.from(',é')]), 100)).toBe('é,\uFFFD,é')
  })

  test.each([
    ['a workbook', Buffer.from('PK\u0003\u0004rest')],
    ['no text', Buffer.from('email\0\0\0')],
  ])('that is %s is refused with what to do', async (_, bytes) => {
    await expect(decode(bytes, 100)).rejects.toThrow('save it as CSV')
  })
})

test('a cell is never a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '＝1']) expect(writeCell(text)).toBe(`'${text}`)
  expect(writeCell('a "b", c')).toBe('"a ""b"", c"')
})
