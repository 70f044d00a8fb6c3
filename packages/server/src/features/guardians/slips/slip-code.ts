// The code of a paper for a family, and the second thing that whoever found it in the street does not know.
import type { Ctx } from '#ctx'
import { normalizeCode } from '#kit/secrets.ts'

/** Wrong answers after which the paper opens nothing any more. */
export const MAX_WRONG_FACTS = 10
export const LIFETIME_DAYS = 400

export const hashSlipCode = (ctx: Ctx, typed: string): Buffer => ctx.secrets.keyedHash(normalizeCode(typed), 'family slip')

/** What the family is asked for: the birth date where the structure knows it, else the family name, which is not on the paper. */
export type FactKind = 'birth-date' | 'family-name'
export type ChildFacts = { birthDate: string | null; familyName: string }

export function factKindOf({ birthDate, familyName }: ChildFacts): FactKind | undefined {
  if (birthDate) return 'birth-date'
  return plain(familyName) ? 'family-name' : undefined
}

export function isRightFact(facts: ChildFacts, typed: string): boolean {
  const kind = factKindOf(facts)
  if (kind === 'birth-date') return readDay(typed) === facts.birthDate
  return kind === 'family-name' && plain(typed) === plain(facts.familyName)
}

/** A name as it is compared: without accents, capitals, spaces or dashes. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** 2015-03-04, or 04/03/2015 as one writes where a field for dates is only a field. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim()
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const [, day, month, year] = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? []
  return year && `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}
