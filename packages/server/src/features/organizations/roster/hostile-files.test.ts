import { describe, expect, test } from 'vitest'
import { Refusal } from '#kit/errors.ts'
import { parseRoster } from './index.ts'

const read = (text: string) => parseRoster(new TextEncoder().encode(text))
const refusal = (parse: () => unknown) => {
  try {
    parse()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.status]
    throw error
  }
}

describe('files that are refused as a whole', () => {
  test.each<[string, () => Uint8Array | string, string, number]>([
    ['empty', () => '', 'roster_empty', 400],
    ['blank', () => '\r\n ;; \n', 'roster_empty', 400],
    ['larger than 2 MB', () => new Uint8Array(2_097_153).fill(97), 'roster_too_large', 413],
    ['more than 5,000 rows', () => `Nom;Prénom\n${'A;B\n'.repeat(5001)}`, 'roster_too_many_rows', 413],
    ['a million lines', () => 'a\n'.repeat(1_000_000), 'roster_too_many_rows', 413],
    ['more than 200 columns', () => `Nom;Prénom${';x'.repeat(200)}\n`, 'roster_too_many_columns', 413],
    ['an .xlsx file', () => new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'roster_is_a_spreadsheet', 415],
    ['an .xls file', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'roster_is_a_spreadsheet', 415],
    ['a web page called .xls', () => '<html><table><tr><td>Nom', 'roster_is_a_spreadsheet', 415],
    ['binary', () => new Uint8Array([1, 0, 2, 0, 3]), 'roster_not_text', 415],
    ['a list without names', () => 'INE;Classe\n123456789AB;4A\n', 'roster_no_name_column', 422],
  ])('%s', (_, make, code, status) => {
    const made = make()
    expect(refusal(() => parseRoster(typeof made === 'string' ? new TextEncoder().encode(made) : made))).toEqual([code, status])
  })

  test('5,000 rows are read', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `DUPONT;Jean;4A;jean${index}@x.example;01/0${(index % 9) + 1}/20${10 + (index % 9)}`)
    expect(read(`Nom;Prénom;Classe;Mail;Né le\n${rows.join('\n')}`).summary.total).toBe(5000)
  })
})

describe('hostile files neither crash nor hang', () => {
  const size = 2_000_000
  test.each<[string, string]>([
    ['one open quote', `"${'a'.repeat(size)}`],
    ['a header and open quotes', `Nom;Prénom\n${'"a;b\n;"\n'.repeat(200_000)}`],
    ['only quotes', '"'.repeat(size)],
    ['only separators', ';'.repeat(size)],
    ['separators and letters', 'a;,\t'.repeat(size / 4)],
    ['odd quotes', ';"""\n'.repeat(size / 5)],
    ['one line', 'a'.repeat(size)],
    ['long rows', `Nom;Prénom\n${`${'x,'.repeat(15_000)}\n`.repeat(60)}`],
    ['dots', `Nom;Prénom;Mail\nA;B;a@${'a.'.repeat(90)}\n`],
    ['combining marks', `Nom;Prénom\nA;${'e\u0301\u0323'.repeat(10_000)}\n`],
    ['brackets', `${'<'.repeat(size / 2)}\n${'@'.repeat(size / 2)}`],
  ])('%s', (_, text) => {
    const start = performance.now()
    refusal(() => read(text))
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('a quote that is never closed costs its own row only', () => {
    const preview = read('Nom;Prénom\nDUPONT;"Jean\nMARTIN;Léa\nPETIT;Zoé\n')
    expect(preview.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['quote_unclosed'], [], []])
    expect(preview.rows.map(({ values }) => values.givenName)).toEqual(['', 'Léa', 'Zoé'])
  })
})
