import { Anchor, Badge, Button, Container, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import type { loader } from '#features/delivery/pages/mails.server.ts'
import { EmptyState } from '#web/components/empty-state.tsx'
import { IconMailOpened } from '#web/components/icons.ts'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './mails.module.css'

export { loader } from '#features/delivery/pages/mails.server.ts'

export const meta = titled

export default function Mails() {
  const { mails, page, hasMore, failedCount, state, isDemonstration, leaves, isNetworkAdmin } = useLoaderData<typeof loader>()
  const { t } = useTranslation('delivery')
  const of = (number: number) => `/network/mails?page=${number}${state ? `&state=${state}` : ''}`
  return (
    <Container size="md">
      <PageHeader title={t('mails.title')} lead={t(leaves ? 'mails.lead' : 'mails.lead_folder')} {...(isNetworkAdmin && { back: { to: '/network', label: t('mails.network') } })} />
      {isDemonstration && (
        <Notice kind="info" mb="md">
          {t('mails.open_to_all')}
        </Notice>
      )}
      {failedCount > 0 && !state && (
        <Notice kind="warning" mb="md">
          {t('mails.failed_count', { count: failedCount })}{' '}
          <Anchor component={Link} to="/network/mails?state=failed" inherit>
            {t('mails.see_failed')}
          </Anchor>
        </Notice>
      )}
      {state && (
        <Group mb="md">
          <Anchor component={Link} to="/network/mails">
            {t('mails.see_all')}
          </Anchor>
        </Group>
      )}
      {mails.length ? <MailList /> : <NoMails />}
      {(page > 1 || hasMore) && (
        <Group component="nav" justify="space-between" mt="md" aria-label={t('mails.pages')}>
          {page > 1 ? (
            <Button component={Link} to={of(page - 1)} variant="default">
              {t('mails.newer')}
            </Button>
          ) : (
            <span />
          )}
          {hasMore && (
            <Button component={Link} to={of(page + 1)} variant="default">
              {t('mails.older')}
            </Button>
          )}
        </Group>
      )}
    </Container>
  )
}

const COLORS = { queued: 'yellow', sent: 'sea', failed: 'red' } as const

function MailList() {
  const { mails } = useLoaderData<typeof loader>()
  const { t } = useTranslation('delivery')
  return (
    <ul className={classes.list}>
      {mails.map((mail) => (
        <li key={mail.mailId} className={classes.mail}>
          <Link to={`/network/mails/${mail.mailId}`} className={classes.link}>
            <span className={classes.subject}>{mail.subject}</span>
            <span className={classes.recipient}>{t('mails.to', { recipient: mail.recipient })}</span>
          </Link>
          <span className={classes.state}>
            <Badge variant="light" color={COLORS[mail.state]} tt="none" size="lg" radius="sm">
              {t(`state.${mail.state}`)}
            </Badge>
            <span className={classes.when}>{mail.at}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function NoMails() {
  const { leaves, state } = useLoaderData<typeof loader>()
  const { t } = useTranslation('delivery')
  if (state) return <EmptyState title={t('mails.no_failed')}>{t('mails.no_failed_more')}</EmptyState>
  return (
    <EmptyState title={t('mails.none')} picture={<IconMailOpened size={44} stroke={1.4} aria-hidden />}>
      <p>{t('mails.none_more')}</p>
      {!leaves && (
        <p>
          {t('mails.set_smtp')} <code>SMTP_URL=smtps://user:password@mail.example.org</code>
        </p>
      )}
    </EmptyState>
  )
}
