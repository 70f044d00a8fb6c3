import { Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './organizations.module.css'
import type { loader } from './organizations.server.ts'

export { loader } from '#features/organizations/pages/organizations.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function OrganizationsPage() {
  const { t } = useTranslation('organizations')
  const { organizations, isNetworkAdmin } = useLoaderData<typeof loader>()
  const all = isNetworkAdmin && (
    <Button component={Link} to="/network" variant="default">
      {t('mine.network')}
    </Button>
  )
  return (
    <Container size="md">
      <PageHeader title={t('mine.title')} lead={organizations.length > 0 ? t('mine.lead') : undefined} actions={organizations.length > 0 ? all : undefined} />
      <DoneNotice slice="organizations" />
      {organizations.length === 0 ? (
        <EmptyState title={t('mine.empty_title')} actions={all}>
          {t('mine.empty')}
        </EmptyState>
      ) : (
        <ul className={`${classes.list} surface`}>
          {organizations.map((organization) => (
            <li key={organization.id} className={classes.row}>
              <div>
                <Link to={`/organizations/${organization.slug}`} className={classes.tappable}>
                  <Text span fw={600}>
                    {organization.name}
                  </Text>
                </Link>
                <Text size="sm" c="dimmed">
                  {t(`types.${organization.type}`)}
                </Text>
              </div>
              <Text size="sm">{organization.isPupil ? t('roles.pupil') : organization.roles.map((role) => t(`roles.${role}.name`)).join(', ')}</Text>
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
