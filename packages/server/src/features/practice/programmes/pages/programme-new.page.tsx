import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import type { action, loader } from './programme-new.server.ts'

export { action, loader } from '#features/practice/programmes/pages/programme-new.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NewProgrammePage() {
  const { organization, can, home, choices, values } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('practice')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('form.title_new')} lead={t('form.lead_new')} back={{ to: home, label: t('list.title') }} />
      <FormProblem result={result} slice="practice" />
      <ProgrammeForm choices={choices} values={values} result={result} submit={t('form.create')} cancel={home} />
    </Container>
  )
}
