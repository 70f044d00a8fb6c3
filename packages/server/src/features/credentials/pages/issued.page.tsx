import { Anchor, Button, Checkbox, Container, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import people from './choose-people.module.css'
import type { loader } from './issued.server.ts'
import classes from './rows.module.css'
import { StateMark } from './state-mark.tsx'

export { action, loader } from '#features/credentials/pages/issued.server.ts'

type Page = Awaited<ReturnType<typeof loader>>

export const meta = ({ loaderData }: { loaderData?: Page }) => [{ title: `${loaderData?.title ?? ''} · ${loaderData?.organization.name ?? ''} · BOAT` }]

export default function IssuedPage() {
  const page: Page = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  return (
    <Container size="md">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader title={page.title} back={{ to: `/organizations/${page.organization.slug}/credentials`, label: t('one.back') }} />
      <DoneNotice slice="credentials" />
      <FormProblem result={useActionData()} slice="credentials" />
      <Stack gap="xl">
        {page.revokedOn && (
          <Notice kind="warning" title={t('one.revoked_on', { date: page.revokedOn, name: page.revokedBy ?? t('one.platform') })}>
            {page.revocationReason}
          </Notice>
        )}
        <Group gap="xl" align="flex-start">
          <BadgeImage imageId={page.imageId} alt={page.imageAlt} size={144} />
          <Facts {...page} />
        </Group>
        {page.mayRevoke && <Revoke />}
        {page.state !== 'valid' && page.can.issue && (
          <div>
            <Text mb="sm">{t('one.again_help')}</Text>
            <Button
              component={Link}
              to={`/organizations/${page.organization.slug}/issue?${new URLSearchParams({ achievement: page.achievementId, to: 'person', name: page.recipientName, email: page.recipientEmail ?? '' })}`}
              variant="default"
            >
              {t('one.again')}
            </Button>
          </div>
        )}
      </Stack>
    </Container>
  )
}

function Facts(page: Page) {
  const { t } = useTranslation('credentials')
  const facts = [
    [t('rows.state'), <StateMark key="state" state={page.state} label={t(`state.${page.state}`)} />],
    [t('one.recipient'), page.recipientName || t('rows.nameless')],
    [t('one.delivery'), page.recipientEmail ? `${page.recipientEmail} (${t(`mail.${page.mail ?? 'queued'}`)})` : t('rows.card')],
    [t('issued.received'), t(`received.${page.delivery === 'received' ? page.response : page.delivery}`, { date: page.cardPrintedOn ?? '' })],
    [t('one.shared'), t(page.isShared ? 'one.is_shared' : 'one.is_private')],
    [t('one.issued'), page.issuedBy ? t('one.issued_by', { date: page.issuedOn, name: page.issuedBy }) : page.issuedOn],
    [t('one.until'), page.validUntil ?? t('one.no_end')],
    page.narrative && [t('one.narrative'), page.narrative],
    page.evidenceUrl && [
      t('rows.evidence'),
      <Anchor key="evidence" href={page.evidenceUrl} target="_blank" rel="noreferrer">
        {page.evidenceUrl}
      </Anchor>,
    ],
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <Stack gap="md" style={{ flex: '1 1 20rem' }}>
      <dl className={classes.facts}>
        {(facts as [string, React.ReactNode][]).map(([term, description]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <Group gap="md">
        <Anchor component={Link} to={`/credentials/${page.credentialId}`}>
          {t('one.page')}
        </Anchor>
        {page.batchId && (
          <Anchor component={Link} to={`/organizations/${page.organization.slug}/issue/${page.batchId}`}>
            {t('one.batch')}
          </Anchor>
        )}
      </Group>
    </Stack>
  )
}

/** Closed until asked for, then a reason and a tick: nobody withdraws a badge by a slip of the hand. */
function Revoke() {
  const { t } = useTranslation('credentials')
  const result = useActionData()
  const errorOf = useFieldError(result, 'credentials')
  const isBusy = useNavigation().state !== 'idle'
  return (
    <details className={people.more} open={problemOf(result) !== undefined}>
      <summary>{t('revoke.summary')}</summary>
      <Form method="post">
        <Stack gap="md" mt="sm">
          <Title order={2} size="h3">
            {t('revoke.title')}
          </Title>
          <Text>{t('revoke.consequences')}</Text>
          <Textarea
            name="reason"
            label={t('revoke.reason')}
            description={t('revoke.reason_help')}
            rows={3}
            required
            minLength={3}
            maxLength={1000}
            defaultValue={typedValues(result)['reason']}
            error={errorOf('reason')}
          />
          <Checkbox name="understood" value="yes" label={t('revoke.understood')} required size="md" />
          <div>
            <Button type="submit" color="red.9" loading={isBusy}>
              {t('revoke.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}
