import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import type { loader } from './achievement.server.ts'
import classes from './achievements.module.css'

/** Open to the network or not, and who adopted: a badge is shared by reference, its author stays its author. */
export function Sharing() {
  const { t } = useTranslation('achievements')
  const { can, isShared, isArchived, adoptions, versions, organization } = useLoaderData<typeof loader>()
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="sharing" className={`surface ${classes.panel}`}>
      <Title order={2} id="sharing" mb="xs">
        {t('sharing.title')}
      </Title>
      <Text mb="md" maw="42rem">
        {t(isShared ? 'sharing.is_shared' : 'sharing.is_not_shared')}{' '}
        <Anchor component={Link} to={`/organizations/${organization.slug}/library`} inherit>
          {t('sharing.library')}
        </Anchor>
      </Text>
      {can.design && (isShared || !isArchived) && (
        <Form method="post">
          <Group gap="md">
            <Button type="submit" name="intent" value={isShared ? 'unshare' : 'share'} variant={isShared ? 'default' : 'filled'}>
              {t(isShared ? 'sharing.stop' : 'sharing.share')}
            </Button>
            {isShared && (
              <Text size="sm" c="dimmed" flex="1 1 16rem">
                {t('sharing.stop_help')}
              </Text>
            )}
          </Group>
        </Form>
      )}
      {adoptions.length > 0 && (
        <>
          <Title order={3} mt="lg" mb="xs">
            {t('sharing.adopters')}
          </Title>
          <Stack component="ul" gap="xs" className={classes.list}>
            {adoptions.map(({ key, name, version, since, until }) => (
              <li key={key}>
                <strong>{name}</strong>
                <Text size="sm" c="dimmed">
                  {until ? t('sharing.adopted_until', { since, until }) : t('sharing.adopted_since', { since, version })}
                </Text>
              </li>
            ))}
          </Stack>
        </>
      )}
    </section>
  )
}
