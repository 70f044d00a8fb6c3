import { Container, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Decide, OnAgenda } from './decide.tsx'
import { BadgeAside, Decisions, Facts, Voices } from './dossier.tsx'
import { Naming } from './naming.tsx'
import type { action, loader } from './nomination.server.ts'
import classes from './nominations.module.css'
import { StateMark } from './state-mark.tsx'
import { Twins } from './twins.tsx'

export { action, loader } from '#features/nominations/pages/nomination.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NominationPage() {
  const { organization, can, nomination, twins, agenda } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('nominations')
  const home = `/organizations/${organization.slug}`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={nomination.nominee.name}
        lead={[nomination.nominee.about, t('dossier.since', { date: nomination.createdOn })].filter(Boolean).join(' · ')}
        back={{ to: `${home}/nominations`, label: t('list.title') }}
      />
      <DoneNotice slice="nominations" />
      <FormProblem result={result} slice="nominations" />
      <div className={classes.write}>
        <BadgeAside nomination={nomination} mark={<StateMark state={nomination.state} response={nomination.response} isAsked={!nomination.isWithoutAccount} />}>
          {nomination.credentialId && <Link to={`${home}/credentials/${nomination.credentialId}`}>{t('dossier.see_issued')}</Link>}
        </BadgeAside>
        <Stack gap="xl">
          <Twins twins={twins} home={`${home}/nominations`} />
          {!nomination.isClosed && <Naming naming={nomination.naming} name={nomination.nominee.name} />}
          <Voices nomination={nomination} />
          <Facts nomination={nomination} />
          {!nomination.isClosed && (agenda ? <OnAgenda agenda={agenda} home={home} /> : <Decide nomination={nomination} result={result} />)}
          <Decisions nomination={nomination} />
        </Stack>
      </div>
    </Container>
  )
}
