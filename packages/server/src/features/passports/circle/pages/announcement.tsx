import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from 'react-router'
import type { BadgeCircleData } from './badge-circle.server.ts'
import classes from './circle.module.css'

/** To tell of a badge that is open to all, or not: it is never told of by itself. */
export function Announcement({ circle, announcement }: { circle: BadgeCircleData; announcement: NonNullable<BadgeCircleData['announcement']> }) {
  const { t } = useTranslation('circle')
  const { pathname } = useLocation()
  const { issuerName, isAnnounced } = announcement
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="announce">
      <Title order={2} id="announce" mb={4}>
        {t('announce.title')}
      </Title>
      <Text mb="sm">{t(isAnnounced ? 'announce.on' : 'announce.off', { issuer: issuerName })}</Text>
      <Form method="post" action="/me/circle" preventScrollReset>
        <input type="hidden" name="badgeId" value={circle.badgeId} />
        <input type="hidden" name="back" value={pathname} />
        <Button type="submit" name="intent" value={isAnnounced ? 'unannounced' : 'announced'} variant={isAnnounced ? 'default' : 'light'}>
          {t(isAnnounced ? 'announce.stop' : 'announce.start')}
        </Button>
      </Form>
    </section>
  )
}
