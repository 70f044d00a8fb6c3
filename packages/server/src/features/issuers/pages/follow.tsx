import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useLoaderData, useLocation, useRouteLoaderData } from 'react-router'
import type { rootLoader } from '#web/root.server.ts'
import type { loader } from './issuer.server.ts'

/** For grown-ups who are signed in; its form goes to their circle, and comes back. */
export function Follow() {
  const { t } = useTranslation('issuers')
  const { pathname } = useLocation()
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const { organizationId, isFollowed } = useLoaderData<typeof loader>()
  if (!shell?.person || shell.tone !== 'vous') return null
  return (
    <Form method="post" action="/me/circle" preventScrollReset>
      <input type="hidden" name="organizationId" value={organizationId} />
      <input type="hidden" name="back" value={pathname} />
      <Button type="submit" name="intent" value={isFollowed ? 'unfollowed' : 'followed'} variant={isFollowed ? 'default' : 'light'}>
        {t(isFollowed ? 'page.unfollow' : 'page.follow')}
      </Button>
      <Text size="sm" c="dimmed" mt={4} maw="16rem">
        {t(isFollowed ? 'page.followed_help' : 'page.follow_help')}
      </Text>
    </Form>
  )
}
