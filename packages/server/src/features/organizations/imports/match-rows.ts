import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { RosterPreview } from '../roster/index.ts'
import { fold } from '../roster/recognize-column.ts'

export type RosterRow = RosterPreview['rows'][number]
export type RowState = 'new' | 'known' | 'duplicate' | 'refused'
export type PlannedRow = RosterRow & { state: RowState; className?: string; personId?: string; isInClass?: boolean; hasLeft?: boolean }

export type ImportTarget = { organizationId: string; isPupil: boolean; schoolYear: string; cohort: { id: string; name: string; schoolYear: string } | null }

type Known = {
  personId: string
  givenName: string
  familyName: string
  isPupil: boolean
  birthDate: string | null
  emails: string[]
  numbers: string[]
  classes: string[]
  hasLeft: boolean
}

/** Says of each row whether it is somebody who is here already. By national number; else by address; else by name, birth date and class. */
export async function matchRows(ctx: Ctx, target: ImportTarget, rows: RosterRow[]): Promise<PlannedRow[]> {
  const index = indexOf(await listKnown(ctx, target))
  return rows.map((row) => {
    if (row.problems.some(({ severity }) => severity === 'error')) return { ...row, state: 'refused' }
    if (row.duplicateOf !== undefined) return { ...row, state: 'duplicate' }
    const className = target.cohort?.name ?? (target.isPupil ? row.values.className : undefined)
    const known = findKnown(ctx, target, index, row, className)
    if (!known) return { ...row, state: 'new', ...(className && { className }) }
    const isInClass = !known.hasLeft && (className === undefined || known.classes.includes(fold(className)))
    return { ...row, state: 'known', personId: known.personId, hasLeft: known.hasLeft, isInClass, ...(className && { className }) }
  })
}

/** The same pupil number in two structures gives two hashes: it links nobody across structures. */
export const hashNumber = (ctx: Ctx, organizationId: string, ine: string): Buffer => ctx.secrets.keyedHash(ine, `ine:${organizationId}`)

type Index = { byNumber: Map<string, Known>; byEmail: Map<string, Known[]>; byName: Map<string, Known[]> }

function findKnown(ctx: Ctx, target: ImportTarget, index: Index, { values }: RosterRow, className: string | undefined): Known | undefined {
  const number = values.ine && hashNumber(ctx, target.organizationId, values.ine).toString('hex')
  const byNumber = number && index.byNumber.get(number)
  if (byNumber) return byNumber
  // Another number is another person, whatever else is alike; and somebody who left comes back by their number only.
  const mayBe = (known: Known) =>
    !known.hasLeft && known.isPupil === target.isPupil && !(number && known.numbers.length > 0) && !(known.birthDate && values.birthDate && known.birthDate !== values.birthDate)
  const name = nameKey(values)
  // Brothers and sisters share their parents' address: the given name decides.
  const byEmail = index.byEmail.get(values.email ?? '')?.find((known) => mayBe(known) && (fold(known.givenName) === fold(values.givenName) || nameKey(known) === name))
  if (byEmail) return byEmail
  const sameName = index.byName.get(name)?.filter(mayBe) ?? []
  const sameBirth = sameName.find((known) => known.birthDate !== null && known.birthDate === values.birthDate)
  return sameBirth ?? sameName.find((known) => (className === undefined ? known.classes.length === 0 : known.classes.includes(fold(className))))
}

function indexOf(known: Known[]): Index {
  const index: Index = { byNumber: new Map(), byEmail: new Map(), byName: new Map() }
  const push = (map: Map<string, Known[]>, key: string, value: Known) => void map.set(key, [...(map.get(key) ?? []), value])
  for (const person of known) {
    for (const number of person.numbers) index.byNumber.set(number, person)
    for (const email of person.emails) push(index.byEmail, email, person)
    push(index.byName, nameKey(person), person)
  }
  return index
}

const nameKey = ({ familyName, givenName }: { familyName: string; givenName: string }): string => fold(`${familyName} ${givenName}`).split(' ').sort().join(' ')

async function listKnown(ctx: Ctx, { organizationId, schoolYear, cohort }: ImportTarget): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select person.id as "personId", given_name as "givenName", family_name as "familyName", is_pupil as "isPupil", birth_date::text as "birthDate",
      array(select lower(address::text) from person_email where person_id = person.id) as emails,
      array(select encode(number_hash, 'hex') from pupil_number where person_id = person.id and organization_id = membership.organization_id) as numbers,
      array(select name from cohort join cohort_member on cohort_id = cohort.id where cohort_member.person_id = person.id and cohort_member.left_at is null
        and cohort.organization_id = membership.organization_id and school_year = ${cohort?.schoolYear ?? schoolYear}) as classes,
      left_at is not null as "hasLeft"
    from membership join person on person.id = membership.person_id
    where organization_id = ${organizationId} and closed_at is null
    order by membership.created_at, person.id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, classes: row.classes.map(fold) }))
}
