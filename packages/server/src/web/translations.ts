// The words of every slice, on the server: pages, mails and problems speak the language of whoever reads them.
import type { i18n, TFunction } from 'i18next'
import { createTranslator, type Locale, type Tone } from '#web/i18n.ts'
import en from '#web/messages/en.ts'
import fr from '#web/messages/fr.ts'

const translators = { fr: createTranslator('fr', fr), en: createTranslator('en', en) }
const toPupils = createTranslator('fr', fr, 'tu')

/** The words of a whole page, for whoever reads it. */
export const translatorFor = (locale: Locale, tone: Tone): i18n => (locale === 'fr' && tone === 'tu' ? toPupils : translators[locale])

/** `translate(ctx.locale)('accounts:sign_in.title')` */
export const translate = (locale: Locale): TFunction => translators[locale].t
