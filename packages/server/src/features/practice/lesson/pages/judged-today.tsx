import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './lesson.module.css'
import type { PresentedLesson } from './present.ts'
import type { OpenLesson } from './use-lesson.tsx'

type Judged = PresentedLesson['judged'][number]
type Props = { lesson: OpenLesson; isShown(attempt: { achievementId: string; cohorts: string[] }): boolean; credentials: string }

/** What was said today, by whom; first what has not left this device, which may still be taken back. */
export function JudgedToday({ lesson, isShown, credentials }: Props) {
  const { t } = useTranslation('lesson')
  const { waiting } = lesson.outbox
  const judged = lesson.view.judged.filter(isShown)
  return (
    <section aria-labelledby="judged">
      <Title order={2} id="judged" className={classes.heading}>
        {t('judged.title', { count: judged.length + waiting.length })}
      </Title>
      {judged.length + waiting.length === 0 && <Text c="dimmed">{t('judged.none')}</Text>}
      <ul className={classes.judged}>
        {waiting.toReversed().map(({ key, label }) => (
          <li key={key}>
            <div>
              <Text fw={600}>{label}</Text>
              <Text size="sm" c="dimmed">
                {t('judged.waiting')}
              </Text>
            </div>
            <Button variant="default" size="sm" onClick={() => lesson.undo(key)} aria-label={t('judged.undo_of', { what: label })} className={classes.small}>
              {t('said.undo')}
            </Button>
          </li>
        ))}
        {judged.map((attempt) => (
          <Line key={attempt.attemptId} attempt={attempt} lesson={lesson} credentials={credentials} />
        ))}
      </ul>
    </section>
  )
}

function Line({
  attempt: { name, achievementId, verdict, levelId, credentialId, time, by, isMine, advice },
  lesson,
  credentials,
}: {
  attempt: Judged
  lesson: OpenLesson
  credentials: string
}) {
  const { t } = useTranslation('lesson')
  const badge = lesson.badges.find((other) => other.achievementId === achievementId)
  const level = badge?.levels.find(({ id }) => id === levelId)?.name
  return (
    <li data-verdict={verdict}>
      <div>
        <Text fw={600}>{t('said.line', { name, badge: [badge?.name, level].filter(Boolean).join(' · '), verdict: t(`verdict.${verdict}`) })}</Text>
        {advice.map((words) => (
          <Text key={words} size="sm">
            {t('judged.advice', { words })}
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {isMine ? t('judged.by_you', { time }) : by ? t('judged.by', { time, name: by }) : time}
        </Text>
      </div>
      {credentialId && (
        <Link to={`${credentials}/${credentialId}`} className={classes.back} aria-label={t('judged.badge_of', { name })}>
          {t('judged.badge')}
        </Link>
      )}
    </li>
  )
}
