import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import type { loader } from './add.server.ts'
import { AddClass } from './add-class.tsx'
import { AddDossiers } from './add-dossiers.tsx'
import { AddGuest } from './add-guest.tsx'

export { action, loader } from '#features/ceremonies/pages/add.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type AddPageData = ReturnType<typeof useLoaderData<typeof loader>>

const WAYS = { dossiers: AddDossiers, class: AddClass, guest: AddGuest }

export default function AddPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const { organization, can, home, ceremony, way } = page
  const Way = WAYS[way]
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('add.title')} lead={t('add.lead')} back={{ to: home, label: ceremony.title }} />
      <ViewSwitch
        label={t('add.ways')}
        views={(['dossiers', 'class', 'guest'] as const).map((name) => ({ to: `${home}/add?way=${name}`, label: t(`add.way_${name}`), isCurrent: name === way }))}
      />
      <FormProblem result={useActionData()} slice="ceremonies" />
      <Way page={page} />
    </Container>
  )
}
