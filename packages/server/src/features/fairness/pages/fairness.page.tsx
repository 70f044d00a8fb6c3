import { Button, Container, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import type { loader } from './fairness.server.ts'
import { Badges, Classes, Delays, Unseen, WhatToDo } from './fairness-sections.tsx'

export { loader } from '#features/fairness/pages/fairness.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function FairnessPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('fairness')
  const { organization, can, schoolYear, schoolYears, isEmpty } = page
  const home = `/organizations/${organization.slug}`
  const download = (
    <Button component="a" href={`${home}/fairness.csv?year=${schoolYear}`} download variant="default">
      {t('download')}
    </Button>
  )
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('title')} lead={t('lead')} actions={isEmpty ? undefined : download} />
      {schoolYears.length > 1 && (
        <ViewSwitch label={t('years')} views={schoolYears.map((year) => ({ to: `${home}/fairness?year=${year}`, label: year, isCurrent: year === schoolYear }))} />
      )}
      <Stack gap={40}>
        {isEmpty ? (
          <EmptyState
            title={t('empty.title')}
            actions={
              <Button component={Link} to={`${home}/nominations/new`}>
                {t('todo.propose')}
              </Button>
            }
          >
            {t('empty.help')}
          </EmptyState>
        ) : (
          <>
            <Text size="sm" c="dimmed" maw="46rem">
              {t('hidden_means', { hidden: t('hidden') })}
            </Text>
            <Classes page={page} />
            <WhatToDo home={home} />
            <Badges page={page} />
            <Delays page={page} home={home} />
          </>
        )}
        <Unseen />
      </Stack>
    </Container>
  )
}
