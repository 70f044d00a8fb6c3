import { formatDay } from '#kit/format-day.ts'
import { MAX_SENTENCE } from '../booklets.schema.ts'
import type { BonusBadge } from './read-bonus.ts'

type Words = { say: (key: string, values?: Record<string, unknown>) => string; locale: 'fr' | 'en' }

/** The badges by name, level and date, then the pupil's own words as far as there is room: never more than a school report takes. */
export function prepareText({ badges, sentences }: { badges: readonly BonusBadge[]; sentences: readonly string[] }, { say, locale }: Words): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const named = (withDates: boolean) =>
    say('bonus.prepared', {
      count: badges.length,
      badges: list.format(
        badges.map(({ name, level, at }) => `${say('bonus.named', { name, level: level ?? '', has: level ? 'level' : 'none' })}${withDates ? ` (${formatDay(at, locale)})` : ''}`),
      ),
    })
  const facts = [named(true), named(false)].find((text) => text.length <= MAX_SENTENCE) ?? shorten(named(false), MAX_SENTENCE)
  for (const sentence of sentences) {
    const quoted = (text: string) => `${facts} ${say('bonus.quoted', { text })}`
    const room = MAX_SENTENCE - quoted('').length
    const text = sentence.length <= room ? sentence : shorten(sentence, room)
    if (text.length >= Math.min(20, sentence.length)) return quoted(text)
  }
  return facts
}

/** At a word. */
function shorten(text: string, room: number): string {
  if (text.length <= room) return text
  const cut = text.slice(0, Math.max(0, room - 2))
  const end = cut.search(/\s\S*$/)
  return end <= 0 ? '' : `${cut.slice(0, end).replace(/[\s,;:(]+$/, '')} …`
}
