import { isShouted } from './normalize-name.ts'
import { looksLikeIne, readDate, readEmail } from './read-cell.ts'
import { fold, type Recognized, recognizeColumn } from './recognize-column.ts'
import type { Column, RecipientField } from './roster.types.ts'

export type Columns = Column<RecipientField>[]

/** « Niveau » is a class in a list of pupils, and the badge's in a list of who receives one. */
const LEVEL_OF_BADGE: Recognized = { field: 'level', rank: 1 }
const isNiveau = (header: string): boolean => header.length < 30 && fold(header) === 'niveau'

/** Two columns of one field: the better serves and the other fills its gaps, unless both bear the same name, where the second is somebody else's. */
export function buildColumns(headers: string[], allowed: ReadonlySet<RecipientField>): Columns {
  const found = headers.map((header) => (allowed.has('level') && isNiveau(header) ? LEVEL_OF_BADGE : recognizeColumn(header)))
  const columns: Columns = headers.map((header, index) => ({ index, header, field: null }))
  for (const field of allowed) {
    const ofField = columns.filter(({ index }) => found[index]?.field === field).sort((a, b) => found[a.index]!.rank - found[b.index]!.rank)
    const ranks = new Set<number>()
    for (const column of ofField) {
      const { rank } = found[column.index]!
      if (ranks.has(rank)) continue
      column.field = field
      if (ranks.size > 0) column.isFallback = true
      ranks.add(rank)
    }
  }
  return settleNames(columns)
}

/** "Nom" alone holds the whole name; "Name" beside "First name" holds the family's. */
function settleNames(columns: Columns): Columns {
  const has = (field: RecipientField) => columns.some((column) => column.field === field)
  const turn = (from: RecipientField, to: RecipientField | null) => {
    for (const column of columns) if (column.field === from) column.field = to
  }
  if (has('givenName')) turn('fullName', has('familyName') ? null : 'familyName')
  else if (has('fullName')) turn('familyName', null)
  else turn('familyName', 'fullName')
  return columns
}

/** Without a header, what the cells hold says what they are. */
export function guessColumns(rows: string[][], count: number): Columns {
  const columns: Columns = Array.from({ length: count }, (_, index) => ({ index, header: '', field: null, isGuessed: true }))
  const taken = new Set<RecipientField>()
  const words: Column<RecipientField>[] = []
  for (const column of columns) {
    const cells = rows.map((row) => row[column.index]?.trim() ?? '').filter((cell) => cell !== '')
    const mostly = (is: (cell: string) => boolean) => cells.length > 0 && cells.filter(is).length >= cells.length * 0.6
    const field = KINDS.find(([, is]) => mostly(is))?.[0]
    if (field !== undefined && !taken.has(field)) {
      column.field = field
      taken.add(field)
    } else if (field === undefined && !(cells.length > 2 && new Set(cells).size === 1) && mostly((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell))) words.push(column)
  }
  const [first, second] = words
  if (first !== undefined && second === undefined) first.field = 'fullName'
  if (first !== undefined && second !== undefined) {
    const shouts = ({ index }: Column<RecipientField>) => rows.filter((row) => isShouted(row[index] ?? '')).length
    const isGivenFirst = shouts(second) > shouts(first)
    first.field = isGivenFirst ? 'givenName' : 'familyName'
    second.field = isGivenFirst ? 'familyName' : 'givenName'
  }
  return columns
}

const KINDS: [RecipientField, (cell: string) => boolean][] = [
  ['email', (cell) => readEmail(cell) !== undefined],
  ['birthDate', (cell) => readDate(cell) !== undefined],
  ['ine', looksLikeIne],
  ['className', (cell) => cell.length <= 12 && (LEVELS.test(cell) || (/\d/.test(cell) && /\p{L}/u.test(cell)))],
]
const LEVELS = /^(?:CP|TPS|PS|MS|GS|ULIS|SEGPA|T(?:le|erm).*)$/i
