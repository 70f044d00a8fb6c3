import { useTranslation } from 'react-i18next'
import { ViewSwitch } from '#web/components/view-switch.tsx'

const LANGUAGES = { fr: 'Français', en: 'English' } as const

/** The language of the texts, whatever that of the pages. */
export function TextLanguages({ here, locale }: { here: string; locale: 'fr' | 'en' }) {
  const { t } = useTranslation('onboarding')
  const views = Object.entries(LANGUAGES).map(([lang, label]) => ({ to: `${here}?lang=${lang}`, label, isCurrent: lang === locale, lang }))
  return <ViewSwitch label={t('texts.languages')} views={views} />
}
