import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import type { Twin } from '../twins/list-twins.ts'
import classes from './nominations.module.css'

/** « M. Poupard » and « Marcel Poupard »: only people know whether they are one. */
export function Twins({ twins, home }: { twins: readonly Twin[]; home: string }) {
  const { t } = useTranslation('nominations')
  if (twins.length === 0) return null
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="twins">
      <Title order={2} id="twins" mb={4}>
        {t('twins.title')}
      </Title>
      <Text mb="sm">{t('twins.help')}</Text>
      <ul className={classes.list}>
        {twins.map(({ nominationId, name, function: title, voiceCount }) => (
          <li key={nominationId}>
            <Group justify="space-between" gap="sm" py="xs">
              <div>
                <Link to={`${home}/${nominationId}`} className={classes.tappable}>
                  {name}
                </Link>
                <Text size="sm" c="dimmed">
                  {[title, t('list.voices', { count: voiceCount })].join(' · ')}
                </Text>
              </div>
              <Form method="post">
                <input type="hidden" name="twinId" value={nominationId} />
                <Button type="submit" name="intent" value="merge" variant="default" aria-label={`${t('twins.merge')} : ${name}`}>
                  {t('twins.merge')}
                </Button>
              </Form>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  )
}
