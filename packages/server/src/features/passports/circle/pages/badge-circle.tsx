import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLocation } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { Announcement } from './announcement.tsx'
import type { BadgeCircleData } from './badge-circle.server.ts'
import classes from './circle.module.css'
import { Congratulations } from './congratulations.tsx'

/** On the page of a badge of one’s own: which structures see it. Its forms go to the circle, and come back. */
export function BadgeCircle({ circle }: { circle: BadgeCircleData }) {
  return (
    <div id="circle" className={classes.sections}>
      <DoneNotice slice="circle" />
      {circle.congratulations.length > 0 && <Congratulations circle={circle} />}
      {circle.announcement && <Announcement circle={circle} announcement={circle.announcement} />}
      {circle.structures.length > 0 && <Structures circle={circle} />}
    </div>
  )
}

function Structures({ circle: { badgeId, structures } }: { circle: BadgeCircleData }) {
  const { t } = useTranslation('circle')
  const { pathname } = useLocation()
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="structures">
      <Title order={2} id="structures" mb={4}>
        {t('badge.title')}
      </Title>
      <Text c="dimmed">{t('wall.sentence')}</Text>
      <ul className={classes.lines}>
        {structures.map(({ organizationId, name, knows, isShown }) => (
          <li key={organizationId} className={classes.line}>
            <div className={classes.about}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {t(knows ? 'badge.knows' : isShown ? 'badge.sees' : 'badge.does_not_see')}
              </Text>
            </div>
            {!knows && (
              <Form method="post" action="/me/circle" preventScrollReset>
                <input type="hidden" name="badgeId" value={badgeId} />
                <input type="hidden" name="organizationId" value={organizationId} />
                <input type="hidden" name="back" value={pathname} />
                <Button
                  type="submit"
                  name="intent"
                  value={isShown ? 'hidden' : 'shown'}
                  variant={isShown ? 'default' : 'light'}
                  aria-label={t(isShown ? 'badge.hide_from' : 'badge.show_to', { structure: name })}
                >
                  {t(isShown ? 'shown.hide' : 'badge.show')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Link to="/me/circle" className={classes.name}>
        {t('badge.all')}
      </Link>
    </section>
  )
}
