import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { MAX_BADGES } from '../../practice.schema.ts'
import type { ProgrammePageData } from './programme.page.tsx'
import classes from './programmes.module.css'

/** For one pupil: fewer badges, more time. Only the teachers see why. */
export function Exceptions({ page, result }: { page: ProgrammePageData; result: unknown }) {
  const { t } = useTranslation('practice')
  const { exceptions, programme, people } = page
  const mayAdd = !programme.isArchived && people.length > 0
  if (exceptions.length === 0 && !mayAdd) return null
  return (
    <section aria-labelledby="exceptions">
      <Title order={2} id="exceptions" mb="xs">
        {t('exceptions.title')}
      </Title>
      <Text c="dimmed" mb="sm" maw="44rem">
        {t('exceptions.help')}
      </Text>
      {exceptions.length > 0 && (
        <ul className={`surface ${classes.list} ${classes.rows} ${classes.after}`}>
          {exceptions.map(({ periodId, personId, name, period, required, until, reason }) => (
            <li key={`${periodId}/${personId}`} className={classes.line}>
              <div>
                <strong>{name}</strong>
                <Text size="sm">
                  {[period, required === null ? '' : t('exceptions.asks', { count: required }), until ? t('exceptions.until', { day: until }) : ''].filter(Boolean).join(' · ')}
                </Text>
                <Text size="sm" c="dimmed">
                  {reason}
                </Text>
              </div>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="periodId" value={periodId} />
                <input type="hidden" name="personId" value={personId} />
                <Button type="submit" name="intent" value="end-exception" variant="subtle" size="sm" aria-label={t('exceptions.end_named', { name, period })}>
                  {t('exceptions.end')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddException page={page} result={result} />}
    </section>
  )
}

function AddException({ page: { people, periods }, result }: { page: ProgrammePageData; result: unknown }) {
  const { t } = useTranslation('practice')
  const error = useFieldError(result, 'practice')
  const typed = typedValues(result)
  const isMine = problemOf(result) !== undefined && typed['intent'] === 'except'
  const field = (name: string) => ({ name, ...(isMine && { defaultValue: typed[name], error: error(name) }) })
  const current = periods.find(({ isNow }) => isNow)?.periodId
  return (
    <details className={`surface ${classes.details}`} open={isMine}>
      <summary>{t('exceptions.add')}</summary>
      <Form method="post" noValidate preventScrollReset>
        <input type="hidden" name="intent" value="except" />
        <Stack gap="md" maw="44rem">
          <NativeSelect {...field('personId')} label={t('exceptions.who')} data={people.map(({ personId, name }) => ({ value: personId, label: name }))} />
          <NativeSelect
            {...field('periodId')}
            defaultValue={isMine ? typed['periodId'] : current}
            label={t('exceptions.period')}
            data={periods.map(({ periodId, name, from, to }) => ({ value: periodId, label: `${name} (${t('home.from_to', { from, to })})` }))}
          />
          <Group gap="md" grow preventGrowOverflow={false} align="flex-start">
            <TextInput {...field('required')} type="number" min={0} max={MAX_BADGES} label={t('exceptions.required')} description={t('exceptions.as_all')} />
            <TextInput {...field('endsOn')} type="date" label={t('exceptions.ends_on')} description={t('exceptions.as_all')} />
          </Group>
          <TextInput {...field('reason')} label={t('exceptions.reason')} description={t('exceptions.reason_help')} required maxLength={300} autoComplete="off" />
          <div>
            <Button type="submit">{t('exceptions.submit')}</Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}
