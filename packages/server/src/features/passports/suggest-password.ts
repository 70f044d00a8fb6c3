import { randomInt } from 'node:crypto'
import type { Locale } from '#ctx'
import { EASY_WORDS } from './easy-words.table-data.ts'

/** Three words that a child remembers. With the card's code, which is needed too, nobody guesses them. */
export function suggestPassword(locale: Locale): string {
  const words = EASY_WORDS[locale].filter((word) => word.length >= 4)
  return Array.from({ length: 3 }, () => words[randomInt(words.length)]).join('-')
}
