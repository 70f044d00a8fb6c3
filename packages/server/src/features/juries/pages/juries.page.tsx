import { Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './juries.module.css'
import type { loader } from './juries.server.ts'
import { JuryMark } from './jury-state.tsx'

export { loader } from '#features/juries/pages/juries.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function JuriesPage() {
  const { organization, can, juries } = useLoaderData<typeof loader>()
  const { t } = useTranslation('juries')
  const home = `/organizations/${organization.slug}/juries`
  const prepare = (
    <Button component={Link} to={`${home}/new`}>
      {t('list.prepare')}
    </Button>
  )
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={juries.length > 0 ? prepare : undefined} />
      {juries.length === 0 ? (
        <EmptyState title={t('list.none')} actions={prepare}>
          {t('list.none_help')}
        </EmptyState>
      ) : (
        <ul className={`surface ${classes.list}`}>
          {juries.map((jury) => (
            <li key={jury.juryId} className={classes.line}>
              <div>
                <Link to={`${home}/${jury.juryId}`} className={classes.cover}>
                  {jury.title}
                </Link>
                <Text size="sm" c="dimmed">
                  {[jury.moment, jury.place, t('list.counts', { members: jury.memberCount, dossiers: jury.dossierCount })].filter(Boolean).join(' · ')}
                </Text>
              </div>
              <JuryMark state={jury.state} />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
