import { Stack, Text, Title, type TitleOrder } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { CvView } from '../../cv/pages/cv-view.tsx'
import { FolioView } from '../../folios/pages/folio-view.tsx'
import type { PresentedView, ShownInView } from './present-view.ts'
import classes from './shown.module.css'
import { ShownBadge } from './shown-badge.tsx'
import { StateWord } from './state-word.tsx'

/** What an address shows. `order`: of its first heading, on the page of a visitor or within the one where it is prepared. */
export function ShownView({ view, order }: { view: PresentedView; order: 1 | 3 }) {
  const { t } = useTranslation('shares')
  const { personName, badges, one, folio, cv } = view
  if (folio) return <FolioView folio={folio} level={order === 1 ? 1 : 2} />
  if (cv) return <CvView cv={cv} level={order === 1 ? 1 : 2} />
  return (
    <Stack gap="lg">
      <header>
        <Title order={order}>{t('shown.title', { name: personName, count: badges.length })}</Title>
        <Text c="dimmed" mt={4} maw="42rem">
          {badges.length === 0 ? t('shown.nothing') : t('shown.lead', { count: badges.length })}
        </Text>
      </header>
      {one ? (
        <ShownBadge badge={one} personName={personName} order={order === 1 ? 2 : 4} />
      ) : (
        <ul className={classes.grid} data-few={badges.length < 3 || undefined}>
          {badges.map((badge) => (
            <Card key={badge.badgeId} badge={badge} order={order === 1 ? 2 : 4} />
          ))}
        </ul>
      )}
    </Stack>
  )
}

function Card({ badge, order }: { badge: ShownInView; order: TitleOrder }) {
  const { t } = useTranslation('shares')
  return (
    <li className={`surface ${classes.card}`}>
      <BadgePicture badge={badge} size={112} />
      <Title order={order} size="h3" className={classes.name}>
        {badge.href ? (
          <Link to={badge.href} className={classes.cover}>
            {badge.name}
          </Link>
        ) : (
          badge.name
        )}
      </Title>
      {badge.issuerName && <Text size="sm">{badge.issuerName}</Text>}
      {badge.receivedOn && (
        <Text size="sm" c="dimmed">
          {badge.receivedOn}
        </Text>
      )}
      <StateWord state={badge.state} />
      {!badge.isConfirmed && (
        <Text size="sm" c="dimmed">
          {t('holder.short')}
        </Text>
      )}
      {badge.sentence && (
        <blockquote className={classes.sentence}>
          <p>{badge.sentence}</p>
        </blockquote>
      )}
      {badge.skills.length > 0 && (
        <ul className={classes.skills} aria-label={t('shown.skills')}>
          {badge.skills.slice(0, 3).map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
