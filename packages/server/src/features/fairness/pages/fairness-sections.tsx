import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './fairness.module.css'
import type { FairnessPage } from './fairness.server.ts'
import { NumberTable } from './number-table.tsx'

type Props = { page: FairnessPage }

/** Who is never proposed, in a sentence for each class, in the order of the names; then the same as numbers. */
export function Classes({ page: { units } }: Props) {
  const { t } = useTranslation('fairness')
  const told = units.filter(({ kind, never }) => kind !== 'all' && never !== null)
  return (
    <section aria-labelledby="never">
      <Title order={2} id="never" mb={4}>
        {t('never.title')}
      </Title>
      <Text c="dimmed" mb="md" maw="46rem">
        {t('never.help')}
      </Text>
      {told.length > 0 && (
        <ul className={classes.sentences}>
          {told.map(({ kind, name, never }) => (
            <li key={`${kind} ${name}`} className={`surface ${classes.sentence}`}>
              {t(kind === 'adults' ? 'never.adults' : kind === 'alone' ? 'never.alone' : 'never.of', { count: never, name })}
            </li>
          ))}
        </ul>
      )}
      <NumberTable
        label={t('never.title')}
        first={t('columns.unit')}
        columns={(['people', 'proposed', 'never', 'recognised'] as const).map((name) => t(`columns.${name}`))}
        rows={units.map(({ kind, name, people, proposed, never, recognised }) => ({
          key: `${kind} ${name}`,
          name,
          numbers: [people, proposed, never, recognised],
          isTotal: kind === 'all',
        }))}
      />
    </section>
  )
}

const STATES = ['proposed', 'open', 'to-complete', 'granted', 'not-retained', 'declined', 'otherwise'] as const

export function Badges({ page: { badges } }: Props) {
  const { t, i18n } = useTranslation('fairness')
  const told = badges.filter((badge) => STATES.some((state) => badge[state] !== null))
  const others = badges.filter((badge) => !told.includes(badge)).map(({ name }) => name)
  return (
    <section aria-labelledby="badges">
      <Title order={2} id="badges" mb={4}>
        {t('badges.title')}
      </Title>
      <Text c="dimmed" mb="md" maw="46rem">
        {t('badges.help')}
      </Text>
      {told.length > 0 && (
        <NumberTable
          label={t('badges.title')}
          first={t('columns.badge')}
          columns={STATES.map((state) => t(`columns.${state}`))}
          rows={told.map((badge) => ({ key: badge.achievementId, name: badge.name, imageId: badge.imageId, numbers: STATES.map((state) => badge[state]) }))}
        />
      )}
      {others.length > 0 && (
        <Text mt="md" maw="46rem">
          {t('badges.others', { names: new Intl.ListFormat(i18n.language).format(others) })}
        </Text>
      )}
    </section>
  )
}

export function Delays({ page: { waits }, home }: Props & { home: string }) {
  const { t } = useTranslation('fairness')
  const told = (
    [
      ['median', waits.medianDays],
      ['longest', waits.longestWeeks],
      ['answer', waits.answerDays],
      ['voices', waits.voices],
    ] as const
  ).filter(([, count]) => count !== null)
  return (
    <section aria-labelledby="waits">
      <Title order={2} id="waits" mb={4}>
        {t('waits.title')}
      </Title>
      <Text c="dimmed" mb="md" maw="46rem">
        {t('waits.help')}
      </Text>
      {told.length > 0 && (
        <ul className={classes.sentences}>
          {told.map(([name, count]) => (
            <li key={name} className={`surface ${classes.sentence}`}>
              {t(`waits.say.${name}`, { count })}
            </li>
          ))}
        </ul>
      )}
      <NumberTable
        label={t('waits.title')}
        first={t('waits.band')}
        columns={[t('waits.dossiers')]}
        rows={waits.ages.map(({ band, count }) => ({ key: band, name: band, numbers: [count] }))}
      />
      <Button component={Link} to={`${home}/nominations`} variant="default" mt="md">
        {t('waits.see')}
      </Button>
    </section>
  )
}

const IDEAS = ['class_time', 'agents', 'quiet', 'criteria', 'other_eyes'] as const

export function WhatToDo({ home }: { home: string }) {
  const { t } = useTranslation('fairness')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="todo">
      <Title order={2} id="todo" mb="sm">
        {t('todo.title')}
      </Title>
      <ul>
        {IDEAS.map((idea) => (
          <li key={idea}>{t(`todo.${idea}`)}</li>
        ))}
      </ul>
      <Button component={Link} to={`${home}/nominations/new`} mt="md">
        {t('todo.propose')}
      </Button>
    </section>
  )
}

const LIMITS = ['gender', 'meaning', 'embargo', 'twice', 'groups', 'outside'] as const

export function Unseen() {
  const { t } = useTranslation('fairness')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="unseen">
      <Title order={2} id="unseen" mb="sm">
        {t('unseen.title')}
      </Title>
      <ul>
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`unseen.${limit}`)}</li>
        ))}
      </ul>
    </section>
  )
}
