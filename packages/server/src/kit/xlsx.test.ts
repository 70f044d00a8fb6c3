import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'
import { writeXlsx } from './xlsx.ts'

const unzip = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))

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

test('a workbook holds one sheet whose text is text, whose days are days, and whose head stays', async () => {
  const files = unzip(await writeXlsx(SHEET))
  for (const [name, xml] of files) expect(parse(xml).querySelector('parsererror'), name).toBeNull()
  expect(parse(files.get('xl/workbook.xml')!).querySelector('sheet')?.getAttribute('name')).toBe('Grille   2de 4   AP  physique-c')
  const sheet = parse(files.get('xl/worksheets/sheet1.xml')!)
  const shared = [...parse(files.get('xl/sharedStrings.xml')!).querySelectorAll('si')].map(({ textContent }) => textContent)
  const cells = new Map([...sheet.querySelectorAll('c')].map((cell) => [cell.getAttribute('r'), cell]))
  const textAt = (at: string) => shared[Number(cells.get(at)?.textContent)]
  expect(cells.get('A2')?.getAttribute('t')).toBe('s')
  expect(textAt('A2')).toBe('=HYPERLINK("http://mal.example")')
  expect(sheet.querySelector('f')).toBeNull()
  // 25 November 2026, as every spreadsheet counts it.
  const { textContent, style } = { textContent: cells.get('C2')?.textContent, style: Number(cells.get('C2')?.getAttribute('s')) }
  const styles = parse(files.get('xl/styles.xml')!)
  const format = styles.querySelectorAll('cellXfs xf')[style]?.getAttribute('numFmtId')
  expect([textContent, styles.querySelector(`numFmt[numFmtId="${format}"]`)?.getAttribute('formatCode')]).toEqual(['46351', 'dd/mm/yyyy'])
  expect(textAt('A3')).toBe('Ö’Brien & <fils>')
  expect(cells.get('C3')?.textContent ?? '').toBe('')
  const pane = sheet.querySelector('pane')
  expect(['xSplit', 'ySplit', 'topLeftCell', 'state'].map((name) => pane?.getAttribute(name))).toEqual(['1', '1', 'B2', 'frozen'])
})

test('text for a spreadsheet says that it is UTF-8, and runs nothing', () => {
  expect(
    writeCsv([
      ['Nom', 'a;b'],
      ['=1+1', 'dit « "oui" »'],
    ]),
  ).toBe('\ufeffNom;"a;b"\r\n\'=1+1;"dit « ""oui"" »"\r\n')
})
