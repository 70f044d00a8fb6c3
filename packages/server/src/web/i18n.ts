// One i18next instance per language, made once: a page never changes language half-way.
import i18next, { type i18n } from 'i18next'
import ICU from 'i18next-icu'

export type Locale = 'fr' | 'en'
/** French says “tu” to a pupil and “vous” to the others: any sentence may choose, `{tone, select, tu {…} other {…}}`. */
export type Tone = 'tu' | 'vous'
export type Messages = Record<string, Record<string, unknown>>
export const LOCALES: readonly Locale[] = ['fr', 'en']

export function createTranslator(locale: Locale, messages: Messages, tone: Tone = 'vous'): i18n {
  const instance = i18next.createInstance()
  void instance.use(ICU).init({
    lng: locale,
    resources: { [locale]: messages },
    ns: Object.keys(messages),
    defaultNS: 'web',
    fallbackLng: false,
    interpolation: { escapeValue: false, defaultVariables: { tone } },
    initAsync: false,
    returnNull: false,
  })
  return instance
}

/** The first language of Accept-Language that we speak; French when none is. */
export function negotiateLocale(header: string | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase()
    if (LOCALES.includes(language as Locale)) return language as Locale
  }
  return 'fr'
}
