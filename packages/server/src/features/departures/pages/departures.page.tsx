import { Button, Container, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './departures.module.css'
import type { action, loader } from './departures.server.ts'
import { History } from './history.tsx'
import type { PresentedLine } from './in-structure.ts'

export { action, loader } from '#features/departures/pages/departures.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function DeparturesPage() {
  const { organization, can, asked, codes, gone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('departures.title')} lead={t('departures.lead')} />
      {!problemOf(result) && <DoneNotice slice="departures" />}
      <FormProblem result={result} slice="departures" />
      <Stack gap={40}>
        {asked.length > 0 && (
          <section aria-labelledby="asked">
            <Title order={2} id="asked">
              {t('departures.asked', { count: asked.length })}
            </Title>
            <Text c="dimmed" mb="sm" maw="42rem">
              {t(can.managePeople ? 'departures.asked_help' : 'departures.asked_wait')}
            </Text>
            {can.managePeople && asked.length > 1 && (
              <Form method="post">
                <Button type="submit" name="intent" value="confirm-all" mb="md">
                  {t('departures.confirm_all', { count: asked.length })}
                </Button>
              </Form>
            )}
            <ul className={classes.cards}>
              {asked.map((line) => (
                <Asked key={line.departureId} line={line} mayAnswer={can.managePeople} result={result} />
              ))}
            </ul>
          </section>
        )}
        <Classes />
        {codes.length > 0 && <Codes codes={codes} />}
        <History lines={gone} direction="out" />
      </Stack>
    </Container>
  )
}

function Classes() {
  const { organization, classes: leaving, can } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const home = `/organizations/${organization.slug}`
  if (leaving.length === 0)
    return (
      <EmptyState
        title={t('departures.no_class')}
        actions={
          can.managePeople && (
            <Button component={Link} to={`${home}/cohorts`}>
              {t('departures.no_class_go')}
            </Button>
          )
        }
      >
        {t('departures.no_class_help')}
      </EmptyState>
    )
  return (
    <section aria-labelledby="classes">
      <Title order={2} id="classes">
        {t('departures.classes')}
      </Title>
      <Text c="dimmed" mb="sm" maw="42rem">
        {t('departures.classes_help')}
      </Text>
      <ul className={classes.grid}>
        {leaving.map(({ id, name, memberCount }) => (
          <li key={id} className={`surface ${classes.tile}`}>
            <Link to={`${home}/departures/${id}`} className={classes.cover}>
              {name}
            </Link>
            <Text size="sm" c="dimmed" span>
              {t('departures.people', { count: memberCount })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Asked({ line, mayAnswer, result }: { line: PresentedLine; mayAnswer: boolean; result: unknown }) {
  const { t } = useTranslation('departures')
  const error = useFieldError(result, 'departures')
  const typed = typedValues(result)
  const isMine = typed.departureId === line.departureId
  const { name } = line
  return (
    <li className={`surface ${classes.panel}`}>
      <Text fw={650}>{[name, line.className].filter(Boolean).join(' · ')}</Text>
      <Text>{t('departures.asked_by', { school: line.otherName, who: line.requestedBy ?? 'none', date: line.requestedOn })}</Text>
      {mayAnswer && (
        <div className={classes.answers}>
          <Form method="post">
            <input type="hidden" name="departureId" value={line.departureId} />
            <Button type="submit" name="intent" value="confirm" aria-label={t('departures.confirm_named', { name })}>
              {t('departures.confirm')}
            </Button>
          </Form>
          <details open={isMine && problemOf(result)?.fields !== undefined} className={classes.more}>
            <summary aria-label={t('departures.decline_named', { name })}>{t('departures.decline')}</summary>
            <Form method="post" noValidate>
              <input type="hidden" name="departureId" value={line.departureId} />
              <Stack gap="sm" align="flex-start">
                <TextInput
                  name="reason"
                  label={t('departures.reason')}
                  description={t('departures.reason_help')}
                  defaultValue={isMine ? typed.reason : undefined}
                  error={isMine && error('reason')}
                  required
                  maxLength={500}
                  w="100%"
                  maw="34rem"
                />
                <Button type="submit" name="intent" value="decline" variant="default">
                  {t('departures.decline_send')}
                </Button>
              </Stack>
            </Form>
          </details>
        </div>
      )}
    </li>
  )
}

function Codes({ codes }: { codes: PresentedLine[] }) {
  const { t } = useTranslation('departures')
  return (
    <section aria-labelledby="codes">
      <Title order={2} id="codes">
        {t('departures.codes', { count: codes.length })}
      </Title>
      <Text c="dimmed" mb="sm" maw="42rem">
        {t('departures.codes_help')}
      </Text>
      <ul className={`surface ${classes.list}`}>
        {codes.map((line) => (
          <li key={line.departureId} className={classes.row}>
            <div>
              <Text fw={600}>{[line.name, line.className].filter(Boolean).join(' · ')}</Text>
              <Text size="sm" c="dimmed">
                {t(line.kind === 'home' ? 'departures.code_home' : line.otherName ? 'departures.code_for' : 'departures.code_anywhere', { school: line.otherName })}{' '}
                {t(line.state === 'expired' ? 'departures.code_expired' : 'departures.code_until', { date: line.expiresOn })}
                {line.isAgreed && ` ${t('departures.code_agreed')}`}
              </Text>
            </div>
            <Form method="post">
              <input type="hidden" name="departureId" value={line.departureId} />
              <Button type="submit" name="intent" value="withdraw" variant="subtle" color="red" aria-label={t('departures.withdraw_named', { name: line.name })}>
                {t('departures.withdraw')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
