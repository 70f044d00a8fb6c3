import { describe, expect, test } from 'vitest'
import { parseRoster, type RosterPreview } from './index.ts'

const read = (text: string) => parseRoster(new TextEncoder().encode(text))
const names = (preview: RosterPreview) => preview.rows.map(({ values }) => `${values.givenName} ${values.familyName}`)
const told = (preview: RosterPreview) => preview.rows.flatMap(({ problems }) => problems.map(({ line, column, code, severity }) => [line, column, code, severity]))

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
