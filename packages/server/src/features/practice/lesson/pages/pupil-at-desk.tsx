import { Button, Text, TextInput, Title } from '@mantine/core'
import { type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import classes from './lesson.module.css'
import type { PresentedBadge, PresentedPupil } from './present.ts'
import { aboutOf, type OpenLesson } from './use-lesson.tsx'
import { Verdict } from './verdict.tsx'

type Props = { roster: readonly PresentedPupil[]; lesson: OpenLesson; asked: { q: string; person: string }; here: string }

const MOST_FOUND = 8

/** Somebody who comes without having pressed anything: a few letters of the name, the badge, the answer. */
export function PupilAtDesk({ roster, lesson, asked, here }: Props) {
  const { t } = useTranslation('lesson')
  const [typed, setTyped] = useState(asked.q)
  const [personId, setPersonId] = useState(asked.person)
  const found = typed.trim() ? roster.filter(({ name, cohorts }) => matches(`${name} ${cohorts.join(' ')}`, typed)) : []
  const chosen = roster.find((pupil) => pupil.personId === personId)
  const choose = (event: MouseEvent, next: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setPersonId(next)
    setTyped('')
    requestAnimationFrame(() => document.getElementById('desk-name')?.focus())
  }
  return (
    <details className={`surface ${classes.desk}`} open={Boolean(asked.q || asked.person) || undefined}>
      <summary className={classes.fold}>
        <b>{t('desk.open')}</b>
      </summary>
      <Form method="get" onSubmit={(event) => event.preventDefault()} role="search" aria-label={t('desk.search')} className={classes.search}>
        <TextInput
          name="q"
          label={t('desk.name')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
        />
        <noscript>
          <Button type="submit" variant="default">
            {t('desk.submit')}
          </Button>
        </noscript>
      </Form>
      <p role="status" className={classes.count}>
        {typed.trim() ? t(found.length > MOST_FOUND ? 'desk.first' : 'desk.found', { count: found.length, shown: MOST_FOUND }) : ''}
      </p>
      {found.length > 0 && (
        <ul className={classes.found}>
          {found.slice(0, MOST_FOUND).map((pupil) => (
            <li key={pupil.personId}>
              <Link to={`${here}/lesson?person=${pupil.personId}`} onClick={(event) => choose(event, pupil.personId)}>
                {pupil.name}
                <span>{pupil.cohorts.join(', ')}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {chosen && <Chosen key={chosen.personId} pupil={chosen} lesson={lesson} leave={() => setPersonId('')} />}
    </details>
  )
}

function Chosen({ pupil, lesson, leave }: { pupil: PresentedPupil; lesson: OpenLesson; leave(): void }) {
  const { t } = useTranslation('lesson')
  const said = new Set([...lesson.outbox.waiting.map(({ about }) => about), ...lesson.view.judged.filter(({ verdict }) => verdict === 'passed').map(aboutOf)])
  const open = lesson.badges.filter((badge) => isOpen(badge, pupil) && !said.has(aboutOf({ personId: pupil.personId, achievementId: badge.achievementId })))
  return (
    <section aria-labelledby="desk-name" className={classes.chosen}>
      <Title order={3} size="h4" id="desk-name" tabIndex={-1}>
        {pupil.name}
      </Title>
      <Text size="sm" c="dimmed">
        {pupil.cohorts.join(', ')}
      </Text>
      {open.length === 0 && <Text>{t('desk.all_passed')}</Text>}
      {open.map((badge) => {
        const attempt = lesson.view.waiting.find((other) => aboutOf(other) === aboutOf({ personId: pupil.personId, achievementId: badge.achievementId }))
        return (
          <details key={badge.achievementId} name="desk-badge" className={classes.badge}>
            <summary className={classes.fold}>{badge.name}</summary>
            <Verdict
              who={{ personId: pupil.personId, achievementId: badge.achievementId, name: pupil.name, ...(attempt && { attemptId: attempt.attemptId }) }}
              badge={badge}
              held={pupil.held[badge.achievementId]}
              lesson={lesson}
              after={() => {
                leave()
                document.getElementById('ready')?.focus()
              }}
            />
          </details>
        )
      })}
    </section>
  )
}

/** Whether something is left to pass: a badge with levels has its highest one. */
function isOpen({ achievementId, levels }: PresentedBadge, { held }: PresentedPupil): boolean {
  if (!(achievementId in held)) return true
  return levels.length > 0 && held[achievementId] !== levels.at(-1)!.id
}

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
/** « zo ma » finds Zoé Martin. */
function matches(name: string, typed: string): boolean {
  const words = plain(name).split(/[\s’'-]+/)
  return plain(typed)
    .split(/[\s’'-]+/)
    .every((part) => words.some((word) => word.startsWith(part)))
}
