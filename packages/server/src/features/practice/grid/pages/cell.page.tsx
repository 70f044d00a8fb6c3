import { Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { isFinished, levelOf, stateOf } from '../../browser/cells.ts'
import type { action, loader } from './cell.server.ts'
import classes from './grid.module.css'
import { VerdictFields } from './verdict-fields.tsx'

export { action, loader } from '#features/practice/grid/pages/cell.server.ts'
export { titled as meta } from '#web/components/titled.ts'

/** One pupil and one badge: what can be said now, and what was said before. */
export default function CellPage() {
  const { organization, can, back, programme, name, cohorts, badge, letter, heldLevel, hidden, history } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('grid')
  const level = levelOf(letter, badge)
  const state = level ? t('states.at_level', { level: level.name }) : t(`states.${stateOf(letter)}`)
  return (
    <Container size="md">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={`${name} · ${badge.name}`} lead={[cohorts.join(', '), state].join(' · ')} back={{ to: back, label: t('title') }} />
      <FormProblem result={result} slice="practice" />
      <Stack gap="xl">
        {programme.isArchived && <Text>{t('archived')}</Text>}
        {!programme.isArchived && !isFinished(letter, badge) && (
          <div className={`surface ${classes.panelPage}`}>
            <VerdictFields badge={badge} heldLevel={heldLevel} hidden={hidden} typed={typedValues(result)} result={result} />
          </div>
        )}
        <section aria-labelledby="history">
          <Title order={2} id="history" mb="sm">
            {t('history.title')}
          </Title>
          {history.length === 0 ? <Text c="dimmed">{t('history.none')}</Text> : <History moments={history} />}
        </section>
      </Stack>
    </Container>
  )
}

type Moments = ReturnType<typeof useLoaderData<typeof loader>>['history']

function History({ moments }: { moments: Moments }) {
  const { t } = useTranslation('grid')
  return (
    <ol className={`surface ${classes.history}`}>
      {moments.map((moment) => (
        <li key={moment.attemptId}>
          {moment.ready && (
            <Text size="sm" c="dimmed">
              {t('history.ready', { when: moment.ready })}
              {moment.selfAssessment && ` · ${t(`history.self.${moment.selfAssessment}`)}`}
            </Text>
          )}
          {moment.verdict && moment.judged && (
            <Text>
              <strong>{moment.level ? t('states.at_level', { level: moment.level }) : t(`states.${moment.verdict}`)}</strong>
              {' · '}
              {[moment.teacher, moment.judged].filter(Boolean).join(', ')}
            </Text>
          )}
          {moment.remarks.length > 0 && (
            <ul>
              {moment.remarks.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          {moment.advice && <Text mt={4}>{moment.advice}</Text>}
        </li>
      ))}
    </ol>
  )
}
