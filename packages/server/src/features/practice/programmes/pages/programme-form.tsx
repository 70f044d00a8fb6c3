import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { problemOf, useFieldError } from '#web/components/form-problem.tsx'
import { keyed, nextKey } from '../../browser/form-rows.ts'
import { moveToYear, raiseAbove, readRows, ticked, type Values } from '../../browser/programme-form.ts'
import { BadgeChoices } from './badge-choices.tsx'
import type { Choices } from './choices.ts'
import { CohortChoices, TeacherChoices } from './people-choices.tsx'
import { PeriodRows } from './period-rows.tsx'
import { RuleRows } from './rule-rows.tsx'

type Props = { choices: Choices; values: Values; result: unknown; submit: string; cancel: string }

/** One form, whole without scripts: its buttons for rows submit, and act in place where a script runs. */
export function ProgrammeForm({ result, values: saved, ...props }: Props) {
  const reshown = isReshown(result) ? result.values : undefined
  const isPlain = reshown !== undefined && problemOf(result) === undefined
  return <Fields key={isPlain ? JSON.stringify(reshown) : ''} {...props} result={result} values={reshown ?? saved} />
}

const isReshown = (result: unknown): result is { values: Values } => typeof result === 'object' && result !== null && 'values' in result

function Fields({ choices, values, result, submit, cancel }: Props) {
  const { t } = useTranslation('practice')
  const error = useFieldError(result, 'practice')
  const [tickedIds, setTicked] = useState(() => ticked(values, 'badge'))
  // Those of the programme first, in its order; ticking leaves a badge where it is, so that nothing jumps away under a finger.
  const [places, setPlaces] = useState(() => [...new Set([...tickedIds, ...choices.badges.map(({ achievementId }) => achievementId)])])
  const chosen = places.filter((id) => tickedIds.includes(id))
  const [periods, setPeriods] = useState(() => keyed(readRows(values, 'period')))
  const [year, setYear] = useState(values['schoolYear'] ?? '')
  const text = (name: string) => ({ name, defaultValue: values[name], error: error(name) })
  const changeYear = ({ currentTarget: { value, form } }: ChangeEvent<HTMLSelectElement>) => {
    const typed = Object.fromEntries([...new FormData(form!)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    setPeriods(keyed(moveToYear(readRows(typed, 'period'), year, value), nextKey(periods)))
    setYear(value)
  }
  return (
    <Form method="post" noValidate>
      {/* The Enter key in any field saves. */}
      <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <Stack gap={40}>
        <Stack gap="md" maw="44rem">
          <TextInput {...text('name')} label={t('form.name')} placeholder={t('form.name_example')} required maxLength={120} autoComplete="off" />
          <Textarea {...text('description')} label={t('form.description')} description={t('form.description_help')} rows={4} maxLength={2000} />
          <NativeSelect name="schoolYear" label={t('form.school_year')} value={year} onChange={changeYear} data={choices.schoolYears} error={error('schoolYear')} maw="14rem" />
        </Stack>
        <BadgeChoices
          badges={choices.badges}
          chosen={chosen}
          error={error('badges')}
          places={places}
          onTick={(id) => setTicked(tickedIds.includes(id) ? tickedIds.filter((other) => other !== id) : [...tickedIds, id])}
          onRaise={(id) => setPlaces(raiseAbove(places, id, chosen[chosen.indexOf(id) - 1]))}
        />
        <RuleRows badges={choices.badges} chosen={chosen} rows={readRows(values, 'rule')} />
        <PeriodRows rows={periods} onRows={setPeriods} error={error} />
        <CohortChoices cohorts={choices.cohorts} ticked={ticked(values, 'cohort')} />
        <TeacherChoices teachers={choices.teachers} ticked={ticked(values, 'teacher')} />
        <Group>
          <Button type="submit" name="intent" value="save">
            {submit}
          </Button>
          <Button component={Link} to={cancel} variant="subtle">
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
