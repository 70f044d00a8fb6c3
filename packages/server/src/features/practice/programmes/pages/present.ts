/** A day as it is said: « 18 décembre », « 1er janvier », with its year where it is not clear. */
export function sayDay(day: string, locale: 'fr' | 'en', { withYear = false } = {}): string {
  const said = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }), timeZone: 'UTC' })
  return said.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, locale === 'fr' ? '1er ' : '1 ')
}
