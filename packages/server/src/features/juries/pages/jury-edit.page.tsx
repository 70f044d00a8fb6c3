import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './jury-edit.server.ts'
import { JuryForm } from './jury-form.tsx'

export { action, loader } from '#features/juries/pages/jury-edit.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function EditJuryPage() {
  const { organization, can, here, values } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('juries')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('edit.title')} back={{ to: here, label: values.title }} />
      <FormProblem result={result} slice="juries" />
      <JuryForm result={result} values={values} submit={t('edit.submit')} cancel={here} />
    </Container>
  )
}
