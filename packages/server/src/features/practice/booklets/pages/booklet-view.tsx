import { Anchor, Text, Textarea, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { MAX_SENTENCE } from '../booklets.schema.ts'
import type { PresentedBooklet } from '../present-booklet.ts'
import classes from './booklets.module.css'

/** How a sentence is shown where it may be written: the page gives the field what was typed and what is wrong with it. */
export type Writing = { typed(name: string): string | undefined; error(name: string): string | undefined }
type Props = { booklet: PresentedBooklet; writing?: Writing; opensResources?: boolean; children?: ReactNode }

/** A booklet to read: by its pupil, the teachers, the family, the next school. With `writing` its pupil writes in it. */
export function BookletView({ booklet, writing, opensResources = false, children }: Props) {
  const { t } = useTranslation('booklets')
  return (
    <>
      <section aria-labelledby="periods">
        <Title order={2} id="periods" mb="sm">
          {t('view.periods')}
        </Title>
        <ul className={classes.periods}>
          {booklet.periods.map((period) => (
            <li key={period.periodId} className={`surface ${classes.period}`} data-state={period.state}>
              <Title order={3} size="h4">
                {period.name}
              </Title>
              <Text size="sm" c="dimmed">
                {period.days}
              </Text>
              <Text fw={650} mb="xs">
                {period.standing}
              </Text>
              <Sentence name={`periods.${period.periodId}`} about={period.name} text={period.sentence} writing={period.state === 'ahead' ? undefined : writing} />
            </li>
          ))}
        </ul>
      </section>
      {children}
      <section aria-labelledby="badges">
        <Title order={2} id="badges" mb="sm">
          {t('view.badges')}
        </Title>
        <ul className={classes.badges}>
          {booklet.badges.map((badge) => (
            <Badge key={badge.achievementId} badge={badge} writing={writing} opensResources={opensResources} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Badge({ badge, writing, opensResources }: { badge: PresentedBooklet['badges'][number]; writing: Writing | undefined; opensResources: boolean }) {
  const { t } = useTranslation('booklets')
  return (
    <li className={`surface ${classes.badge}`}>
      <BadgeImage imageId={badge.imageId} alt="" size={84} />
      <div className={classes.body}>
        <div>
          <Title order={3}>{badge.name}</Title>
          <span className={classes.standing} data-state={badge.state}>
            {badge.standing}
          </span>
        </div>
        {badge.told.length > 0 && (
          <ol className={classes.told} aria-label={t('view.story', { badge: badge.name })}>
            {badge.told.map((told) => (
              <Told key={`${told.kind} ${told.day} ${told.lines.join()}`} told={told} />
            ))}
          </ol>
        )}
        {badge.toRedo.length > 0 && (
          <div className={classes.redo}>
            <Text component="span" fw={600}>
              {t('view.redo')}
            </Text>
            {badge.toRedo.map(({ resourceId, title }) =>
              opensResources ? (
                <Anchor key={resourceId} component={Link} to={`/achievements/${badge.achievementId}/resources/${resourceId}`} className={classes.tappable}>
                  {title}
                </Anchor>
              ) : (
                <span key={resourceId}>{title}</span>
              ),
            )}
          </div>
        )}
        <Sentence name={`badges.${badge.achievementId}`} about={badge.name} text={badge.sentence} writing={writing} />
      </div>
    </li>
  )
}

function Told({ told: { kind, day, teacher, said, lines } }: { told: PresentedBooklet['badges'][number]['told'][number] }) {
  const { t } = useTranslation('booklets')
  return (
    <li data-kind={kind}>
      <Text component="span" fw={600}>
        {t(`told.${kind}`, { day, teacher, who: teacher ? 'somebody' : 'nobody' })}
      </Text>
      {said && (
        <Text size="sm" c="dimmed">
          {said}
        </Text>
      )}
      {lines.length > 0 && (
        <ul className={classes.remarks}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Sentence({ name, about, text, writing }: { name: string; about: string; text: string; writing: Writing | undefined }) {
  const { t } = useTranslation('booklets')
  if (!writing)
    return text ? (
      <blockquote className={classes.quote} aria-label={t('view.sentence')}>
        {t('view.quoted', { text })}
      </blockquote>
    ) : null
  return (
    <Textarea
      name={name}
      label={t('write.label')}
      aria-label={t('write.label_named', { about })}
      defaultValue={writing.typed(name) ?? text}
      error={writing.error(name)}
      maxLength={MAX_SENTENCE}
      autosize
      minRows={2}
    />
  )
}
