import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './nominations.module.css'
import type { loader } from './nominations.server.ts'
import { StateMark } from './state-mark.tsx'

type Props = { id: string; title: string; help?: string; home: string; nominations: Awaited<ReturnType<typeof loader>>['nominations'] }

/** Dossiers under one heading; nothing at all where there is none. */
export function DossierList({ id, title, help, home, nominations }: Props) {
  const { t } = useTranslation('nominations')
  if (nominations.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb={help ? 4 : 'sm'}>
        {title}
      </Title>
      {help && (
        <Text c="dimmed" mb="md" maw="42rem">
          {help}
        </Text>
      )}
      <ul className={`surface ${classes.list}`}>
        {nominations.map((nomination) => (
          <li key={nomination.nominationId} className={classes.dossier}>
            <BadgeImage imageId={nomination.badge.imageId} alt="" size={56} />
            <div>
              <Link to={`${home}/${nomination.nominationId}`} className={classes.cover}>
                {nomination.nominee.name}
              </Link>
              <Text size="sm" c="dimmed">
                {[
                  nomination.nominee.about,
                  nomination.badge.name,
                  t('list.voices', { count: nomination.voiceCount }),
                  nomination.agenda ? t('agenda.on', { date: nomination.agenda.day }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <StateMark state={nomination.state} response={nomination.response} isAsked={!nomination.isWithoutAccount} />
          </li>
        ))}
      </ul>
    </section>
  )
}
