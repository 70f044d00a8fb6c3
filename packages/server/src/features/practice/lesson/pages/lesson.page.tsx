import { Container, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { LineNotice } from '#web/offline/line-notice.tsx'
import { useKeptPage } from '#web/offline/use-kept-page.ts'
import { ProgrammeViews } from '../../programmes/pages/programme-views.tsx'
import { type Filter, Filters } from './filters.tsx'
import { JudgedToday } from './judged-today.tsx'
import { JustSaid } from './just-said.tsx'
import classes from './lesson.module.css'
import type { action, loader } from './lesson.server.ts'
import { PupilAtDesk } from './pupil-at-desk.tsx'
import { aboutOf, useLesson, useMinutes } from './use-lesson.tsx'
import { WaitingPupil } from './waiting-pupil.tsx'

export { action, loader } from '#features/practice/lesson/pages/lesson.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function LessonPage() {
  const { organization, programme, here, badges, cohorts, roster, lesson: first, asked } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('lesson')
  const lesson = useLesson({ programmeId: programme.id, first, address: `${here}/lesson.json`, badges })
  const [filter, setFilter] = useState<Filter>({ badge: asked.badge, cohort: asked.cohort })
  const minutes = useMinutes(lesson.view.now)
  useKeptPage()
  const said = new Set(lesson.outbox.waiting.map(({ about }) => about))
  const isShown = ({ achievementId, cohorts }: { achievementId: string; cohorts: string[] }) =>
    (!filter.badge || filter.badge === achievementId) && (!filter.cohort || cohorts.includes(filter.cohort))
  const waiting = lesson.view.waiting.filter((attempt) => isShown(attempt) && !said.has(aboutOf(attempt)))
  return (
    <Container size={830} className={classes.lesson}>
      <Title order={1} size="h3" mb="xs">
        {programme.name}
      </Title>
      <ProgrammeViews here={here} />
      <DoneNotice slice="lesson" />
      <FormProblem result={result} slice="practice" />
      <LineNotice live={lesson} words="lesson" errors="practice" isListed={false} />
      {programme.isArchived && (
        <Notice kind="info" mb="md">
          {t('archived')}
        </Notice>
      )}
      <Filters badges={badges} cohorts={cohorts} filter={filter} choose={setFilter} />
      <section aria-labelledby="ready">
        <Title order={2} id="ready" tabIndex={-1} className={classes.heading}>
          {t('ready.title', { count: waiting.length })}
        </Title>
        {waiting.length === 0 ? (
          <EmptyState title={t(first.judged.length > 0 ? 'ready.none_left' : 'ready.none')}>{t('ready.none_help')}</EmptyState>
        ) : (
          <ol className={classes.queue} data-turn={waiting.length % 2}>
            {waiting.map((attempt, place) => (
              <WaitingPupil key={attempt.attemptId} attempt={attempt} lesson={lesson} next={waiting[place + 1] ?? waiting[place - 1]} minutes={minutes} />
            ))}
          </ol>
        )}
      </section>
      <PupilAtDesk roster={roster} lesson={lesson} asked={asked} here={here} />
      <JudgedToday lesson={lesson} isShown={isShown} credentials={`/organizations/${organization.slug}/credentials`} />
      <p>
        <Link to={`${here}/remarks`}>{t('to_remarks')}</Link>
      </p>
      <JustSaid lesson={lesson} />
    </Container>
  )
}
