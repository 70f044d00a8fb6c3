import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { problemOf, useFieldError } from '#web/components/form-problem.tsx'
import { EXERCISE_KINDS } from '../exercise.schema.ts'
import type { Values } from '../resource-form.schema.ts'
import type { action } from './edit-resource.server.ts'
import classes from './resources.module.css'

/** Lines of text rather than rows of little fields: quick to write, to copy from a sheet, and to read again. */
export function ExerciseFields({ values }: { values: Values }) {
  const { t } = useTranslation('resources')
  const error = useExerciseError()
  const field = (name: string, max: number) => ({
    name: `exercise.${name}`,
    label: t(`exercise.${name}`),
    description: t(`exercise.${name}_help`),
    defaultValue: values[`exercise.${name}`],
    error: error(name),
    maxLength: max,
    autoComplete: 'off',
  })
  const area = (name: string, max: number, minRows = 2) => <Textarea {...field(name, max)} autosize minRows={minRows} maxRows={14} />
  return (
    <Stack gap="md">
      <Radio.Group name="exercise.kind" label={t('exercise.kind')} defaultValue={values['exercise.kind'] ?? 'number'} error={error('kind')}>
        <Stack gap="xs" mt="xs">
          {EXERCISE_KINDS.map((kind) => (
            <Radio key={kind} name="exercise.kind" value={kind} label={t(`exercise.kinds.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {area('statement', 2000)}
      {area('variables', 2000)}
      <Only of="number">
        <TextInput {...field('answer', 200)} />
        <TextInput {...field('unit', 30)} maw="14rem" />
        <Checkbox
          name="exercise.acceptsOtherUnits"
          value="yes"
          defaultChecked={values['exercise.acceptsOtherUnits'] === 'yes'}
          label={t('exercise.acceptsOtherUnits')}
          description={t('exercise.acceptsOtherUnits_help')}
        />
        <TextInput {...field('figures', 2)} inputMode="numeric" maw="20rem" />
        <TextInput {...field('tolerance', 5)} inputMode="decimal" maw="20rem" />
      </Only>
      <Only of="choice">{area('options', 3000, 4)}</Only>
      <Only of="text">
        {area('accepted', 2000)}
        <Checkbox name="exercise.isCased" value="yes" defaultChecked={values['exercise.isCased'] === 'yes'} label={t('exercise.isCased')} />
      </Only>
      <Only of="order">{area('steps', 3000, 4)}</Only>
      <Only of="number text">{area('traps', 3000)}</Only>
      {area('correction', 4000, 3)}
      <NativeSelect
        name="exercise.language"
        label={t('exercise.language')}
        defaultValue={values['exercise.language'] ?? 'fr'}
        data={[
          { value: 'fr', label: t('exercise.languages.fr') },
          { value: 'en', label: t('exercise.languages.en') },
        ]}
        maw="14rem"
      />
    </Stack>
  )
}

const Only = ({ of, children }: { of: string; children: ReactNode }) => (
  <div className={classes.only} data-of={of}>
    {children}
  </div>
)

/** What is wrong in a formula or a line stands at its field, in words. */
function useExerciseError(): (name: string) => string | undefined {
  const { t } = useTranslation('resources')
  const result = useActionData<typeof action>()
  const schemaError = useFieldError(result, 'resources')
  const detail = problemOf(result)?.detail
  return (name) => (detail?.['field'] === name ? t(`problem.${detail['problem']}`, detail) : schemaError(`exercise.${name}`))
}
