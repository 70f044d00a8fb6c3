/** A day as people read it, where the platform's people live. */
export const formatDay = (date: Date, locale: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(date)
