import { Anchor, Button, Text, Title } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData } from 'react-router'
import { typedValues } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import type { Live } from '#web/offline/use-outbox.ts'
import { SELF_ASSESSMENTS } from '../../practice.schema.ts'
import type { MyStates } from '../read-my-states.ts'
import type { BadgeData } from './badge-data.ts'
import classes from './mine.module.css'

type Props = { data: BadgeData; live: Live<MyStates> }

/** « Je suis prêt·e », or what comes before it, or that one waits. */
export function Ready({ data, live }: Props) {
  const { t } = useTranslation('mine')
  const waits = live.outbox.waiting.find(({ about }) => about === data.achievementId)
  if (waits) return <OnThisPhone undo={() => live.undo(waits.key)} />
  if (data.waiting) return <Waiting waiting={data.waiting} />
  if (data.isArchived) return <Text mt="md">{t('archived')}</Text>
  if (data.first.length > 0) return <First data={data} />
  if (!data.canAsk) return null
  return <Ask data={data} live={live} />
}

function Ask({ data: { achievementId, name, nextLevel, state }, live }: Props) {
  const { t } = useTranslation('mine')
  const typed = typedValues(useActionData())
  const say = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const selfAssessment = new FormData(event.currentTarget).get('selfAssessment')
    live.act(achievementId, name, { achievementId, ...(selfAssessment && { selfAssessment: String(selfAssessment) }) })
  }
  return (
    <form method="post" onSubmit={say}>
      <input type="hidden" name="achievementId" value={achievementId} />
      <fieldset className={classes.said}>
        <legend>{t('self.title')}</legend>
        <div className={classes.choices}>
          {SELF_ASSESSMENTS.map((value) => (
            <label key={value} className={classes.choice}>
              <input type="radio" name="selfAssessment" value={value} defaultChecked={typed.selfAssessment === value} />
              {t(`self.${value}`)}
            </label>
          ))}
        </div>
        {SELF_ASSESSMENTS.map((value) => (
          <p key={value} data-of={value} className={classes.hint}>
            {t(`self.hint.${value}`)} {value === 'not-yet' && <a href="#resources">{t('self.to_resources')}</a>}
          </p>
        ))}
      </fieldset>
      {state === 'passed' && nextLevel && <Text mb="sm">{t('next_level', { level: nextLevel })}</Text>}
      <Button type="submit" name="intent" value="ready" size="xl" fullWidth>
        {t('ready')}
      </Button>
      <Text size="sm" c="dimmed" mt="xs">
        {t('ready_help')}
      </Text>
    </form>
  )
}

/** Said, and not sent yet: there is no line. */
function OnThisPhone({ undo }: { undo(): void }) {
  const { t } = useTranslation('mine')
  return (
    <>
      <Notice kind="info" mt="lg" mb="md" title={t('waiting.kept')}>
        {t('waiting.kept_help')}
      </Notice>
      <Button variant="default" onClick={undo}>
        {t('waiting.withdraw')}
      </Button>
    </>
  )
}

function Waiting({ waiting: { when, isToday, selfAssessment } }: { waiting: NonNullable<BadgeData['waiting']> }) {
  const { t } = useTranslation('mine')
  return (
    <Form method="post" preventScrollReset>
      <Notice kind="info" mt="lg" mb="md" title={t('waiting.title')}>
        {t(isToday ? 'waiting.since_hour' : 'waiting.since_day', { when })} {selfAssessment && t('waiting.said', { answer: t(`self.${selfAssessment}`) })}
      </Notice>
      <Button type="submit" name="intent" value="withdraw" variant="default">
        {t('waiting.withdraw')}
      </Button>
      <Text size="sm" c="dimmed" mt="xs">
        {t('waiting.withdraw_help')}
      </Text>
    </Form>
  )
}

/** « D’abord : Conversions ». */
function First({ data: { first, programmeId } }: { data: BadgeData }) {
  const { t } = useTranslation('mine')
  return (
    <div className={classes.said_on}>
      <Title order={3}>{t('first_title')}</Title>
      <Text>{t('first_text')}</Text>
      <ul className={classes.lines}>
        {first.map(({ achievementId, name }) => (
          <li key={achievementId} className={classes.line}>
            <Anchor component={Link} to={`/me/practice/${programmeId}/${achievementId}`} fw={600}>
              {name}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  )
}
