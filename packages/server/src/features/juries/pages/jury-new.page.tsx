import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { JuryForm } from './jury-form.tsx'
import type { action, loader } from './jury-new.server.ts'

export { action, loader } from '#features/juries/pages/jury-new.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NewJuryPage() {
  const { organization, can } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('juries')
  const home = `/organizations/${organization.slug}/juries`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: home, label: t('list.title') }} />
      <FormProblem result={result} slice="juries" />
      <JuryForm result={result} values={{ quorum: '3' }} submit={t('new.submit')} cancel={home} />
    </Container>
  )
}
