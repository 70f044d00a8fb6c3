import { Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { LevelLadder } from '#web/components/level-ladder.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Prose } from '#web/components/prose.tsx'
import { LineNotice } from '#web/offline/line-notice.tsx'
import type { Live } from '#web/offline/use-outbox.ts'
import { HelpPanel } from '../../helping/pages/help-panel.tsx'
import type { MyStates } from '../read-my-states.ts'
import { LatestAdvice, Story } from './advice.tsx'
import type { action, loader } from './badge.server.ts'
import type { BadgeData } from './badge-data.ts'
import { Bravo } from './bravo.tsx'
import classes from './mine.module.css'
import { Ready } from './ready.tsx'
import { Resources } from './resources.tsx'
import { StateMark } from './state-mark.tsx'
import { useAnswered, useMine } from './use-mine.tsx'

export { action, loader } from '#features/practice/mine/pages/badge.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyPracticeBadge() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('mine')
  const { programmeId, programmeName, name, description, imageId, imageAlt, state, level, isFresh } = data
  const live = useMine(data)
  const hasAnswered = useAnswered(data.cell)
  return (
    <Container size="lg">
      <PageHeader title={name} back={{ to: `/me/practice/${programmeId}`, label: programmeName }} />
      <DoneNotice slice="mine" />
      <FormProblem result={useActionData<typeof action>()} slice="practice" />
      <LineNotice live={live} words="mine" errors="practice" />
      <p role="status" className={classes.words}>
        {hasAnswered && t('answered')}
      </p>
      {state === 'passed' ? (
        <Bravo data={data} isFresh={isFresh || hasAnswered} />
      ) : (
        <div className={classes.top}>
          <BadgeImage imageId={imageId} alt={imageAlt} size={112} />
          <div>
            <StateMark state={state} level={level} />
            <Text mt="xs">{description}</Text>
          </div>
        </div>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <LatestAdvice data={data} />
          <Asks data={data} live={live} />
        </div>
        <div className={classes.column}>
          {state === 'passed' && <HelpPanel data={data} />}
          <Resources data={data} />
          {state !== 'passed' && <HelpPanel data={data} />}
          <Story data={data} />
        </div>
      </div>
    </Container>
  )
}

/** What it asks, and beside it where one thinks one is. */
function Asks({ data, live }: { data: BadgeData; live: Live<MyStates> }) {
  const { t } = useTranslation('mine')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="asks">
      <Title order={2} id="asks" mb="sm">
        {t('asks.title')}
      </Title>
      <Prose html={data.criteriaHtml} />
      {data.levels.length > 0 && <LevelLadder steps={data.levels} />}
      <Ready data={data} live={live} />
    </section>
  )
}
