import { Container } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'

type Props = {
  organization: { slug: string; name: string }
  can: Parameters<typeof OrganizationNav>[0]['can']
  title: string
  lead: string
  result?: unknown
  back?: { to: string; label: string }
  actions?: ReactNode
  children: ReactNode
}

/** One page of the guide: where one is, the way back to the steps, what was just done or refused. */
export function GuidePage({ organization, can, title, lead, result, back, actions, children }: Props) {
  const { t } = useTranslation('onboarding')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={title} lead={lead} back={back ?? { to: `/organizations/${organization.slug}/start`, label: t('start.title') }} actions={actions} />
      <DoneNotice slice="onboarding" />
      <FormProblem result={result} slice="onboarding" />
      {children}
    </Container>
  )
}
