import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { GuidePage } from './guide-page.tsx'
import classes from './onboarding.module.css'
import { TextLanguages } from './text-languages.tsx'
import type { loader } from './texts.server.ts'

export { loader } from '#features/onboarding/pages/texts.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function TextsPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('onboarding')
  const here = `/organizations/${page.organization.slug}/start/texts`
  return (
    <GuidePage {...page} title={t('texts.title')} lead={t('texts.lead')}>
      <TextLanguages here={here} locale={page.locale} />
      <ul className={`surface ${classes.list}`}>
        {page.texts.map(({ kind, title, isOwn }) => (
          <li key={kind} className={classes.item}>
            <div className={classes.words}>
              <Link to={`${here}/${kind}?lang=${page.locale}`} className={classes.tappable} lang={page.locale}>
                {title}
              </Link>
              <Text size="sm" c="dimmed">
                {t(`texts.about.${kind}`)}
              </Text>
            </div>
            <Text size="sm">{t(isOwn ? 'texts.own' : 'texts.model')}</Text>
          </li>
        ))}
      </ul>
    </GuidePage>
  )
}
