import { Button, Stack, Text, Textarea, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EndorsementCard, type PresentedEndorsement } from '#web/components/endorsement-card.tsx'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AskedBadge } from './asked-badge.tsx'
import classes from './endorsements.module.css'
import type { PresentedAsked } from './present-asked.ts'

type Props = { asked: PresentedAsked; result: unknown; back?: { to: string; label: string }; aside?: ReactNode }

/** The page of whoever was asked, by either door: the request, their answer, or that it is over. */
export function AnswerView({ asked, result, back, aside }: Props) {
  const { t } = useTranslation('endorsements')
  const { request, state, answer } = asked
  const isOpen = state === 'open' && request
  const title = isOpen ? t('answer.asks', { name: request.holderName, badge: request.badge.name }) : t(`answer.over.${state === 'open' ? 'withdrawn' : state}.title`)
  return (
    <>
      <PageHeader title={title} lead={isOpen ? t('answer.lead', { date: request.until }) : undefined} back={back} />
      {!isOpen && <DoneNotice slice="endorsements" />}
      {isOpen ? (
        <div className={classes.write}>
          <AskedBadge request={request} />
          <Stack gap="lg">
            {request.className && <Text c="dimmed">{t('answer.class', { name: request.holderName, className: request.className })}</Text>}
            {request.message && (
              <div>
                <Text fw={600} mb={4}>
                  {t('answer.says', { name: request.givenName })}
                </Text>
                <blockquote className={classes.message}>{request.message}</blockquote>
              </div>
            )}
            {aside}
            <AnswerForm asked={asked} request={request} result={result} />
          </Stack>
        </div>
      ) : (
        <Stack gap="lg" maw="42rem">
          {request && state === 'answered' && <Text>{t('answer.for', { name: request.holderName, badge: request.badge.name })}</Text>}
          {!answer && <Notice kind="info">{t(`answer.over.${state === 'open' ? 'withdrawn' : state}.help`)}</Notice>}
          {answer && <Answered answer={answer} result={result} />}
        </Stack>
      )}
    </>
  )
}

/** What they said stands here as long as they wish. */
function Answered({ answer, result }: { answer: PresentedEndorsement; result: unknown }) {
  const { t } = useTranslation('endorsements')
  return (
    <>
      <div className={`surface ${classes.panel}`}>
        <EndorsementCard endorsement={{ ...answer, path: null }} />
      </div>
      {!answer.withdrawnOn && (
        <>
          <Text>{t(answer.isShown ? 'answer.is_shown' : 'answer.is_private')}</Text>
          <TakeBack result={result} isStructure={answer.isStructure} />
        </>
      )}
    </>
  )
}

export function TakeBack({ result, isStructure }: { result: unknown; isStructure: boolean }) {
  const { t } = useTranslation('endorsements')
  const error = useFieldError(result, 'endorsements')
  return (
    <details className={classes.details} open={problemOf(result) !== undefined}>
      <summary>{t('take_back.title')}</summary>
      <FormProblem result={result} slice="endorsements" />
      <Text mb="sm">{t(isStructure ? 'take_back.help_structure' : 'take_back.help')}</Text>
      <Form method="post">
        <Stack gap="sm">
          <Textarea
            name="reason"
            label={t('take_back.reason')}
            description={t('take_back.reason_help')}
            rows={2}
            required
            minLength={3}
            maxLength={500}
            defaultValue={typedValues(result).reason}
            error={error('reason')}
          />
          <div>
            <Button type="submit" name="intent" value="withdraw" color="red" variant="light">
              {t('take_back.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}

/** A heading and a sentence, where there is nothing else. */
export const Plain = ({ title, children }: { title: string; children: ReactNode }) => (
  <Stack gap="md" maw="36rem">
    <Title order={1}>{title}</Title>
    {children}
  </Stack>
)
