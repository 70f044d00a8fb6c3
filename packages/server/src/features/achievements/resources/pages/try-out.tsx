import { Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/components/notice.tsx'
import { findProblem } from '../../browser/exercise.ts'
import { readTryOut, type Values } from '../resource-form.schema.ts'
import { ExercisePractice } from './exercise-practice.tsx'
import classes from './resources.module.css'

/** The exercise as a pupil gets it, while it is being written; or what it still lacks. */
export function TryOut({ values }: { values: Values }) {
  const { t } = useTranslation('resources')
  const [seed, setSeed] = useState(1)
  const written = JSON.stringify(Object.entries(values).filter(([name]) => name.startsWith('exercise.')))
  const source = useMemo(() => readTryOut(Object.fromEntries(JSON.parse(written) as [string, string][])), [written])
  const problem = useMemo(() => source && findProblem(source), [source])
  return (
    <div className={`surface ${classes.panel}`}>
      <Title order={2} size="h3" mb="sm">
        {t('edit.try_out')}
      </Title>
      {!source && <Text c="dimmed">{t('edit.try_out_empty')}</Text>}
      {problem && (
        <Notice kind="info">
          <strong>{t(`exercise.${problem.field}`)}</strong> – {t(`problem.${problem.code}`, problem.detail)}
        </Notice>
      )}
      {source && !problem && <ExercisePractice key={`${seed} ${written}`} source={source} seed={seed} another={{ onClick: () => setSeed((current) => current + 1) }} />}
    </div>
  )
}
