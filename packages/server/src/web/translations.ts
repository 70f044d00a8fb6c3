// The words of every slice, on the server: pages, mails and problems speak the language of whoever reads them.
import type { TFunction } from 'i18next'
import { createTranslator, type Locale } from '#web/i18n.ts'
import en from '#web/messages/en.ts'
import fr from '#web/messages/fr.ts'

export const translators = { fr: createTranslator('fr', fr), en: createTranslator('en', en) }

/** `translate(ctx.locale)('accounts:sign_in.title')` */
export const translate = (locale: Locale): TFunction => translators[locale].t
