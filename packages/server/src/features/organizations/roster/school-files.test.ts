import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseRoster, type RosterPreview } from './index.ts'

const fixture = (name: string) => parseRoster(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const names = (preview: RosterPreview) => preview.rows.map(({ values }) => `${values.givenName} ${values.familyName}`)
const told = (preview: RosterPreview) => preview.rows.flatMap(({ problems }) => problems.map(({ line, column, code, severity }) => [line, column, code, severity]))

describe('files of schools', () => {
  test('Pronote, in Windows-1252 with semicolons', () => {
    const preview = fixture('pronote.windows-1252.csv')
    expect(preview).toMatchObject({ encoding: 'windows-1252', separator: ';', headerLine: 1, notices: [], summary: { total: 4, ready: 4, refused: 0, duplicates: 0 } })
    expect(names(preview)).toEqual(['Zoé Lecœur', 'Noël d’Almeida', 'Jean-Baptiste de La Tour', 'Maëlys Étiévent-Nguyen'])
    expect(preview.rows[0]!.values).toMatchObject({ className: '4ÈME A', email: 'zoe.lecoeur@college.example', birthDate: '2011-02-04' })
    expect(preview.rows.map(({ values }) => values.birthDate)).toEqual(['2011-02-04', '2010-11-17', '2012-02-29', '2011-09-01'])
    expect(preview.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual(['Sexe', 'Régime'])
  })

  test('ONDE, in UTF-8 with every cell quoted and a name in use beside the birth name', () => {
    const preview = fixture('onde.utf-8.csv')
    expect(preview).toMatchObject({ encoding: 'utf-8', separator: ';' })
    expect(names(preview)).toEqual(['Léa Martin', 'Nolan Petit-Roux'])
    expect(preview.rows[1]!.values).toEqual({ familyName: 'Petit-Roux', givenName: 'Nolan', className: 'CE1-CE2 Mme "Zaz"', ine: '123456789AC', birthDate: '2014-06-30' })
    expect(preview.columns.filter(({ isFallback }) => isFallback).map(({ header }) => header)).toEqual(['Nom élève', 'Niveau'])
    expect(told(preview)).toEqual([])
  })

  test('Google, in English with commas and a byte order mark', () => {
    const preview = fixture('classroom.utf-8-bom.csv')
    expect(preview).toMatchObject({ encoding: 'utf-8', separator: ',' })
    expect(names(preview)).toEqual(["Aoife O'Brien", 'Callum McDonald', 'Mary "May" Ann Smith-Jones'])
    expect(preview.rows[0]!.values).toMatchObject({ email: 'aoife.obrien@school.example', className: 'Year 8, Oak', birthDate: '2011-05-30' })
  })

  test('Excel’s Unicode text, with tabs and whole names', () => {
    const preview = fixture('excel-unicode.utf-16le.txt')
    expect(preview).toMatchObject({ encoding: 'utf-16le', separator: '\t' })
    expect(names(preview)).toEqual(['Jean-Marie Dupont', 'Anaïs Le Goff', 'Marie Lou de La Fontaine'])
    expect(preview.rows[0]!.values.ine).toBe('0123456789A')
    expect(told(preview)).toEqual([[4, 'N° INE', 'ine_unusual', 'warning']])
  })

  test('UTF-16 the other way round, and the CSV of Excel for Mac', () => {
    expect(names(fixture('siecle.utf-16be.txt'))).toEqual(['Éloïse Œuvrard'])
    const mac = fixture('excel-mac.macintosh.csv')
    expect(mac.encoding).toBe('macintosh')
    expect(mac.rows.map(({ line }) => line)).toEqual([2, 3])
    expect(names(mac)).toEqual(['Chloé Lefèvre', 'Gaëlle Garçon'])
  })

  test('rows cut by another separator are read when only one reading fits', () => {
    const preview = fixture('mixed-separators.utf-8.csv')
    expect(names(preview)).toEqual(['Jean Dupont', 'Léo Durand', 'Lina Martin', ' ', 'Tom Roux', 'Eva Blanc', ' ', ' '])
    expect(told(preview)).toEqual([
      [3, '', 'other_separator', 'warning'],
      [4, '', 'other_separator', 'warning'],
      [5, '', 'separator_unclear', 'error'],
      [7, '', 'missing_cells', 'warning'],
      [8, '', 'extra_cells', 'error'],
      [9, '', 'separator_unclear', 'error'],
    ])
    expect(preview.notices).toEqual([{ code: 'mixed_separators', lines: [3, 4, 5, 9] }])
    expect(preview.summary).toEqual({ total: 8, ready: 5, refused: 3, duplicates: 0 })
  })

  test('without a header, columns are guessed and said to be', () => {
    const preview = fixture('no-header.utf-8.csv')
    expect(preview).toMatchObject({ headerLine: null, notices: [{ code: 'header_missing' }] })
    expect(preview.columns.map(({ field, isGuessed }) => [field, isGuessed])).toEqual([
      ['givenName', true],
      ['familyName', true],
      ['birthDate', true],
      ['className', true],
      ['email', true],
    ])
    expect(names(preview)).toEqual(['Emma Leroy', 'Jules Moreau', 'Lou Girard'])
  })

  describe.each([
    ['messy.windows-1252.csv', 'windows-1252'],
    ['messy.utf-8-bom.csv', 'utf-8'],
  ])('the list of a hurried office, %s', (file, encoding) => {
    const preview = fixture(file)

    test('is read under its titles', () => {
      expect(preview).toMatchObject({ encoding, separator: ';', headerLine: 4, summary: { total: 30, ready: 26, refused: 2, duplicates: 2 } })
      expect(preview.notices).toEqual([
        { code: 'lines_before_header', lines: [1, 2] },
        { code: 'mixed_separators', lines: [10, 11, 17, 18] },
      ])
      expect(preview.columns.at(-1)).toMatchObject({ header: 'Observations', field: null })
    })

    test('refuses the empty name and the bad address, and nobody else', () => {
      expect(told(preview).filter(([, , , severity]) => severity === 'error')).toEqual([
        [16, 'NOM DE NAISSANCE', 'family_name_missing', 'error'],
        [20, 'MÉL', 'email_invalid', 'error'],
      ])
      expect(preview.rows.find(({ line }) => line === 20)!.problems[0]!.value).toBe('manon.guerin@ent')
    })

    test('points both duplicates at the first of them', () => {
      const duplicates = preview.rows.filter(({ duplicateOf }) => duplicateOf !== undefined)
      expect(duplicates.map(({ line, duplicateOf, problems }) => [line, duplicateOf, problems.map(({ code }) => code)])).toEqual([
        [22, 8, ['duplicate_email']],
        [31, 29, ['duplicate_name']],
      ])
    })

    test('writes every name as it is written', () => {
      const written = preview.rows.map(({ values }) => values.familyName)
      expect(written.slice(0, 10)).toEqual(['Abadie', 'Ba', 'Ben Ali', 'Bernard', 'Bœuf', 'Cohen', 'Da Silva', 'd’Artagnan', 'de Saint-Exupéry', 'Diallo'])
      expect(written).toEqual(expect.arrayContaining(['Guérin', 'Hébert', 'Le Gall', 'Lévêque', 'N’Diaye', 'O’Connor', 'Pérez', 'Traoré', 'van der Berg']))
      expect(preview.rows[10]!.values).toMatchObject({ familyName: 'Dubois', givenName: 'Léa Rose', email: 'lea.dubois@ent.example' })
    })
  })
})
