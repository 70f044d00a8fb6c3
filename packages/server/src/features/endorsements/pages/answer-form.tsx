import { Button, Group, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { EndorsementCard } from '#web/components/endorsement-card.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { MAX_COMMENT } from '../endorsements.schema.ts'
import type { Preview } from './act-on-request.ts'
import classes from './endorsements.module.css'
import type { PresentedAsked } from './present-asked.ts'

type Props = { asked: PresentedAsked; request: NonNullable<PresentedAsked['request']>; result: unknown }

/** What they saw, how they know, and in whose name; then the same once more before it is signed. */
export function AnswerForm({ asked, request, result }: Props) {
  const { preview, values } = (result ?? {}) as { preview?: Preview; values?: Record<string, string> }
  if (preview) return <ReadAgain request={request} preview={preview} values={values ?? {}} />
  return (
    <Stack gap="xl">
      <Write asked={asked} request={request} result={result} values={values ?? {}} />
      <Decline />
    </Stack>
  )
}

function Write({ asked, request, result, values }: Props & { values: Record<string, string> }) {
  const { t } = useTranslation('endorsements')
  const error = useFieldError(result, 'endorsements')
  const typed: Record<string, string> = { ...values, ...typedValues(result) }
  return (
    <Form method="post">
      <FormProblem result={result} slice="endorsements" />
      <Stack gap="md">
        <Textarea
          name="comment"
          label={t('answer.comment', { name: request.givenName })}
          description={t(request.isChild ? 'answer.comment_help_child' : 'answer.comment_help')}
          rows={6}
          required
          minLength={10}
          maxLength={MAX_COMMENT}
          defaultValue={typed.comment}
          error={error('comment')}
        />
        <TextInput
          name="relation"
          label={t('answer.relation')}
          description={t('answer.relation_help')}
          required
          minLength={3}
          maxLength={300}
          defaultValue={typed.relation}
          error={error('relation')}
        />
        {asked.isOutsider && (
          <TextInput
            name="name"
            label={t('answer.name')}
            description={t('answer.name_help')}
            required
            minLength={2}
            maxLength={120}
            autoComplete="name"
            defaultValue={typed.name ?? asked.askedName}
            error={error('name')}
          />
        )}
        <TextInput
          name="function"
          label={t('answer.function')}
          description={t('answer.function_help')}
          maxLength={120}
          autoComplete="organization-title"
          defaultValue={typed.function ?? asked.askedFunction}
          error={error('function')}
        />
        <Voices asked={asked} chosen={typed.voice} error={error('voice')} />
        <div>
          <Button type="submit" name="intent" value="preview">
            {t('answer.preview')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

function Voices({ asked, chosen = 'self', error }: { asked: PresentedAsked; chosen: string | undefined; error: string | undefined }) {
  const { t } = useTranslation('endorsements')
  return (
    <Radio.Group name="voice" label={t('answer.voice')} defaultValue={chosen || 'self'} error={error}>
      <Stack gap="sm" mt="xs">
        <Radio
          value="self"
          label={t('answer.voices.self', { name: asked.isOutsider ? '' : asked.askedName, who: asked.isOutsider ? 'outsider' : 'member' })}
          description={t('answer.voices.self_help')}
        />
        {asked.signers.map(({ organizationId, name }) => (
          <Radio key={organizationId} value={organizationId} label={t('answer.voices.structure', { name })} description={t('answer.voices.structure_help')} />
        ))}
        <Radio value="word" label={t('answer.voices.word')} description={t('answer.voices.word_help')} />
      </Stack>
    </Radio.Group>
  )
}

function Decline() {
  const { t } = useTranslation('endorsements')
  return (
    <details className={classes.details}>
      <summary>{t('answer.decline_title')}</summary>
      <Text mb="sm">{t('answer.decline_help')}</Text>
      <Form method="post">
        <Button type="submit" name="intent" value="decline" variant="default">
          {t('answer.decline')}
        </Button>
      </Form>
    </details>
  )
}

function ReadAgain({ request, preview, values }: { request: Props['request']; preview: Preview; values: Record<string, string> }) {
  const { t } = useTranslation('endorsements')
  const { card, json } = preview
  return (
    <Form method="post">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Stack gap="md">
        <Title order={2}>{t('answer.read_again')}</Title>
        <div className={`surface ${classes.mail}`}>
          <EndorsementCard endorsement={card} />
        </div>
        <Text>{t(`answer.who_sees.${request.isChild ? 'child' : 'all'}`, { name: request.givenName })}</Text>
        <Text>{t(json ? 'answer.names_nobody' : 'answer.word_only', { name: request.givenName })}</Text>
        {json && (
          <details className={classes.details}>
            <summary>{t('answer.document')}</summary>
            <Text mb="sm">{t('answer.document_help')}</Text>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys. */}
            <pre className={classes.json} tabIndex={0}>
              {json}
            </pre>
          </details>
        )}
        <Group gap="sm">
          <Button type="submit" name="intent" value="sign">
            {t(json ? 'answer.sign' : 'answer.leave')}
          </Button>
          <Button type="submit" name="intent" value="edit" variant="default">
            {t('answer.edit')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
