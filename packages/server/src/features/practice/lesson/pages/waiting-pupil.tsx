import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './lesson.module.css'
import type { PresentedLesson } from './present.ts'
import type { OpenLesson } from './use-lesson.tsx'
import { Verdict } from './verdict.tsx'

type Attempt = PresentedLesson['waiting'][number]
type Props = { attempt: Attempt; next: Attempt | undefined; lesson: OpenLesson; minutes(moment: number): number }

const nameId = (attemptId: string) => `pupil-${attemptId}`

/** Somebody who is ready: who, for what, since when, and the answer within reach of one thumb. */
export function WaitingPupil({ attempt, next, lesson, minutes }: Props) {
  const { t } = useTranslation('lesson')
  const { attemptId, name, cohorts, achievementId, readyAt, selfAssessment, heldLevelId } = attempt
  const badge = lesson.badges.find((other) => other.achievementId === achievementId)
  if (!badge) return null
  return (
    <li className={`surface ${classes.pupil}`}>
      <div className={classes.who}>
        <BadgeImage imageId={badge.imageId} alt="" size={44} />
        <div>
          <Title order={3} size="h4" id={nameId(attemptId)} tabIndex={-1}>
            {name}
          </Title>
          <Text size="sm">{t('ready.line', { badge: badge.name, minutes: minutes(readyAt) })}</Text>
          <Text size="sm" c="dimmed">
            {[selfAssessment && t(`self.${selfAssessment}`), cohorts.join(', ')].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </div>
      <Verdict
        who={{ attemptId, personId: attempt.personId, achievementId, name }}
        badge={badge}
        held={heldLevelId}
        lesson={lesson}
        // The keyboard goes on where the next pupil stands.
        after={() => document.getElementById(next ? nameId(next.attemptId) : 'ready')?.focus({ preventScroll: true })}
      />
    </li>
  )
}
