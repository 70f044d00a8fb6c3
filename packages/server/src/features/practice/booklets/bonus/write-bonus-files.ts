import type { Ctx } from '#ctx'
import { writeCsv } from '#kit/csv.ts'
import { formatDay } from '#kit/format-day.ts'
import { inParis } from '#kit/paris-time.ts'
import { sayIn } from '../present-booklet.ts'
import type { Bonus } from './read-bonus.ts'

/** A line a badge; the text is that of the pupil, the same on each. */
export function writeBonusCsv(ctx: Ctx, { period, lines }: Bonus): string {
  const say = sayIn(ctx)
  const columns = ['class', 'family_name', 'given_name', 'period', 'standing', 'badge', 'level', 'date', 'text'].map((column) => say(`bonus.columns.${column}`))
  const rows = lines.flatMap(({ className, familyName, givenName, standing, badges, text }) =>
    badges.map(({ name, level, at }) => [className, familyName, givenName, period.name, standing ?? '', name, level ?? '', sayDate(at, ctx.locale), text]),
  )
  return writeCsv([columns, ...rows])
}

/** As spreadsheets read a date in this language. */
const sayDate = (at: Date, locale: Ctx['locale']): string => {
  const { day } = inParis(at)
  return locale === 'fr' ? day.split('-').reverse().join('/') : day
}

/** To read, to print or to paste, pupil by pupil. */
export function writeBonusText(ctx: Ctx, { period, cohort, lines }: Bonus): string {
  const heading = [sayIn(ctx)('bonus.title'), period.name, cohort].filter(Boolean).join(' · ')
  const people = lines.map(({ familyName, givenName, className, badges, standing, text }) => {
    const list = badges.map(({ name, level, at }) => `- ${[name, level, formatDay(at, ctx.locale)].filter(Boolean).join(', ')}`)
    return [`${familyName} ${givenName}${className && ` (${className})`}${standing ? ` : ${standing}` : ''}`, ...list, text].join('\r\n')
  })
  return `\ufeff${[heading, ...people].join('\r\n\r\n')}\r\n`
}
