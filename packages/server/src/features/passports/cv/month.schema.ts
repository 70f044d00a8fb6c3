// A month or a year as people write it on a CV: kept as `2023-09` or `2023`, nothing while it goes on.
import { z } from 'zod'

const NAMES = {
  fr: ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
}
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `2023`, `09/2023`, `2023-09`, `2023-09-01`, `sept. 2023`, `September 2023`; undefined for anything else. */
export function readMonth(written: string): string | undefined {
  const text = plain(written.trim())
  if (text === '') return ''
  const year = /^(?:19|20)\d\d$/.exec(text)
  if (year) return year[0]
  const numbers = /^(?<year>(?:19|20)\d\d)[-/.](?<month>\d\d?)(?:[-/.]\d\d?)?$/.exec(text) ?? /^(?:\d\d?[/.-])?(?<month>\d\d?)\s*[/.-]\s*(?<year>(?:19|20)\d\d)$/.exec(text)
  if (numbers?.groups) return monthOf(numbers.groups['year']!, Number(numbers.groups['month']))
  const words = /^(?:1er|\d\d?)?\s*(?<name>[a-z]{3,})\.?\s+(?<year>(?:19|20)\d\d)$/.exec(text)
  return words?.groups && monthOf(words.groups['year']!, monthNamed(words.groups['name']!))
}

/** « juil. » and « juin » begin alike: only what names one month counts. */
function monthNamed(name: string): number {
  for (const names of [NAMES.fr, NAMES.en]) {
    const found = names.flatMap((full, index) => (full.startsWith(name) ? [index + 1] : []))
    if (found.length === 1) return found[0]!
  }
  return 0
}

const monthOf = (year: string, month: number) => (month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined)

/** As it is typed again: `09/2023`. */
export const writeMonth = (month: string): string => month.replace(/^(\d{4})-(\d\d)$/, '$2/$1')

export const Month = z
  .string()
  .max(40, 'month')
  .transform((written, context) => {
    const month = readMonth(written)
    if (month === undefined) context.addIssue({ code: 'custom', message: 'month' })
    return month ?? ''
  })
