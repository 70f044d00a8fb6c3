import { Button, Checkbox, Stack, Text, Textarea } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './lesson.module.css'
import type { PresentedBadge } from './present.ts'
import type { AtDesk, OpenLesson, Said } from './use-lesson.tsx'

type Props = { who: AtDesk; badge: PresentedBadge; held?: string | null | undefined; lesson: OpenLesson; after(): void }

/** « Validé » is one touch; « à retravailler » is two: it opens the prepared remarks, and touching one says it. */
export function Verdict({ who, badge, held, lesson, after }: Props) {
  const { t } = useTranslation('lesson')
  const say = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    lesson.judge(who, saidIn(event))
    after()
  }
  const levels = badge.levels.slice(badge.levels.findIndex(({ id }) => id === held) + 1)
  return (
    <div className={badge.levels.length === 0 ? classes.split : classes.stacked}>
      <Plain who={who} verdict="passed" onSubmit={say} className={badge.levels.length === 0 ? classes.half : undefined}>
        {badge.levels.length === 0 ? (
          <Button type="submit" fullWidth className={classes.large} aria-label={t('verdict.pass_of', { name: who.name, badge: badge.name })}>
            {t('verdict.passed')}
          </Button>
        ) : (
          <fieldset className={classes.levels}>
            <legend>{t('verdict.level')}</legend>
            {levels.map(({ id, name }) => (
              <Button
                key={id}
                type="submit"
                name="levelId"
                value={id}
                className={classes.large}
                aria-label={t('verdict.level_of', { level: name, name: who.name, badge: badge.name })}
              >
                {name}
              </Button>
            ))}
          </fieldset>
        )}
      </Plain>
      <details name="rework">
        <summary
          className={`${classes.large} ${classes.rework} ${badge.levels.length === 0 ? classes.other : ''}`}
          aria-label={t('verdict.rework_of', { name: who.name, badge: badge.name })}
        >
          {t('verdict.to-rework')}
        </summary>
        <Plain who={who} verdict="to-rework" onSubmit={say} className={classes.remarks}>
          {badge.remarks.map(({ remarkId, text }) => (
            <Button key={remarkId} type="submit" name="remarkIds" value={remarkId} variant="light" fullWidth className={classes.remark}>
              {text}
            </Button>
          ))}
        </Plain>
        <More badge={badge} who={who} say={say} />
      </details>
    </div>
  )
}

/** Several remarks, or a word of one’s own: possible, never needed. */
function More({ badge, who, say }: { badge: PresentedBadge; who: AtDesk; say(event: FormEvent<HTMLFormElement>): void }) {
  const { t } = useTranslation('lesson')
  const isBankEmpty = badge.remarks.length === 0
  return (
    <details className={classes.more} open={isBankEmpty || undefined}>
      <summary className={classes.fold}>{t('more.open')}</summary>
      <Plain who={who} verdict="to-rework" onSubmit={say}>
        <Stack gap="xs">
          {isBankEmpty && <Text size="sm">{t('more.no_remark')}</Text>}
          {badge.remarks.length > 1 &&
            badge.remarks.map(({ remarkId, text }) => <Checkbox key={remarkId} name="remarkIds" value={remarkId} label={text} className={classes.tick} />)}
          <Textarea name="advice" label={t('more.advice')} rows={2} maxLength={600} />
          <Button type="submit" variant="default" className={classes.large}>
            {t('more.submit')}
          </Button>
        </Stack>
      </Plain>
    </details>
  )
}

type PlainProps = { who: AtDesk; verdict: Said['verdict']; onSubmit(event: FormEvent<HTMLFormElement>): void; className?: string | undefined; children: ReactNode }

/** The same without scripts: everything that a verdict says is a field. */
const Plain = ({ who, verdict, onSubmit, className, children }: PlainProps) => (
  <Form method="post" onSubmit={onSubmit} className={className} preventScrollReset>
    <input type="hidden" name="personId" value={who.personId} />
    <input type="hidden" name="achievementId" value={who.achievementId} />
    <input type="hidden" name="attemptId" value={who.attemptId ?? ''} />
    <input type="hidden" name="verdict" value={verdict} />
    {children}
  </Form>
)

function saidIn(event: FormEvent<HTMLFormElement>): Said {
  const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
  const [verdict, levelId, advice] = ['verdict', 'levelId', 'advice'].map((name) => String(form.get(name) ?? ''))
  return { verdict: verdict as Said['verdict'], levelId: levelId!, advice: advice!, remarkIds: form.getAll('remarkIds').map(String) }
}
