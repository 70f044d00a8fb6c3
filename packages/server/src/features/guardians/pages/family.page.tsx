import { Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './family.server.ts'
import { Consents, RecordPaper } from './family-consents.tsx'
import { Guardians, Slips } from './family-guardians.tsx'
import classes from './guardians.module.css'

export { action, loader } from '#features/guardians/pages/family.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function FamilyPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('guardians')
  const { organization, can, family } = page
  const name = `${family.givenName} ${family.familyName}`.trim()
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('family.title', { name })} lead={t('family.lead')} back={{ to: `/organizations/${organization.slug}/cohorts`, label: t('family.back') }} />
      <DoneNotice slice="guardians" />
      <FormProblem result={result} slice="guardians" />
      {page.problem && (
        <Notice kind="problem" mb="md">
          {t([`guardians:errors.${page.problem}`, 'web:errors.internal_error'])}
        </Notice>
      )}
      <Stack gap={40}>
        {family.decidesAlone ? <Notice kind="info">{t('family.of_age', { name: family.givenName })}</Notice> : <Consents page={page} />}
        <Guardians page={page} />
        {!family.decidesAlone && <Slips page={page} />}
        {!family.decidesAlone && <RecordPaper page={page} result={result} />}
        {family.history.length > 0 && <History page={page} />}
      </Stack>
    </Container>
  )
}

function History({ page: { family } }: { page: Page }) {
  const { t } = useTranslation('guardians')
  return (
    <section aria-labelledby="history">
      <Title order={2} id="history" mb="sm">
        {t('family.history')}
      </Title>
      <ul className={`surface ${classes.list}`}>
        {family.history.map(({ scope, decision, name, signedOn, recordedBy, on }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added above
          <li key={family.history.length - index}>
            <Text fw={600}>{t('line', { what: t(`scope.${scope}.short`), said: t(`family.${decision}`) })}</Text>
            <Text size="sm" c="dimmed">
              {[t('family.said_on', { name, date: on }), signedOn && t('family.signed_on', { date: signedOn }), recordedBy && t('family.recorded_by', { name: recordedBy })]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
