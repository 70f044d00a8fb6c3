import { Anchor, Button, Checkbox, Group, List, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData } from 'react-router'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { MAX_MESSAGE } from '../endorsements.schema.ts'
import type { AskPage } from './ask.page.tsx'
import type { action } from './ask.server.ts'
import classes from './endorsements.module.css'

type Result = { preview?: Preview; values?: Record<string, string> } | undefined
type Preview = {
  locale: string
  subject: string
  hello: string
  lead: string
  message: string
  what: string
  how: string
  button: string
  why: string
  stop: string
  badgeName: string
  issuerName: string
  showsEvidence: boolean
}

/** What is written to them; then the mail as it will leave. */
export function AskForm({ page }: { page: AskPage }) {
  const result = useActionData<typeof action>()
  const { preview, values } = (result ?? {}) as NonNullable<Result>
  return preview ? <LookAgain page={page} preview={preview} values={values ?? {}} /> : <Write page={page} result={result} values={values ?? {}} />
}

const addressOf = ({ badge, asked }: AskPage) => `/me/endorsements/new?badge=${badge!.id}&${asked ? `person=${asked.personId}` : 'by=mail'}`

function Write({ page, result, values }: { page: AskPage; result: unknown; values: Record<string, string> }) {
  const { t } = useTranslation('endorsements')
  const error = useFieldError(result, 'endorsements')
  const typed: Record<string, string> = { ...values, ...typedValues(result) }
  const { badge, asked, locale } = page
  const hasEvidence = badge!.narrative !== null || badge!.evidence.length > 0
  const wasTyped = Object.keys(typed).length > 0
  return (
    <div>
      <FormProblem result={result} slice="endorsements" />
      <Form method="post" action={addressOf(page)}>
        <input type="hidden" name="badgeId" value={badge!.id} />
        <Stack gap="md">
          {asked ? (
            <div>
              <input type="hidden" name="personId" value={asked.personId} />
              <Title order={2}>{t('ask.to', { name: asked.name })}</Title>
              <Text c="dimmed">{asked.about}</Text>
            </div>
          ) : (
            <>
              <Title order={2}>{t('ask.outside')}</Title>
              <TextInput
                name="name"
                label={t('ask.name')}
                description={t('ask.name_help')}
                required
                minLength={2}
                maxLength={120}
                autoComplete="off"
                defaultValue={typed.name}
                error={error('name')}
              />
              <TextInput
                name="address"
                type="email"
                label={t('ask.address')}
                description={t('ask.address_help')}
                required
                maxLength={254}
                autoComplete="off"
                defaultValue={typed.address}
                error={error('address')}
              />
              <NativeSelect
                name="locale"
                label={t('ask.language')}
                defaultValue={typed.locale ?? locale}
                data={[
                  { value: 'fr', label: 'Français' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </>
          )}
          <Textarea
            name="message"
            label={t('ask.message')}
            description={t('ask.message_help')}
            rows={5}
            maxLength={MAX_MESSAGE}
            defaultValue={typed.message}
            error={error('message')}
          />
          {hasEvidence && (
            <Checkbox name="showsEvidence" label={t('ask.shows_evidence')} description={t('ask.shows_evidence_help')} defaultChecked={wasTyped ? 'showsEvidence' in typed : true} />
          )}
          <Sees />
          <Group gap="sm">
            <Button type="submit" name="intent" value="preview">
              {t('ask.preview')}
            </Button>
            <Anchor component={Link} to={`/me/endorsements/new?badge=${badge!.id}`} className={classes.tappable}>
              {t('ask.other_person')}
            </Anchor>
          </Group>
        </Stack>
      </Form>
    </div>
  )
}

function Sees() {
  const { t } = useTranslation('endorsements')
  return (
    <div>
      <Text fw={600}>{t('ask.sees')}</Text>
      <List>
        <List.Item>{t('ask.sees_badge')}</List.Item>
        <List.Item>{t('ask.sees_name')}</List.Item>
        <List.Item>{t('ask.sees_end')}</List.Item>
      </List>
    </div>
  )
}

function LookAgain({ page, preview, values }: { page: AskPage; preview: Preview; values: Record<string, string> }) {
  const { t } = useTranslation('endorsements')
  return (
    <Form method="post" action={addressOf(page)}>
      {Object.entries(values)
        .filter(([name]) => name !== 'intent')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <Stack gap="md">
        <Title order={2}>{t('ask.look_again')}</Title>
        <Text>{values.address ? t('ask.goes_by_mail', { address: values.address }) : t('ask.goes_here')}</Text>
        <article className={`surface ${classes.mail}`} lang={preview.locale} aria-label={t('ask.mail')}>
          <Stack gap="sm">
            <Text fw={700} size="lg">
              {preview.subject}
            </Text>
            <Text>{preview.hello}</Text>
            <Text>{preview.lead}</Text>
            <Text fw={650}>
              {preview.badgeName}
              <Text span c="dimmed" fw={400}>
                {' '}
                {preview.issuerName}
              </Text>
            </Text>
            {preview.message && <blockquote className={classes.message}>{preview.message}</blockquote>}
            <Text>{preview.what}</Text>
            <Text fw={600}>[ {preview.button} ]</Text>
            <Text>{preview.how}</Text>
            <Text size="sm" c="dimmed">
              {preview.why}
              {values.address && ` ${preview.stop}.`}
            </Text>
          </Stack>
        </article>
        {preview.showsEvidence && <Text>{t('ask.with_evidence')}</Text>}
        <Group gap="sm">
          <Button type="submit" name="intent" value="ask">
            {t('ask.send')}
          </Button>
          <Button type="submit" name="intent" value="edit" variant="default">
            {t('ask.edit')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
