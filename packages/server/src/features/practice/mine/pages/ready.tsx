import { Anchor, Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useNavigation } from 'react-router'
import { typedValues } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { SELF_ASSESSMENTS } from '../../practice.schema.ts'
import type { BadgeData } from './badge-data.ts'
import classes from './mine.module.css'

/** « Je suis prêt·e », or what comes before it, or that one waits. */
export function Ready({ data }: { data: BadgeData }) {
  const { t } = useTranslation('mine')
  if (data.waiting) return <Waiting waiting={data.waiting} />
  if (data.isArchived) return <Text mt="md">{t('archived')}</Text>
  if (data.first.length > 0) return <First data={data} />
  if (!data.canAsk) return null
  return <Ask data={data} />
}

function Ask({ data: { nextLevel, state } }: { data: BadgeData }) {
  const { t } = useTranslation('mine')
  const typed = typedValues(useActionData())
  const isSending = useNavigation().formData?.get('intent') === 'ready'
  return (
    <Form method="post" preventScrollReset>
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
      <Button type="submit" name="intent" value="ready" size="xl" fullWidth loading={isSending}>
        {t('ready')}
      </Button>
      <Text size="sm" c="dimmed" mt="xs">
        {t('ready_help')}
      </Text>
    </Form>
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
