import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useRouteLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import type { rootLoader } from '#web/root.server.ts'
import type { BadgeData } from './badge-data.ts'
import classes from './mine.module.css'

/** « Bravo, Lina ! »: who wants it calmer has told the system, and sees it without movement. */
export function Bravo({ data: { name, level, imageId, imageAlt, credentialId }, isFresh }: { data: BadgeData; isFresh: boolean }) {
  const { t } = useTranslation('mine')
  const givenName = useRouteLoaderData<typeof rootLoader>('root')?.person?.givenName ?? ''
  return (
    <section className={classes.bravo} data-fresh={isFresh || undefined} aria-labelledby="bravo">
      {isFresh && <Confetti />}
      <div className={classes.prize}>
        <BadgeImage imageId={imageId} alt={imageAlt} size={136} />
      </div>
      <Title order={2} id="bravo" mt="sm">
        {t('bravo.title', { name: givenName })}
      </Title>
      <Text mb="md">{level ? t('bravo.text_at', { badge: name, level }) : t('bravo.text', { badge: name })}</Text>
      {credentialId && (
        <Button component={Link} to={`/me/badges/${credentialId}`}>
          {t('bravo.to_badge')}
        </Button>
      )}
    </section>
  )
}

const COLORS = ['#4fa6b9', '#ff9e85', '#f3c47a', '#3fae6d', '#0f5a70']

/** Thirty papers, spread by their number alone: the server and the browser throw the same. */
function Confetti() {
  return (
    <div className={classes.confetti} aria-hidden="true">
      {Array.from({ length: 30 }, (_, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: papers have nothing but their place.
          key={index}
          style={{ insetInlineStart: `${(index * 37) % 100}%`, background: COLORS[index % COLORS.length], animationDelay: `${((index * 53) % 90) / 100}s` }}
        />
      ))}
    </div>
  )
}
