import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kit/errors.ts'
import { parseRecipients, type RecipientPreview } from './index.ts'

const told = (preview: RecipientPreview) => preview.rows.flatMap(({ problems }) => problems.map(({ line, column, code, severity }) => [line, column, code, severity]))
const people = (preview: RecipientPreview) => preview.rows.map(({ values }) => [values.name, values.email])

test('a file with evidence, narrative and a last day of validity', () => {
  const preview = parseRecipients(readFileSync(new URL('fixtures/recipients.windows-1252.csv', import.meta.url)))
  expect(preview).toMatchObject({ encoding: 'windows-1252', separator: ';', summary: { total: 6, ready: 2, refused: 3, duplicates: 1 } })
  expect(preview.rows[0]!.values).toEqual({
    name: 'Ana Petit',
    familyName: 'Petit',
    givenName: 'Ana',
    className: '5A',
    email: 'ana@ent.example',
    evidence: 'https://ent.example/preuves/1',
    narrative: 'A mené le débat, « de bout en bout ».',
    validUntil: '2030-08-31',
  })
  expect(told(preview)).toEqual([
    [3, 'Courriel', 'email_missing', 'warning'],
    [4, 'Preuve', 'evidence_invalid', 'error'],
    [5, 'Expire le', 'valid_until_invalid', 'error'],
    [6, 'Courriel', 'recipient_missing', 'error'],
    [7, 'Courriel', 'duplicate_email', 'warning'],
  ])
  expect(preview.rows[5]!.duplicateOf).toBe(2)
})

describe('pasted text', () => {
  test('one address a line', () => {
    const preview = parseRecipients('ana@x.example\n\n  TOM@x.example;\nana@X.example\nnot an address\n')
    expect(preview).toMatchObject({ encoding: null, separator: null, headerLine: null, notices: [{ code: 'header_missing' }] })
    expect(people(preview)).toEqual([
      [undefined, 'ana@x.example'],
      [undefined, 'tom@x.example'],
      [undefined, 'ana@x.example'],
      [undefined, undefined],
    ])
    expect(told(preview)).toEqual([
      [4, '', 'duplicate_email', 'warning'],
      [5, '', 'email_invalid', 'error'],
    ])
  })

  test('names and addresses as a message holds them', () => {
    const preview = parseRecipients('À : Ana Petit <ana@x.example>, "Roux, Tom" <tom@x.example>; LE GOFF Yann <yann@x.example>\nLéa Durand lea@x.example\nbad <at>\n')
    expect(people(preview)).toEqual([
      ['Ana Petit', 'ana@x.example'],
      ['Tom Roux', 'tom@x.example'],
      ['Yann Le Goff', 'yann@x.example'],
      ['Léa Durand', 'lea@x.example'],
      ['Bad', undefined],
    ])
    expect(told(preview)).toEqual([[3, '', 'email_invalid', 'error']])
    expect(preview.rows[2]!.values).toMatchObject({ familyName: 'Le Goff', givenName: 'Yann' })
  })

  test('cells copied from a spreadsheet, with a header and without', () => {
    const headed = parseRecipients('Prénom\tNom\tMél\tClasse\r\nAna\tPETIT\tana@x.example\t5A\r\n')
    expect(headed).toMatchObject({ separator: '\t', headerLine: 1, rows: [{ values: { name: 'Ana Petit', email: 'ana@x.example', className: '5A' } }] })
    const bare = parseRecipients('PETIT\tAna\tana@x.example\nROUX\tTom\ttom@x.example\n')
    expect(bare).toMatchObject({ separator: '\t', headerLine: null })
    expect(people(bare)).toEqual([
      ['Ana Petit', 'ana@x.example'],
      ['Tom Roux', 'tom@x.example'],
    ])
  })

  test('an address then a name, separated by semicolons, is a table', () => {
    const preview = parseRecipients('ana@x.example;Ana Petit\ntom@x.example;Tom Roux\n')
    expect(people(preview)).toEqual([
      ['Ana Petit', 'ana@x.example'],
      ['Tom Roux', 'tom@x.example'],
    ])
  })

  test('a long table of addresses and classes is not taken for twice as many addresses', () => {
    expect(parseRecipients(Array.from({ length: 4000 }, (_, index) => `a${index}@x.example;4A`).join('\n')).summary).toMatchObject({ total: 4000, ready: 4000 })
  })

  test('a column of addresses under its title', () => {
    const preview = parseRecipients('Adresse e-mail\nana@x.example\nTom Roux <tom@x.example>\n')
    expect(preview.headerLine).toBe(1)
    expect(preview.rows.map(({ values }) => values.email)).toEqual(['ana@x.example', 'tom@x.example'])
  })

  test('names alone, where the class tells two namesakes apart', () => {
    const preview = parseRecipients('Élève;Classe\nPETIT Ana;5A\nPETIT Ana;5B\nAna PETIT;5A\n')
    expect(preview.rows.map(({ values, duplicateOf }) => [values.name, duplicateOf])).toEqual([
      ['Ana Petit', undefined],
      ['Ana Petit', undefined],
      ['Ana Petit', 2],
    ])
  })

  test('namesakes with two addresses are two people', () => {
    expect(parseRecipients('Nom,Mail\nAna Petit,a@x.example\nAna Petit,b@x.example\n').summary).toEqual({ total: 2, ready: 2, refused: 0, duplicates: 0 })
  })

  test.each<[string, string]>([
    ['commas', 'a,'.repeat(1_000_000)],
    ['commas and an address', `${'a,'.repeat(900_000)}a@x.example`],
    ['spaces', 'a@x.fr '.repeat(280_000)],
    ['empty lines', `${'\n'.repeat(2_000_000)}a@x.fr`],
    ['addresses without end', 'a@'.repeat(1_000_000)],
    ['brackets', '<@'.repeat(1_000_000)],
    ['a name with a long header', `Nom et prénom [${'x'.repeat(30_000)}]\n${'A B\n'.repeat(4990)}`],
    ['rows that no separator fits', `Nom;Mail;Classe\n${`${'a,b;c\t'.repeat(60)}\n`.repeat(4900)}`],
  ])('hostile %s take no time', (_, text) => {
    const start = performance.now()
    try {
      parseRecipients(text)
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
    }
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('the limits hold', () => {
    expect(() => parseRecipients('')).toThrow('roster_empty')
    expect(() => parseRecipients('a@x.example\n'.repeat(5001))).toThrow('roster_too_many_rows')
    expect(() => parseRecipients(`${'a@x.example,'.repeat(6000)}`)).toThrow('roster_too_many_rows')
    expect(() => parseRecipients('a'.repeat(2_097_153))).toThrow('roster_too_large')
    expect(parseRecipients(`Mail;Commentaire\na@x.example;${'x'.repeat(2001)}\n`).rows[0]!.problems).toMatchObject([{ code: 'cell_too_long' }])
  })
})
