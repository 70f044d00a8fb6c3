import { Button, Checkbox, Container, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './departures.module.css'
import type { action, loader } from './leave.server.ts'

export { action, loader } from '#features/departures/pages/leave.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function LeavePage() {
  const { structures, badgeCount, isKept } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  const isKeptPupil = isKept && structures.some(({ isPupil }) => isPupil)
  return (
    <Container size="sm">
      <PageHeader title={t('leave.title')} lead={t('leave.lead', { count: badgeCount })} back={{ to: '/account', label: t('leave.back') }} />
      {!problemOf(result) && <DoneNotice slice="departures" />}
      <FormProblem result={result} slice="departures" />
      {structures.length === 0 ? (
        <EmptyState
          title={t('leave.none')}
          actions={
            <Button component={Link} to="/me/badges">
              {t('leave.none_go')}
            </Button>
          }
        >
          {t('leave.none_help')}
        </EmptyState>
      ) : isKeptPupil ? (
        <Notice kind="info" title={t('leave.kept')}>
          {t('leave.kept_help')}
        </Notice>
      ) : (
        <Steps />
      )}
    </Container>
  )
}

function Steps() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  const error = useFieldError(result, 'departures')
  const { hasAddress, hasPassword, waitingAddress, minPassword, structures } = page
  return (
    <ol className={classes.steps}>
      <Step title={t(hasAddress ? 'leave.address_done' : 'leave.address')} isDone={hasAddress} lead={hasAddress ? undefined : t('leave.address_help')}>
        {!hasAddress && (
          <Form method="post" noValidate>
            <Stack gap="sm" align="flex-start">
              {waitingAddress && <Text fw={600}>{t('leave.address_waiting', { address: waitingAddress })}</Text>}
              <TextInput
                name="address"
                type="email"
                label={t('leave.address_label')}
                defaultValue={typedValues(result).address ?? waitingAddress ?? ''}
                error={error('address')}
                autoComplete="email"
                required
                w="100%"
              />
              <Button type="submit" name="intent" value="address">
                {t(waitingAddress ? 'leave.address_again' : 'leave.address_send')}
              </Button>
            </Stack>
          </Form>
        )}
      </Step>
      <Step title={t(hasPassword ? 'leave.password_done' : 'leave.password')} isDone={hasPassword} lead={hasPassword ? undefined : t('leave.password_help', { min: minPassword })}>
        {!hasPassword && (
          <Form method="post">
            <Stack gap="sm" align="flex-start">
              <PasswordInput name="password" label={t('leave.password_label')} autoComplete="new-password" required minLength={minPassword} w="100%" />
              <PasswordInput name="repeatedPassword" label={t('leave.password_repeat')} autoComplete="new-password" required w="100%" />
              <Button type="submit" name="intent" value="password" variant={hasAddress ? 'filled' : 'default'}>
                {t('leave.password_save')}
              </Button>
            </Stack>
          </Form>
        )}
      </Step>
      <Step title={t('leave.confirm')} isDone={false} lead={t('leave.confirm_help')}>
        {hasAddress ? (
          <Stack gap="md">
            {structures.map(({ organizationId, name }) => (
              <Form method="post" key={organizationId}>
                <input type="hidden" name="organizationId" value={organizationId} />
                <Stack gap="xs" align="flex-start">
                  <Checkbox name="understood" required label={t('leave.understood', { name })} size="md" />
                  <Button type="submit" name="intent" value="leave" variant="default">
                    {t('leave.go', { name })}
                  </Button>
                </Stack>
              </Form>
            ))}
          </Stack>
        ) : (
          <Text c="dimmed">{t('leave.address_first')}</Text>
        )}
      </Step>
    </ol>
  )
}

function Step({ title, lead, isDone, children }: { title: string; lead: string | undefined; isDone: boolean; children: ReactNode }) {
  return (
    <li className={`surface ${classes.step}`} data-done={isDone || undefined}>
      <Title order={2} size="h3">
        {isDone && <span aria-hidden="true">✓ </span>}
        {title}
      </Title>
      {lead && (
        <Text c="dimmed" mb="sm">
          {lead}
        </Text>
      )}
      {children}
    </li>
  )
}
