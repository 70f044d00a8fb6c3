import type { Locale } from '#ctx'
import { inParis } from '#kit/paris-time.ts'

const languageOf = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'fr-FR')

/** « 18 décembre », never on two lines. */
export const sayDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languageOf(locale), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0')

/** « mardi 24 novembre »: the year goes without saying within a school year. */
export const sayMoment = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(languageOf(locale), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Paris' }).format(moment)

/** The hour alone today, else the day. */
export function saySince(moment: Date, now: Date, locale: Locale): { isToday: boolean; when: string } {
  const isToday = inParis(moment).day === inParis(now).day
  const hour = new Intl.DateTimeFormat(languageOf(locale), { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' }).format(moment)
  return { isToday, when: isToday ? (locale === 'fr' ? hour.replace(':', ' h ') : hour) : sayMoment(moment, locale) }
}
