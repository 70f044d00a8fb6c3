import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { type GridFilter, readFilter, SHOWN } from '../../browser/cells.ts'
import classes from './grid.module.css'

type Props = { cohorts: readonly string[]; filter: GridFilter; isReady: boolean; change(filter: GridFilter): void }

/** A class or group, the beginning of a name, who is ready or has not begun: at once where scripts run, by a button elsewhere. */
export function GridFilterForm({ cohorts, filter, isReady, change }: Props) {
  const { t } = useTranslation('grid')
  const read = (event: FormEvent<HTMLFormElement>) => {
    if (!isReady) return
    event.preventDefault()
    change(readFilter(new URLSearchParams([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))))
  }
  return (
    <Form method="get" className={classes.filter} role="search" onSubmit={read} onInput={read}>
      {cohorts.length > 1 && (
        <NativeSelect name="cohort" label={t('filter.cohort')} defaultValue={filter.cohort} data={[{ value: '', label: t('filter.all_cohorts') }, ...cohorts]} />
      )}
      <TextInput name="name" label={t('filter.name')} defaultValue={filter.name} autoComplete="off" spellCheck={false} />
      <NativeSelect name="shown" label={t('filter.shown')} defaultValue={filter.shown} data={SHOWN.map((value) => ({ value, label: t(`filter.${value}`) }))} />
      {!isReady && (
        <Button type="submit" variant="default">
          {t('filter.apply')}
        </Button>
      )}
    </Form>
  )
}
