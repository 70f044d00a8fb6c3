import { Button, Container, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { AttachmentsField } from './attachments-field.tsx'
import { BadgeAside, Decisions, Facts, Voices } from './dossier.tsx'
import type { action, loader } from './my-nomination.server.ts'
import classes from './nominations.module.css'
import type { PresentedNomination } from './present.ts'
import { MyStateMark } from './state-mark.tsx'

export { action, loader } from '#features/nominations/pages/my-nomination.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyNominationPage() {
  const { nomination } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('nominations')
  const { isClosed, state, response, credentialId } = nomination
  return (
    <Container size="lg">
      <PageHeader title={t('mine.proposed_for', { badge: nomination.badge.name })} back={{ to: '/me/nominations', label: t('mine.title') }} />
      <DoneNotice slice="nominations" />
      <FormProblem result={result} slice="nominations" />
      <div className={classes.write}>
        <BadgeAside nomination={nomination} mark={<MyStateMark state={state} response={response} />}>
          {credentialId && <Link to={`/me/badges/${credentialId}`}>{t('mine.see_badge')}</Link>}
        </BadgeAside>
        <Stack gap="xl">
          {state === 'to-complete' && <ToComplete nomination={nomination} />}
          {!isClosed && state === 'open' && response === 'pending' && <Answer />}
          <Voices nomination={nomination} />
          <Facts nomination={nomination} />
          {!isClosed && <AddFact result={result} isAsked={state === 'to-complete'} />}
          {!isClosed && response === 'accepted' && <ChangeMind />}
          <Decisions nomination={nomination} />
        </Stack>
      </div>
    </Container>
  )
}

/** What is asked of whoever is proposed, first thing on the page. */
function Asked({ id, title, help, children }: { id: string; title: string; help: string; children: ReactNode }) {
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby={id}>
      <Title order={2} id={id} mb={4}>
        {title}
      </Title>
      <Text mb="md">{help}</Text>
      <Form method="post">{children}</Form>
    </section>
  )
}

function Answer() {
  const { t } = useTranslation('nominations')
  return (
    <Asked id="answer" title={t('answer.title')} help={t('answer.help')}>
      <Group gap="sm">
        <Button type="submit" name="intent" value="accept">
          {t('answer.accept')}
        </Button>
        <Button type="submit" name="intent" value="decline" variant="default">
          {t('answer.decline')}
        </Button>
      </Group>
    </Asked>
  )
}

function ToComplete({ nomination: { decisions } }: { nomination: PresentedNomination }) {
  const { t } = useTranslation('nominations')
  const asked = decisions.findLast(({ decision }) => decision === 'to-complete')
  return (
    <Asked id="complete" title={t('complete.title')} help={t('complete.help')}>
      {asked && <blockquote className={classes.quote}>{asked.reason}</blockquote>}
      <Button type="submit" name="intent" value="send-again" mt="md">
        {t('complete.send')}
      </Button>
    </Asked>
  )
}

/** Open when the jury asked for more: what one came to do is in sight. */
function AddFact({ result, isAsked }: { result: unknown; isAsked: boolean }) {
  const { t } = useTranslation('nominations')
  const error = useFieldError(result, 'nominations')
  const typed = typedValues(result)
  return (
    <details className={`surface ${classes.details}`} open={isAsked || problemOf(result) !== undefined}>
      <summary>{t('fact.add')}</summary>
      <Form method="post" encType="multipart/form-data">
        <Stack gap="md">
          <Textarea
            name="text"
            label={t('fact.text')}
            description={t('fact.text_help')}
            rows={4}
            required
            minLength={3}
            maxLength={2000}
            defaultValue={typed.text}
            error={error('text')}
          />
          <TextInput name="url" label={t('fact.url')} type="url" maxLength={2000} defaultValue={typed.url} error={error('url')} />
          <AttachmentsField result={result} />
          <div>
            <Button type="submit" name="intent" value="fact">
              {t('fact.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}

function ChangeMind() {
  const { t } = useTranslation('nominations')
  return (
    <details className={`surface ${classes.details}`}>
      <summary>{t('answer.change')}</summary>
      <Text mb="md">{t('answer.change_help')}</Text>
      <Form method="post">
        <Button type="submit" name="intent" value="decline" variant="default">
          {t('answer.decline')}
        </Button>
      </Form>
    </details>
  )
}
