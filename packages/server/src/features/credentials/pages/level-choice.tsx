import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { problemOf, typedValues } from '#web/components/form-problem.tsx'

type Props = { levels: { id: string; name: string; description: string }[]; help?: string | undefined }

/** Which level of the badge was reached: nothing is chosen beforehand, since it says something of a person. */
export function LevelChoice({ levels, help }: Props) {
  const { t } = useTranslation('credentials')
  const result = useActionData()
  const isMissing = ['level_required', 'level_unknown'].includes(problemOf(result)?.code ?? '')
  if (levels.length === 0) return null
  return (
    <Radio.Group
      name="level"
      size="md"
      label={t('issue.level.label')}
      description={help ?? t('issue.level.help')}
      defaultValue={typedValues(result)['level'] ?? ''}
      error={isMissing && t('errors.level_required')}
    >
      <Stack gap="xs" mt="xs">
        {levels.map(({ id, name, description }) => (
          <Radio key={id} size="md" value={id} label={name} description={description} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
