import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import classes from './remarks.module.css'
import type { BadgeBank } from './remarks.server.ts'

type Fields = { badge: BadgeBank; first?: { text: string; resourceId: string | null }; result: unknown }

/** The words, and what to redo. */
export function RemarkFields({ badge: { resources }, first, result }: Fields) {
  const { t } = useTranslation('lesson')
  const error = useFieldError(result, 'practice')
  const typed = typedValues(result)
  return (
    <Stack gap="sm">
      <TextInput name="text" label={t('remarks.text')} description={t('remarks.text_help')} defaultValue={typed.text ?? first?.text} maxLength={200} error={error('text')} />
      {resources.length > 0 && (
        <NativeSelect
          name="resourceId"
          label={t('remarks.resource')}
          defaultValue={typed.resourceId ?? first?.resourceId ?? ''}
          data={[{ value: '', label: t('remarks.nothing') }, ...resources.map(({ resourceId, title }) => ({ value: resourceId, label: title }))]}
          error={error('resourceId')}
        />
      )}
    </Stack>
  )
}

export function AddRemark({ badge, result }: { badge: BadgeBank; result: unknown }) {
  const { t } = useTranslation('lesson')
  const typed = typedValues(result)
  const isMine = typed.achievementId === badge.achievementId && typed.intent === 'add'
  return (
    <Form method="post" noValidate className={classes.add} preventScrollReset>
      <input type="hidden" name="achievementId" value={badge.achievementId} />
      <RemarkFields badge={badge} result={isMine ? result : undefined} />
      <Button type="submit" name="intent" value="add" mt="sm">
        {t('remarks.add')}
      </Button>
    </Form>
  )
}

const EXAMPLES = ['unit', 'steps', 'question', 'corrected'] as const

/** Nothing is prepared yet: sentences that fit many badges, each one added by a touch. */
export function Examples({ achievementId }: { achievementId: string }) {
  const { t } = useTranslation('lesson')
  return (
    <div className={classes.examples}>
      <Text>{t('remarks.none')}</Text>
      <Text size="sm" c="dimmed">
        {t('remarks.examples')}
      </Text>
      {EXAMPLES.map((key) => (
        <Form method="post" key={key} preventScrollReset>
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="achievementId" value={achievementId} />
          <Button type="submit" name="text" value={t(`remarks.example.${key}`)} variant="light" className={classes.example}>
            + {t(`remarks.example.${key}`)}
          </Button>
        </Form>
      ))}
    </div>
  )
}
