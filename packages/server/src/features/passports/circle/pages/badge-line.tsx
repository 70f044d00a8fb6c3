import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import classes from './circle.module.css'
import type { LightBadge } from './present-light.ts'

/** One badge of one’s own on a line, with what can be done to it. */
export function BadgeLine({ badge, children }: { badge: LightBadge; children: ReactNode }) {
  return (
    <li className={classes.line}>
      <BadgePicture badge={badge} size={44} />
      <div className={classes.about}>
        <Link to={`/me/${badge.kind === 'received' ? 'badges' : 'imports'}/${badge.badgeId}`} className={classes.name}>
          {badge.name}
        </Link>
        <Issuer name={badge.issuerName} />
      </div>
      {children}
    </li>
  )
}

export function Issuer({ name }: { name: string }) {
  const { t } = useTranslation('circle')
  if (!name) return null
  return (
    <Text size="sm" c="dimmed">
      {t('from', { issuer: name })}
    </Text>
  )
}
