import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BadgeData } from './badge-data.ts'
import classes from './mine.module.css'
import { resourceAddress } from './resources.tsx'

type Said = NonNullable<BadgeData['latest']>

/** What to redo now: the teacher’s last words, while the badge is still ahead. */
export function LatestAdvice({ data }: { data: BadgeData }) {
  const { t } = useTranslation('mine')
  const { latest, state } = data
  if (latest?.verdict !== 'to-rework' || state === 'passed') return null
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="advice">
      <Title order={2} id="advice">
        {t('advice.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('advice.by', { teacher: latest.teacher, day: latest.day })}
      </Text>
      <Words said={latest} data={data} />
      <Text mt="md">{t('advice.again')}</Text>
    </section>
  )
}

function Words({ said, data }: { said: Said; data: BadgeData }) {
  const { t } = useTranslation('mine')
  const { remarks, advice, verdict } = said
  if (remarks.length === 0 && !advice) return verdict === 'to-rework' ? <Text mt="xs">{t('advice.none')}</Text> : null
  return (
    <ul className={classes.remarks}>
      {remarks.map(({ text, resource }) => (
        <li key={text} className={classes.remark}>
          <p className={classes.words}>{text}</p>
          {resource && (
            <Button component={Link} to={resourceAddress(data, resource.resourceId)} variant="default" size="sm" mih="2.75rem">
              {t(`redo.${resource.kind}`, { title: resource.title })}
            </Button>
          )}
        </li>
      ))}
      {advice && (
        <li className={classes.remark}>
          <p className={classes.words}>{advice}</p>
        </li>
      )}
    </ul>
  )
}

/** Day by day, the latest first: a story, never a number. */
export function Story({ data }: { data: BadgeData }) {
  const { t } = useTranslation('mine')
  const { latest, before, state } = data
  // What stands at the top of the page is not said twice.
  const said = latest?.verdict === 'to-rework' && state !== 'passed' ? before : latest ? [latest, ...before] : []
  if (said.length === 0) return null
  return (
    <details className={`surface ${classes.panel} ${classes.before}`}>
      <summary>{t('story.title')}</summary>
      {said.map((one) => (
        <div key={one.attemptId} className={classes.said_on}>
          <Title order={3} size="h4">
            {one.day}
          </Title>
          <Text>{t(`story.${one.verdict}`, { teacher: one.teacher, level: one.level ?? 'none' })}</Text>
          <Words said={one} data={data} />
        </div>
      ))}
    </details>
  )
}
