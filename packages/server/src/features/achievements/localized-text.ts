export type LocalizedText = { fr: string; en?: string | undefined }

/** The text in the reader's language, in French when there is none. */
export const inLanguage = (text: LocalizedText, locale: 'fr' | 'en'): string => (locale === 'en' && text.en) || text.fr
