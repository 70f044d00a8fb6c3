import { Button, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useRevalidator } from 'react-router'
import type { PresentedShare } from './present-share.ts'
import { type Qr, QrCode } from './qr-code.tsx'
import classes from './shares.module.css'

type Props = { qr: Qr; endsAt: NonNullable<PresentedShare['endsAt']>; again: string }

/** Held out across a table: the code as large as the screen, and how long it still opens something. */
export function InterviewCode({ qr, endsAt, again }: Props) {
  const { t } = useTranslation('shares')
  const minutes = useMinutesLeft(endsAt)
  return (
    <section className={`surface ${classes.interview}`} aria-labelledby="interview">
      <Title order={2} id="interview" ta="center">
        {t('interview.title')}
      </Title>
      <QrCode qr={qr} isBig />
      <Text size="lg" fw={600} ta="center" role="timer">
        {t('interview.left', { minutes, time: endsAt.time })}
      </Text>
      <Text c="dimmed" ta="center" maw="32rem">
        {t('interview.help')}
      </Text>
      <Button component={Link} to={again} variant="default">
        {t('interview.again')}
      </Button>
      {/* Without scripts the page counts by asking again. */}
      <noscript>
        <meta httpEquiv="refresh" content="60" />
      </noscript>
    </section>
  )
}

/** When the time is over, the page asks how things stand: it then says that the address is closed. */
function useMinutesLeft({ iso, minutes }: Props['endsAt']): number {
  const [left, setLeft] = useState(minutes)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const count = () => {
      const rest = new Date(iso).getTime() - Date.now()
      setLeft(Math.max(0, Math.ceil(rest / 60_000)))
      if (rest <= 0) void revalidate()
    }
    const every = setInterval(count, 10_000)
    return () => clearInterval(every)
  }, [iso, revalidate])
  return left
}
