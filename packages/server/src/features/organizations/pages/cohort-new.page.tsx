import { Button, Container, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { CohortFieldset } from './cohort-form.tsx'
import type { action, loader } from './cohort-new.server.ts'

export { action, loader } from '#features/organizations/pages/cohort-new.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NewCohortPage() {
  const { t } = useTranslation('organizations')
  const { organization, can, schoolYear } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const cohorts = `/organizations/${organization.slug}/cohorts`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <Stack maw="40rem" gap={0}>
        <PageHeader title={t('cohort_new.title')} lead={t('cohort_new.lead')} back={{ to: cohorts, label: t('cohorts.title') }} />
        <FormProblem result={result} slice="organizations" />
        <Form method="post" noValidate>
          <CohortFieldset result={result} values={{ name: '', kind: 'class', schoolYear }} />
          <Group mt="lg">
            <Button type="submit">{t('cohort_new.submit')}</Button>
            <Button component={Link} to={cohorts} variant="subtle">
              {t('cancel')}
            </Button>
          </Group>
        </Form>
      </Stack>
    </Container>
  )
}
