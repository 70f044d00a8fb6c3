import { Button, Container, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import type { action, loader } from '#features/delivery/pages/mail.server.ts'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './mails.module.css'

export { action, loader } from '#features/delivery/pages/mail.server.ts'

export const meta = titled

export default function MailPage() {
  const { mail, html, mayResend, isDemonstration } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('delivery')
  return (
    <Container size="md">
      <PageHeader title={mail.subject} back={{ to: '/network/mails', label: t('mails.title') }} />
      <DoneNotice slice="delivery" />
      <FormProblem result={result} slice="delivery" />
      <Stack>
        {isDemonstration && <Notice kind="info">{t('mails.open_to_all')}</Notice>}
        {mail.problem && (
          <Notice kind="problem" title={t('message.failed')}>
            {t('message.failed_more', { count: mail.attempts })} <q>{mail.problem}</q>
          </Notice>
        )}
        <dl className={classes.facts}>
          <dt>{t('message.recipient')}</dt>
          <dd>{mail.recipient}</dd>
          <dt>{t('message.state')}</dt>
          <dd>{t(`state.${mail.state}`)}</dd>
          <dt>{t('message.written')}</dt>
          <dd>{mail.created}</dd>
          {mail.sent && (
            <>
              <dt>{t('message.sent')}</dt>
              <dd>{mail.sent}</dd>
            </>
          )}
        </dl>
        {mayResend && (
          <Form method="post">
            <Button type="submit">{t('message.resend')}</Button>
          </Form>
        )}
        {html ? <Body text={mail.text} html={html} /> : <Notice kind="info">{t('message.not_kept')}</Notice>}
      </Stack>
    </Container>
  )
}

function Body({ text, html }: { text: string; html: string }) {
  const { t } = useTranslation('delivery')
  return (
    <>
      <iframe className={classes.preview} title={t('message.preview')} srcDoc={html} sandbox="allow-top-navigation-by-user-activation" />
      <details>
        <summary className={classes.summary}>{t('message.as_text')}</summary>
        <pre className={classes.plain}>{text}</pre>
      </details>
    </>
  )
}
