import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { PageHeader } from '#web/components/page-header.tsx'
import { NO_VALUES, OrganizationForm } from './organization-form.tsx'
import type { action } from './organization-new.server.ts'

export { action, loader } from '#features/organizations/pages/organization-new.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NewOrganizationPage() {
  const { t } = useTranslation('organizations')
  return (
    <Container size="sm">
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: '/network', label: t('network.title') }} />
      <OrganizationForm result={useActionData<typeof action>()} values={NO_VALUES} submit={t('new.submit')} cancel="/network" />
    </Container>
  )
}
