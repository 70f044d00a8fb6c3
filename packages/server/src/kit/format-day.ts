const DAYS = { fr: dayIn('fr-FR'), en: dayIn('en-GB') }

/** A day as people read it, where the platform's people live. */
export const formatDay = (date: Date, locale: 'fr' | 'en'): string => DAYS[locale].format(date)

// Made once: a list of three hundred would spend longer on making them than on its days.
function dayIn(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Paris' })
}
