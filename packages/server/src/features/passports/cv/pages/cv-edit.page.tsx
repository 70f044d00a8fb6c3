import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData, useParams } from 'react-router'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import type { action, loader } from './cv-edit.server.ts'
import { CvForm } from './cv-form.tsx'

export { action, loader } from '#features/passports/cv/pages/cv-edit.server.ts'
export const meta = titled

export default function EditCv() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { cvId } = useParams()
  const { t } = useTranslation('cv')
  return (
    <Container size="md">
      <PassportNav />
      <PageHeader title={page.title} lead={t('edit.lead')} back={{ to: `/me/cv/${cvId}`, label: t('edit.back') }} />
      <CvForm page={page} result={result} />
    </Container>
  )
}
