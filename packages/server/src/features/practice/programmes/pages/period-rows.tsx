import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { focusOn, inPlace, nextKey, type Row } from '../../browser/form-rows.ts'
import { nextPeriod, readRows } from '../../browser/programme-form.ts'
import { MAX_BADGES, MAX_PERIODS } from '../../practice.schema.ts'
import classes from './programmes.module.css'

type Props = { rows: Row[]; onRows: (rows: Row[]) => void; error: (field: string) => string | undefined }

export function PeriodRows({ rows, onRows, error }: Props) {
  const { t } = useTranslation('practice')
  const add = inPlace(({ currentTarget: { form } }) => {
    const typed = Object.fromEntries([...new FormData(form!)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    onRows([...rows, { key: nextKey(rows), values: nextPeriod(readRows(typed, 'period')) }])
  })
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('form.periods')}</legend>
      <Text c="dimmed" mb="sm" maw="44rem">
        {t('form.periods_help')}
      </Text>
      {error('periods') && (
        <Text c="var(--mantine-color-error)" mb="sm">
          {error('periods')}
        </Text>
      )}
      <Stack component="ol" gap="md" className={classes.list}>
        {rows.map((row, index) => (
          <PeriodRow key={row.key} row={row} index={index} error={error} onRemove={() => onRows(rows.filter(({ key }) => key !== row.key))} />
        ))}
      </Stack>
      {rows.length < MAX_PERIODS && (
        <Button type="submit" name="intent" value="add-period" variant="default" mt={rows.length > 0 ? 'md' : 0} onClick={add}>
          {t('form.add_period')}
        </Button>
      )}
    </fieldset>
  )
}

function PeriodRow({ row: { values }, index, error, onRemove }: { row: Row; index: number; error: Props['error']; onRemove: () => void }) {
  const { t } = useTranslation('practice')
  const number = index + 1
  const field = (name: string) => ({ name: `period.${index}.${name}`, defaultValue: values[name], error: error(`periods.${index}.${name}`) })
  return (
    <li>
      <fieldset className={`surface ${classes.periodRow}`}>
        <legend className={classes.unseen}>{t('form.period', { number })}</legend>
        <input type="hidden" name={`period.${index}.id`} value={values['id'] ?? ''} />
        <TextInput {...field('name')} label={t('form.period_name')} required maxLength={60} autoComplete="off" />
        <TextInput {...field('startsOn')} type="date" label={t('form.starts_on')} required />
        <TextInput {...field('endsOn')} type="date" label={t('form.ends_on')} required />
        <TextInput {...field('required')} type="number" min={0} max={MAX_BADGES} label={t('form.required')} required />
        <Button
          type="submit"
          name="intent"
          value={`remove-period:${index}`}
          variant="subtle"
          color="red"
          aria-label={t('form.remove_period', { number })}
          onClick={inPlace(({ currentTarget }) => {
            focusOn(currentTarget, '[value="add-period"]')
            onRemove()
          })}
        >
          {t('form.remove')}
        </Button>
      </fieldset>
    </li>
  )
}
