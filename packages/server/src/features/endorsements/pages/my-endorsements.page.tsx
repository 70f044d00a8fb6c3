import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import classes from './endorsements.module.css'
import type { action, loader, PresentedRequest } from './my-endorsements.server.ts'

export { action, loader } from '#features/endorsements/pages/my-endorsements.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyEndorsements() {
  const { toAnswer, answered, asked } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('endorsements')
  const isEmpty = toAnswer.length + answered.length + asked.length === 0
  const askButton = (
    <Button component={Link} to="/me/endorsements/new">
      {t('section.ask')}
    </Button>
  )
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('mine.title')} lead={t('section.lead')} actions={!isEmpty && askButton} />
      <DoneNotice slice="endorsements" />
      <FormProblem result={result} slice="endorsements" />
      {isEmpty && (
        <EmptyState title={t('mine.none')} actions={askButton}>
          {t('mine.none_help')}
        </EmptyState>
      )}
      <Stack gap="xl">
        <Requests id="to-answer" requests={toAnswer} title={t('mine.to_answer')}>
          {(request) => (
            <Line request={request} said={t('mine.asks_you', { name: request.holderName, date: request.until })}>
              <Button component={Link} to={`/me/endorsements/${request.requestId}`}>
                {t('mine.answer')}
              </Button>
            </Line>
          )}
        </Requests>
        <Requests id="asked" requests={asked} title={t('mine.asked')}>
          {(request) => (
            <Line request={request} said={t(`mine.state.${request.state}`, { name: request.askedName, date: request.state === 'open' ? request.until : request.askedOn })}>
              {request.state === 'open' ? (
                <Follow request={request} />
              ) : (
                request.state === 'answered' && (
                  <Anchor component={Link} to={`${request.path}#endorsements`} className={classes.tappable}>
                    {t('mine.read')}
                  </Anchor>
                )
              )}
            </Line>
          )}
        </Requests>
        <Requests id="answered" requests={answered} title={t('mine.answered')}>
          {(request) => (
            <Line request={request} said={t(request.state === 'taken_back' ? 'mine.you_took_back' : 'mine.you_answered', { name: request.holderName })}>
              <Anchor component={Link} to={`/me/endorsements/${request.requestId}`} className={classes.tappable}>
                {t('mine.read_again')}
              </Anchor>
            </Line>
          )}
        </Requests>
      </Stack>
    </Container>
  )
}

type Listed = { id: string; title: string; requests: PresentedRequest[]; children: (request: PresentedRequest) => ReactNode }

function Requests({ id, title, requests, children }: Listed) {
  if (requests.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      <ul className={`surface ${classes.list}`}>
        {requests.map((request) => (
          <li key={request.requestId}>{children(request)}</li>
        ))}
      </ul>
    </section>
  )
}

function Line({ request, said, children }: { request: PresentedRequest; said: string; children: ReactNode }) {
  return (
    <div className={classes.request}>
      <BadgePicture badge={request.badge} size={56} isNamed />
      <div>
        <Text fw={650}>{request.badge.name}</Text>
        <Text size="sm">{said}</Text>
      </div>
      {children && <div className={classes.go}>{children}</div>}
    </div>
  )
}

function Follow({ request: { requestId, mayRemind, remindedOn, reminderFrom, askedName } }: { request: PresentedRequest }) {
  const { t } = useTranslation('endorsements')
  return (
    <Form method="post">
      <input type="hidden" name="requestId" value={requestId} />
      {mayRemind && (
        <Button type="submit" name="intent" value="remind" variant="light" aria-label={t('mine.remind_of', { name: askedName })}>
          {t('mine.remind')}
        </Button>
      )}
      {!mayRemind && (
        <Text size="sm" c="dimmed" className={classes.tappable}>
          {remindedOn ? t('mine.reminded_on', { date: remindedOn }) : t('mine.remind_from', { date: reminderFrom })}
        </Text>
      )}
      <Button type="submit" name="intent" value="withdraw" variant="default" aria-label={t('mine.withdraw_of', { name: askedName })}>
        {t('mine.withdraw')}
      </Button>
    </Form>
  )
}
