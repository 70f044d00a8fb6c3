import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './programme-edit.server.ts'
import { ProgrammeForm } from './programme-form.tsx'

export { action, loader } from '#features/practice/programmes/pages/programme-edit.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function EditProgrammePage() {
  const { organization, can, here, name, isArchived, choices, values, gone } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('practice')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('form.title_edit')} lead={t('form.lead_edit')} back={{ to: here, label: name }} />
      <DoneNotice slice="practice" />
      <FormProblem result={result} slice="practice" />
      {isArchived && (
        <Notice kind="info" mb="md">
          {t('errors.programme_archived')}
        </Notice>
      )}
      {gone.length > 0 && (
        <Notice kind="warning" mb="md">
          {t('form.gone', { count: gone.length, names: gone.join(', ') })}
        </Notice>
      )}
      <ProgrammeForm choices={choices} values={values} result={result} submit={t('form.save')} cancel={here} />
    </Container>
  )
}
