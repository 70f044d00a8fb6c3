import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kit/errors.ts'
import { parseRoster, type RosterPreview } from './index.ts'

const fixture = (name: string) => parseRoster(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const read = (text: string) => parseRoster(new TextEncoder().encode(text))
const names = (preview: RosterPreview) => preview.rows.map(({ values }) => `${values.givenName} ${values.familyName}`)
const told = (preview: RosterPreview) => preview.rows.flatMap(({ problems }) => problems.map(({ line, column, code, severity }) => [line, column, code, severity]))
const fields = (preview: RosterPreview) => preview.columns.map(({ header, field }) => [header, field])
const refusal = (parse: () => unknown) => {
  try {
    parse()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.status]
    throw error
  }
}

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
      expect(fields(preview).at(-1)).toEqual(['Observations', null])
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

describe('columns', () => {
  test.each([
    ['Nom;Prénom;Mél du responsable;Nom responsable;Classe', 'the parents’ columns are not the pupil’s', ['familyName', 'givenName', null, null, 'className']],
    ['NOM_DE_FAMILLE;PRENOM(S);DATE-DE-NAISSANCE;N°INE', 'punctuation', ['familyName', 'givenName', 'birthDate', 'ine']],
    ['nomEleve;prenomEleve;classeEleve', 'camel case', ['familyName', 'givenName', 'className']],
    ['Nom de l’élève;Prénom de l’élève;Adresse', 'a postal address is no e-mail', ['familyName', 'givenName', null]],
    ['Nom;Fonction;Courriel professionnel', 'staff; "Nom" alone holds the whole name', ['fullName', 'title', 'email']],
    ['Name;Year group;Email', 'English whole name', ['fullName', 'className', 'email']],
    ['Name;First name;Job title', 'English family name', ['familyName', 'givenName', 'title']],
    ['Student;Homeroom;DOB', 'English', ['fullName', 'className', 'birthDate']],
    ['Élève;Nom;Prénom;Classe', 'the whole name beside its parts is not needed', [null, 'familyName', 'givenName', 'className']],
    ['Nom;Prénom;Courriel;Courriel', 'the second of two equal columns is somebody else’s', ['familyName', 'givenName', 'email', null]],
  ])('%s (%s)', (header, _, expected) => {
    expect(read(`${header}\nDupont${';x'.repeat(header.split(';').length - 1)}\n`).columns.map(({ field }) => field)).toEqual(expected)
  })

  test('a class and a group: the group serves where there is no class', () => {
    const preview = read('Nom;Prénom;Groupe;Classe\nA;B;G1;4A\nC;D;G2;\n')
    expect(preview.rows.map(({ values }) => values.className)).toEqual(['4A', 'G2'])
  })

  test('whole names are split by capitals, by a comma, or by a guess that is told', () => {
    const preview = read('Nom et prénom\nDUPONT Jean-Marie\nMarie Lou DE LA TOUR\nde LA TOUR Ana\n"Martin, Paul"\nPetit Zoé\nDUBOIS LÉA\nMadonna\n')
    expect(names(preview)).toEqual(['Jean-Marie Dupont', 'Marie Lou de La Tour', 'Ana de La Tour', 'Paul Martin', 'Zoé Petit', 'Léa Dubois', ' Madonna'])
    expect(told(preview)).toEqual([
      [6, 'Nom et prénom', 'name_split_guessed', 'warning'],
      [7, 'Nom et prénom', 'name_split_guessed', 'warning'],
      [8, 'Nom et prénom', 'given_name_missing', 'error'],
    ])
    expect(names(read('Full name,Class\nJohn Smith,8A\n'))).toEqual(['John Smith'])
  })

  test('without a header and with titles, the first table row is found', () => {
    const preview = read('Classe de 4A\n\nDUPONT;Jean\nMARTIN;Léa\n')
    expect(preview).toMatchObject({ headerLine: null, notices: [{ code: 'header_missing' }, { code: 'lines_before_header', lines: [1] }] })
    expect(names(preview)).toEqual(['Jean Dupont', 'Léa Martin'])
  })

  test('a role that every row bears is no header', () => {
    const preview = read('Élève;DUPONT;Jean\nÉlève;MARTIN;Léa\nÉlève;PETIT;Zoé\n')
    expect(preview.headerLine).toBeNull()
    expect(names(preview)).toEqual(['Jean Dupont', 'Léa Martin', 'Zoé Petit'])
  })

  test.each<[string, string, string[]]>([
    ['titles cut by separators', 'Établissement;0691234A;Collège Moulin\nClasse;4A\nNom;Prénom;Né(e) le\nDUPONT;Jean;01/02/2012\n', ['Jean Dupont']],
    ['a numbered list', 'N°;Nom :;Prénom :\n1;DUPONT;Jean\n2;MARTIN;Léa\n', ['Jean Dupont', 'Léa Martin']],
    ['a numbered list without a header', '1;DUPONT;Jean;4A\n2;MARTIN;Léa;4A\n3;PETIT;Zoé;4B\n', ['Jean Dupont', 'Léa Martin', 'Zoé Petit']],
    ['names alone', 'DUPONT Jean\nMARTIN Léa\n', ['Jean Dupont', 'Léa Martin']],
    ['names alone, with commas', 'Dupont, Jean\nMartin, Léa\n', ['Jean Dupont', 'Léa Martin']],
    ['one column that a spreadsheet padded', 'Liste;;\nÉlève;;\nDUPONT Jean;;\nMARTIN Léa;;\n', ['Jean Dupont', 'Léa Martin']],
    ['several given names', 'Nom;Prénom 1;Prénom 2;Prénom usuel\nDUPONT;Jean;Paul;\nMARTIN;Léa;;Lou\n', ['Jean Dupont', 'Lou Martin']],
  ])('%s', (_, text, expected) => expect(names(read(text))).toEqual(expected))

  test('a header that comes back at each page is not a pupil', () => {
    expect(names(read('Nom;Prénom\nA;Bo\nNom;Prénom\nC;Do\n'))).toEqual(['Bo A', 'Do C'])
  })

  test('quoted cells may hold separators, quotes and line breaks; lines are still those of the file', () => {
    const preview = read('sep=;\nNom;Prénom;Note\nDUPONT;Jean;"a;b\r\n""c"""\n\n;;\nMARTIN;Léa;\n')
    expect(preview).toMatchObject({ headerLine: 2, summary: { total: 2, ready: 2 } })
    expect(preview.rows.map(({ line }) => line)).toEqual([3, 7])
  })
})

describe('values', () => {
  const one = (header: string, value: string) => read(`Nom;Prénom;${header}\nDUPONT;Jean;${value}\n`).rows[0]!
  const codes = (row: ReturnType<typeof one>) => row.problems.map(({ code, severity }) => `${severity} ${code}`)

  test.each([
    ['12/03/2011', '2011-03-12'],
    ['1-9-2011', '2011-09-01'],
    ['12.03.2011', '2011-03-12'],
    ['2011-03-12', '2011-03-12'],
    ['2011-03-12T00:00:00Z', '2011-03-12'],
    ['12/03/2011 00:00', '2011-03-12'],
  ])('the date %s', (written, date) => expect(one('Né(e) le', written).values.birthDate).toBe(date))

  test.each(['31/02/2011', '13/13/2011', '40622', 'mars 2011', '12/03/1811'])('%s is no birth date, and the row waits', (written) => {
    expect(codes(one('Né(e) le', written))).toEqual(['error birth_date_invalid'])
  })

  test('a year of two digits is a guess', () => expect(codes(one('Né(e) le', '12/03/11'))).toEqual(['warning birth_date_guessed']))

  test.each(['jean@', 'jean.ent.example', 'a@b', 'a b@ent.example', 'a@ent..example', 'a@ent.example;b@ent.example'.replace(';', ' '), '.a@ent.example', 'a@-ent.example'])(
    '%s is no address',
    (written) => expect(codes(one('E-mail', written))).toEqual(['error email_invalid']),
  )

  test.each([
    ['JEAN.Dupont+4A@Ent.Example', 'jean.dupont+4a@ent.example'],
    ['mailto:jean@ent.example', 'jean@ent.example'],
    ['Jean Dupont <jean@ent.example>', 'jean@ent.example'],
    ['jean@écoles.example', 'jean@écoles.example'],
  ])('%s is an address', (written, email) => expect(one('E-mail', written)).toMatchObject({ values: { email }, problems: [] }))

  test('a cell that a spreadsheet would run is kept as text and flagged, unless it is plausible', () => {
    expect(one('Classe', '=HYPERLINK("http://x")')).toMatchObject({ values: { className: '=HYPERLINK("http://x")' } })
    expect(codes(one('Classe', '=HYPERLINK("http://x")'))).toEqual(['warning formula_like'])
    expect(codes(one('Classe', '@SUM(A1)'))).toEqual(['warning formula_like'])
    expect(one('Classe', '-1')).toMatchObject({ values: { className: '-1' }, problems: [] })
    expect(one('Classe', '-')).toMatchObject({ problems: [] })
    expect(one('Classe', '-').values).not.toHaveProperty('className')
    expect(one('Classe', '="601"')).toMatchObject({ values: { className: '601' }, problems: [] })
  })

  test('text garbled by another program is flagged', () => {
    expect(codes(one('Classe', '4Ã¨me'))).toEqual(['warning garbled_text'])
    expect(codes(one('Classe', 'L\u2019\u00c9cole'))).toEqual([])
  })

  test('what cannot be seen is taken out, and told when it could mislead', () => {
    expect(one('Classe', '4\u202eA')).toMatchObject({ values: { className: '4A' }, problems: [{ code: 'hidden_characters', severity: 'warning' }] })
    expect(one('Classe', '\u00a04\u200bA\u00a0')).toMatchObject({ values: { className: '4A' }, problems: [] })
    expect(one('Classe', 'E\u0301lan').values.className).toBe('Élan')
  })

  test('a name without letters is refused, one with digits is flagged', () => {
    expect(told(read('Nom;Prénom\n???;Jean\nDupont2;Jean\n'))).toEqual([
      [2, 'Nom', 'name_unusual', 'error'],
      [3, 'Nom', 'name_unusual', 'warning'],
    ])
  })

  test('a cell of more than 200 characters is refused where it would be used, and only there', () => {
    expect(codes(one('Classe', 'x'.repeat(201)))).toEqual(['error cell_too_long'])
    expect(codes(one('Observations', 'x'.repeat(5000)))).toEqual([])
  })
})

describe('duplicates', () => {
  const duplicates = (text: string) => read(text).rows.map(({ duplicateOf, problems }) => [duplicateOf, problems.map(({ code }) => code).join()])

  test('by national identifier, then by address, then by name, class and birth date', () => {
    expect(duplicates('Nom;Prénom;Classe;INE;Mail\nA;Bo;1;123456789AB;\nZ;Y;2;123456789ab;\nC;Do;1;;c@x.example\nX;W;1;;C@x.example\nÉ;Fo;1;;\nE;FO;1;;\nE;Fo;2;;\n')).toEqual([
      [undefined, ''],
      [2, 'duplicate_ine'],
      [undefined, ''],
      [4, 'duplicate_email'],
      [undefined, ''],
      [6, 'duplicate_name'],
      [undefined, ''],
    ])
  })

  test('brothers and sisters who share an address but not an identifier are two people', () => {
    expect(duplicates('Nom;Prénom;INE;Mail\nA;Bo;123456789AB;p@x.example\nA;Co;123456789AC;p@x.example\n')).toEqual([
      [undefined, ''],
      [undefined, 'email_shared'],
    ])
  })

  test('a refused row is nobody’s original, and three alike point at the first', () => {
    expect(duplicates('Nom;Prénom;Mail\nA;Bo;bad\nA;Bo;\nA;Bo;\nA;Bo;\n').map(([line]) => line)).toEqual([undefined, undefined, 3, 3])
  })
})

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
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('a quote that is never closed costs its own row only', () => {
    const preview = read('Nom;Prénom\nDUPONT;"Jean\nMARTIN;Léa\nPETIT;Zoé\n')
    expect(told(preview)).toEqual([[2, '', 'quote_unclosed', 'error']])
    expect(names(preview).slice(1)).toEqual(['Léa Martin', 'Zoé Petit'])
  })
})
