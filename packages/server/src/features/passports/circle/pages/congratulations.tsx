import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from 'react-router'
import type { BadgeCircleData } from './badge-circle.server.ts'
import classes from './circle.module.css'

/** What others said of this badge: for its holder alone, who takes off what they like. */
export function Congratulations({ circle }: { circle: BadgeCircleData }) {
  const { t } = useTranslation('circle')
  const { pathname } = useLocation()
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="congratulations">
      <Title order={2} id="congratulations" mb={4}>
        {t('words.title')}
      </Title>
      <Text c="dimmed">{t('words.only_you')}</Text>
      <ul className={classes.lines}>
        {circle.congratulations.map(({ congratulationId, fromName, phrase, words, on }) => (
          <li key={congratulationId} className={classes.line}>
            <div className={classes.about}>
              <Text className={classes.words}>{phrase ? t(`phrases.${phrase}`) : words}</Text>
              <Text size="sm" c="dimmed">
                {t('words.by', { name: fromName, date: on })}
              </Text>
            </div>
            <Form method="post" action="/me/circle" preventScrollReset>
              <input type="hidden" name="congratulationId" value={congratulationId} />
              <input type="hidden" name="back" value={pathname} />
              <Group gap={4}>
                <Button type="submit" name="intent" value="removed" variant="default" aria-label={t('words.remove_named', { name: fromName })}>
                  {t('words.remove')}
                </Button>
                <Button type="submit" name="intent" value="blocked" variant="subtle" aria-label={t('words.block_named', { name: fromName })}>
                  {t('words.block')}
                </Button>
              </Group>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
