import { Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { loader } from './library.server.ts'
import classes from './programmes.module.css'

export { loader } from '#features/practice/programmes/pages/library.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function SharedProgrammesPage() {
  const { organization, can, home, programmes } = useLoaderData<typeof loader>()
  const { t } = useTranslation('practice')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('library.title')} lead={t('library.lead')} back={{ to: home, label: t('list.title') }} />
      {programmes.length === 0 && <EmptyState title={t('library.none')}>{t('library.none_help')}</EmptyState>}
      <ul className={classes.cards}>
        {programmes.map(({ programmeId, name, description, organizationName, badgeCount, periodCount, imageIds }) => (
          <li key={programmeId} className={`surface ${classes.card}`}>
            <Link to={`${home}/library/${programmeId}`} className={classes.cover}>
              {name}
            </Link>
            <Text size="sm">{t('library.by', { name: organizationName })}</Text>
            {description && (
              <Text size="sm" c="dimmed" lineClamp={3}>
                {description}
              </Text>
            )}
            <div className={classes.pictures}>
              {imageIds.map((imageId) => (
                <BadgeImage key={imageId} imageId={imageId} alt="" size={44} />
              ))}
            </div>
            <Text size="sm">{[t('list.badges', { count: badgeCount }), t('library.periods', { count: periodCount })].join(' · ')}</Text>
          </li>
        ))}
      </ul>
    </Container>
  )
}
