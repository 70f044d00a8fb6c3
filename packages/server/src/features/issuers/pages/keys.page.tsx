import { Badge, Button, Code, Container, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './issuers.module.css'
import type { action, loader } from './keys.server.ts'

export { action, loader } from '#features/issuers/pages/keys.server.ts'

export const meta = titled

export default function KeysPage() {
  const { t } = useTranslation('issuers')
  const { organization, can, keys } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [active, ...former] = keys
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('keys.title')} lead={t('keys.lead')} back={{ to: `/organizations/${organization.slug}/settings`, label: t('keys.back') }} />
      <DoneNotice slice="issuers" />
      <FormProblem result={result} slice="issuers" />
      <Stack gap="xl">
        <Stack gap="xs" maw="42rem">
          <Text>{t('keys.explain_1')}</Text>
          <Text>{t('keys.explain_2')}</Text>
        </Stack>
        {active && (
          <section aria-labelledby="active">
            <Title order={2} id="active" mb="sm">
              {t('keys.active')}
            </Title>
            <Key signingKey={active} />
            <Form method="post">
              <Group mt="md" align="center">
                <Button type="submit" name="intent" value="rotate" variant="default">
                  {t('keys.rotate')}
                </Button>
                <Text size="sm" c="dimmed" flex="1 1 16rem">
                  {t('keys.rotate_help')}
                </Text>
              </Group>
            </Form>
          </section>
        )}
        {former.length > 0 && (
          <section aria-labelledby="former">
            <Title order={2} id="former" mb="sm">
              {t('keys.former')}
            </Title>
            <Stack gap="md">
              {former.map((key) => (
                <Key key={key.id} signingKey={key} />
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </Container>
  )
}

type SigningKey = ReturnType<typeof useLoaderData<typeof loader>>['keys'][number]

function Key({ signingKey: key }: { signingKey: SigningKey }) {
  const { t } = useTranslation('issuers')
  const { locale } = useLoaderData<typeof loader>()
  const day = (date: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date)
  const state = key.compromisedAt ? 'compromised' : key.retiredAt ? 'retired' : 'active'
  return (
    <div className={`surface ${classes.key}`}>
      <Stack gap="xs">
        <Group gap="sm">
          <Badge variant="light" color={{ active: 'teal', retired: 'gray', compromised: 'red' }[state]} tt="none" size="lg" c="var(--mantine-color-text)">
            {t(`keys.state.${state}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {t('keys.since', { date: day(key.createdAt) })}
            {key.retiredAt && ` · ${t('keys.until', { date: day(key.retiredAt) })}`}
          </Text>
        </Group>
        <Text>{t('keys.signed', { count: key.signedCount })}</Text>
        {key.compromiseReason && <Text>{t('keys.reason_given', { reason: key.compromiseReason })}</Text>}
        <Code block className={classes.wrap} aria-label={t('keys.public_part')}>
          {key.multibase}
        </Code>
        {!key.compromisedAt && <DeclareCompromised signingKey={key} />}
      </Stack>
    </div>
  )
}

function DeclareCompromised({ signingKey: key }: { signingKey: SigningKey }) {
  const { t } = useTranslation('issuers')
  const result = useActionData<typeof action>()
  const isMine = typedValues(result).keyId === key.id
  const fieldError = useFieldError(result, 'issuers')
  return (
    <details open={isMine}>
      <summary className={classes.summary}>{t('keys.compromised')}</summary>
      <Form method="post">
        <input type="hidden" name="keyId" value={key.id} />
        <Stack gap="sm" mt="xs">
          <Notice kind="warning">{t('keys.compromised_consequences', { count: key.signedCount })}</Notice>
          <Textarea
            name="reason"
            label={t('keys.reason')}
            description={t('keys.reason_help')}
            required
            maxLength={1000}
            rows={2}
            defaultValue={isMine ? typedValues(result).reason : ''}
            error={isMine ? fieldError('reason') : undefined}
          />
          <div>
            <Button type="submit" name="intent" value="declare-compromised" color="red">
              {t('keys.compromised_action')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}
