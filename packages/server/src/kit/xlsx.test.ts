import { inflateRawSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'
import { writeXlsx } from './xlsx.ts'

/** A ZIP reader that knows nothing of the writer: from the end of the file to its directory, from there to each file. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'))
  const files = new Map<string, string>()
  for (let i = 0, at = file.readUInt32LE(end + 16); i < file.readUInt16LE(end + 10); i++) {
    const [packed, nameLength, from] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const start = from + 30 + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28)
    files.set(name, inflateRawSync(file.subarray(start, start + packed)).toString())
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return files
}

const parse = (xml: string) => new new JSDOM().window.DOMParser().parseFromString(xml, 'application/xml')

const SHEET = {
  name: 'Grille : 2de 4 / AP [physique-chimie]',
  head: ['Nom', 'Conversions', 'Conversions : date'],
  rows: [
    ['=HYPERLINK("http://mal.example")', 'validé', { day: '2026-11-25' }],
    ['Ö’Brien & <fils>\u0007', '', null],
  ],
  frozenColumns: 1,
  widths: [20, 14, 12],
}

test('a workbook holds one sheet whose text is text, whose days are days, and whose head stays', () => {
  const files = unzip(writeXlsx(SHEET))
  for (const [name, xml] of files) expect(parse(xml).querySelector('parsererror'), name).toBeNull()
  expect([...files.keys()][0]).toBe('[Content_Types].xml')
  expect(parse(files.get('xl/workbook.xml')!).querySelector('sheet')?.getAttribute('name')).toBe('Grille   2de 4   AP  physique-c')
  const sheet = parse(files.get('xl/worksheets/sheet1.xml')!)
  const cells = new Map([...sheet.querySelectorAll('c')].map((cell) => [cell.getAttribute('r'), cell]))
  expect(cells.get('A2')?.textContent).toBe('=HYPERLINK("http://mal.example")')
  expect(sheet.querySelector('f')).toBeNull()
  // 25 November 2026, as every spreadsheet counts it.
  expect([cells.get('C2')?.textContent, cells.get('C2')?.getAttribute('s')]).toEqual(['46351', '2'])
  expect(cells.get('A3')?.textContent).toBe('Ö’Brien & <fils>')
  expect(cells.has('C3')).toBe(false)
  const pane = sheet.querySelector('pane')
  expect(['xSplit', 'ySplit', 'topLeftCell', 'state'].map((name) => pane?.getAttribute(name))).toEqual(['1', '1', 'B2', 'frozen'])
})

test('columns go on after Z, and the same table is the same file', () => {
  const wide = { ...SHEET, head: Array.from({ length: 84 }, (_, i) => `c${i}`), rows: [] }
  const sheet = parse(unzip(writeXlsx(wide)).get('xl/worksheets/sheet1.xml')!)
  expect(['Z1', 'AA1', 'CF1'].map((at) => sheet.querySelector(`c[r="${at}"]`)?.textContent)).toEqual(['c25', 'c26', 'c83'])
  expect(Buffer.from(writeXlsx(wide)).equals(Buffer.from(writeXlsx(wide)))).toBe(true)
})

test('text for a spreadsheet says that it is UTF-8, and runs nothing', () => {
  expect(
    writeCsv([
      ['Nom', 'a;b'],
      ['=1+1', 'dit « "oui" »'],
    ]),
  ).toBe('\ufeffNom;"a;b"\r\n\'=1+1;"dit « ""oui"" »"\r\n')
})
