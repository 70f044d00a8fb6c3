import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './onboarding.module.css'

/** The language of the texts, whatever that of the pages. */
export function TextLanguages({ here, locale }: { here: string; locale: 'fr' | 'en' }) {
  const { t } = useTranslation('onboarding')
  return (
    <nav className={classes.switch} aria-label={t('texts.languages')}>
      <Link to={`${here}?lang=fr`} aria-current={locale === 'fr' ? 'page' : undefined} lang="fr">
        Français
      </Link>
      <Link to={`${here}?lang=en`} aria-current={locale === 'en' ? 'page' : undefined} lang="en">
        English
      </Link>
    </nav>
  )
}
