import { Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './booklets.module.css'
import type { loader } from './shown.server.ts'

export { loader } from '#features/practice/booklets/pages/shown.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ShownBooklets() {
  const { organization, can, home, booklets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('shown.title')} lead={t('shown.lead')} back={{ to: home, label: t('shown.back') }} />
      {booklets.length === 0 ? (
        <EmptyState title={t('shown.none')}>{t('shown.none_help')}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {booklets.map(({ personId, programmeId, person, className, name, schoolYear, organizationName }) => (
            <li key={`${personId} ${programmeId}`} className={`surface ${classes.panel}`}>
              <Title order={2} size="h3">
                <Link to={`/organizations/${organization.slug}/booklets/${personId}/${programmeId}`} className={classes.tappable}>
                  {person}
                </Link>
              </Title>
              <Text>{name}</Text>
              <Text c="dimmed">{[organizationName, schoolYear, className].filter(Boolean).join(' · ')}</Text>
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
